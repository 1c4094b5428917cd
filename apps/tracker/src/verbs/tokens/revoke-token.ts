import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { apiTokens } from '../../db/schema/index.ts'
import { notFound } from '../../domain/failure.ts'
import { may, personOf } from '../../domain/principal.ts'
import { changed, unchanged, type VerbContext } from '../define-verb.ts'
import { inEachPlace } from '../members/in-each-place.ts'

const input = z.strictObject({ tokenId: z.string().max(64) })

/** Revokes a token at once: one's own, or anybody's for those who manage the people of its place. */
export const revokeToken = inEachPlace({
  name: 'token.revoke',
  isv: ['tokens.manage'],
  programme: ['tokens.manage'],
  input,
  run,
})

async function run({ transaction, place, principal, now }: VerbContext, { tokenId }: z.infer<typeof input>) {
  const [token] = await transaction.select().from(apiTokens).where(eq(apiTokens.id, tokenId)).for('update')
  const manages = may(principal, place.isvId === null ? 'members.manage-programme' : 'members.manage-isv', place)
  if (token === undefined || token.isvId !== place.isvId) throw notFound()
  if (token.createdBy !== personOf(principal) && !manages) throw notFound()
  if (token.revokedAt !== null) return unchanged({ tokenId })
  await transaction
    .update(apiTokens)
    .set({ revokedAt: now, updatedAt: now, version: token.version + 1 })
    .where(eq(apiTokens.id, tokenId))
  return changed(
    { tokenId },
    {
      action: 'token.revoked',
      subjectType: 'token',
      subjectId: tokenId,
      sentence: { en: `revoked the API token ${token.name}`, nl: `trok het API-token ${token.name} in` },
      detail: { name: token.name },
    },
  )
}
