import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { apiTokens } from '../../db/schema/index.ts'
import { notAllowed, stateConflict } from '../../domain/failure.ts'
import { personOf } from '../../domain/principal.ts'
import type { Action } from '../../domain/roles.ts'
import { changed, type VerbContext } from '../define-verb.ts'
import { inEachPlace } from '../members/in-each-place.ts'
import { idOfForm } from '../members/one-time-secret.ts'
import { invalidInput } from '../parse-input.ts'
import { longestTokenDays, scopesFor, tokenScopes } from './token-fields.ts'

const input = z.strictObject({
  name: z.string().trim().min(1).max(80),
  scopes: z.array(z.enum(tokenScopes)).min(1).max(tokenScopes.length),
  /** Whole days until it expires. */
  days: z.number().int().min(1).max(longestTokenDays),
  /** Hash of the token; the token itself never comes here. */
  tokenHash: z.string().regex(/^[0-9a-f]{64}$/),
  formKey: z.string().min(8).max(100).optional(),
})

/** Makes a key for a program. It can do no more than its maker can at the moment of use, and never judge. */
export const createToken = inEachPlace({
  name: 'token.create',
  isv: ['tokens.manage'],
  programme: ['tokens.manage'],
  input,
  run,
})

async function run(context: VerbContext, { name, scopes, days, tokenHash, formKey }: z.infer<typeof input>) {
  const { transaction, place, principal, now, newId } = context
  const person = personOf(principal)
  if (person === undefined) throw notAllowed()
  const own = scopesFor(principal, place)
  if (scopes.some((scope) => !own.includes(scope))) throw tooMuch()
  const id = idOfForm('tok', person, place, formKey, newId)
  const expiresAt = new Date(now.getTime() + days * 24 * 3_600_000)
  const kept: readonly Action[] = own.filter((scope) => scopes.includes(scope))
  const [made] = await transaction
    .insert(apiTokens)
    .values({
      id,
      organizationId: place.organizationId,
      isvId: place.isvId,
      name,
      tokenHash,
      scopes: kept,
      createdBy: person,
      expiresAt,
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoUpdate({
      target: apiTokens.id,
      set: { name, scopes: kept, tokenHash, expiresAt, updatedAt: now, version: sql`${apiTokens.version} + 1` },
      // A form sent twice gives the token its second value; one that a program uses already stays as it is.
      setWhere: sql`${apiTokens.revokedAt} is null and ${apiTokens.lastUsedAt} is null and ${apiTokens.createdBy} = ${person}`,
    })
    .returning({ id: apiTokens.id })
  if (made === undefined) throw alreadyUsed()
  return changed(
    { tokenId: id, expiresAt: expiresAt.toISOString() },
    {
      action: 'token.created',
      subjectType: 'token',
      subjectId: id,
      sentence: { en: `made the API token ${name}`, nl: `maakte het API-token ${name}` },
      detail: { name, scopes: kept, expiresAt: expiresAt.toISOString() },
    },
  )
}

function tooMuch() {
  return invalidInput([
    {
      field: 'scopes',
      message: {
        en: 'A token can do no more than you can yourself here.',
        nl: 'Een token kan hier niet meer dan u zelf.',
      },
    },
  ])
}

function alreadyUsed() {
  return stateConflict(
    { en: 'This form was used before.', nl: 'Dit formulier is al gebruikt.' },
    { en: 'Open the page again to make another token.', nl: 'Open de pagina opnieuw om nog een token te maken.' },
  )
}
