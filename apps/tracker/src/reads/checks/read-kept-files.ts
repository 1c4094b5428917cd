import { inArray } from 'drizzle-orm'
import type { UploadedFile } from '../../checks/worker/messages.ts'
import { blobs, type JudgedFile } from '../../db/schema/index.ts'
import type { Scope } from '../../db/scope.ts'
import type { VerbServices } from '../../verbs/execute.ts'

/** The files of a run that were kept, with their bytes; those that hold a secret were not. */
export async function readKeptFiles(
  { database }: Pick<VerbServices, 'database'>,
  scope: Scope,
  files: readonly JudgedFile[],
): Promise<readonly UploadedFile[]> {
  const kept = files.filter(({ stored }) => stored)
  if (kept.length === 0) return []
  const hashes = [...new Set(kept.map(({ hash }) => hash))]
  const rows = await database.within(scope, (transaction) =>
    transaction.select({ hash: blobs.hash, content: blobs.content }).from(blobs).where(inArray(blobs.hash, hashes)),
  )
  const contents = new Map(rows.map(({ hash, content }) => [hash, content]))
  return kept.flatMap(({ path, hash }) => {
    const bytes = contents.get(hash)
    return bytes === undefined ? [] : [{ path, bytes }]
  })
}
