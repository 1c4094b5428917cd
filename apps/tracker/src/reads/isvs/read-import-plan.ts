import type { Database } from '../../db/scope.ts'
import { readImport } from '../../verbs/isvs/import-file.ts'
import { type ImportPlan, planImport } from '../../verbs/isvs/import-plan.ts'
import { readImportPresent } from '../../verbs/isvs/read-import-present.ts'

/** What importing a file would do, row by row; writes nothing. */
export async function readImportPlan(
  services: { readonly database: Database },
  organizationId: string,
  content: string,
): Promise<ImportPlan> {
  const file = readImport(content)
  const plan = await services.database.within({ kind: 'programme', organizationId }, async (transaction) =>
    planImport(file.rows, await readImportPresent(transaction, organizationId, file.rows)),
  )
  return { ...plan, problems: [...file.problems, ...plan.problems] }
}
