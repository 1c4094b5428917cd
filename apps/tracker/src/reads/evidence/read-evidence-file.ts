import { and, eq } from 'drizzle-orm'
import { blobs, evidence, evidenceVersions } from '../../db/schema/index.ts'
import type { Database } from '../../db/scope.ts'
import { notFound } from '../../domain/failure.ts'

/** A file that was handed in, as it came. */
export interface EvidenceFile {
  readonly fileName: string
  readonly mediaType: string
  readonly content: Uint8Array
}

/**
 * The bytes of one version of a piece of evidence.
 *
 * @throws Failure `not-found` where there is none, or the version is no file
 */
export function readEvidenceFile(
  services: { readonly database: Database },
  place: { readonly organizationId: string; readonly isvId: string },
  named: { readonly productId: string; readonly itemId: string; readonly evidenceId: string; readonly number: number },
): Promise<EvidenceFile> {
  return services.database.within({ kind: 'isv', ...place }, async (transaction) => {
    const [row] = await transaction
      .select({
        itemId: evidence.itemId,
        fileName: evidenceVersions.fileName,
        mediaType: evidenceVersions.mediaType,
        content: blobs.content,
      })
      .from(evidence)
      .innerJoin(evidenceVersions, eq(evidenceVersions.evidenceId, evidence.id))
      .innerJoin(blobs, and(eq(blobs.isvId, evidence.isvId), eq(blobs.hash, evidenceVersions.hash)))
      .where(
        and(
          eq(evidence.id, named.evidenceId),
          eq(evidence.productId, named.productId),
          eq(evidenceVersions.number, named.number),
          eq(evidenceVersions.kind, 'file'),
        ),
      )
    if (row === undefined || row.itemId !== named.itemId || row.fileName === null || row.mediaType === null) {
      throw notFound()
    }
    return { fileName: row.fileName, mediaType: row.mediaType, content: row.content }
  })
}
