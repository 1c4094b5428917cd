import { allOperations } from '../src/operations/all-operations.ts'
import { cloudsPage } from './clouds-page.ts'
import { readCompared, readExercised } from './evidence-files.ts'
import { failuresPage } from './failures-page.ts'
import { operationIndex } from './operation-index.ts'
import { operationPage } from './operation-page.ts'

/** A page for each operation of Microsoft's clouds, and the table of all of them. */
export async function generate(root: string): Promise<{ path: string; content: string }[]> {
  const exercised = readExercised(root)
  const compared = readCompared(root)
  return [
    ...allOperations.map((operation) => ({
      path: `docs/operations/${operation.id}.md`,
      content: operationPage(operation, { clients: exercised[operation.id] ?? [], example: compared[operation.id] }),
    })),
    { path: 'docs/operations.md', content: operationIndex(allOperations, exercised) },
    { path: 'docs/cloud-failures.md', content: failuresPage() },
    { path: 'docs/clouds.md', content: cloudsPage() },
  ]
}
