import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allOperations } from '../src/operations/all-operations.ts'
import { cloudsPage } from './clouds-page.ts'
import { failuresPage } from './failures-page.ts'
import { operationIndex } from './operation-index.ts'
import { operationPage } from './operation-page.ts'

/** A page for each operation of Microsoft's clouds, and the table of all of them. */
export async function generate(root: string): Promise<{ path: string; content: string }[]> {
  const exercised = readExercised(root)
  return [
    ...allOperations.map((operation) => ({
      path: `docs/operations/${operation.id}.md`,
      content: operationPage(operation, exercised[operation.id] ?? []),
    })),
    { path: 'docs/operations.md', content: operationIndex(allOperations, exercised) },
    { path: 'docs/cloud-failures.md', content: failuresPage() },
    { path: 'docs/clouds.md', content: cloudsPage() },
  ]
}

/** Which independent clients, driven unchanged in the tests, send each operation: operation id to names of clients. */
function readExercised(root: string): Readonly<Record<string, readonly string[]>> {
  const data: unknown = JSON.parse(readFileSync(join(root, 'packages/cloud-access/data/exercised-by.json'), 'utf8'))
  if (typeof data !== 'object' || data === null) throw new Error('data/exercised-by.json is not an object.')
  const known = new Set(allOperations.map(({ id }) => id))
  return Object.fromEntries(
    Object.entries(data).map(([id, clients]) => {
      if (!known.has(id)) throw new Error(`data/exercised-by.json names "${id}", which is no operation.`)
      if (!Array.isArray(clients)) throw new Error(`data/exercised-by.json: "${id}" is not a list of clients.`)
      return [id, clients.map(String)]
    }),
  )
}
