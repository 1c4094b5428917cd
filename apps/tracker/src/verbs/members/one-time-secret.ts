import { createHash, randomBytes } from 'node:crypto'
import type { IdPrefix, NewId } from '../../domain/ids.ts'
import type { Place } from '../../domain/principal.ts'

/** A new secret of 256 random bits; for whoever is to have it, and kept nowhere. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a secret: its SHA-256 in hex. The secret is random, so no salt and no slow hash is needed. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/**
 * The id of something that is made with a secret. The same form sent twice names the same row, which then gets the
 * second secret: what the browser shows last is what works, and no secret waits in the database to be shown again.
 */
export function idOfForm(
  prefix: IdPrefix,
  personId: string,
  { organizationId, isvId }: Place,
  formKey: string | undefined,
  newId: NewId,
): string {
  if (formKey === undefined) return newId(prefix)
  const parts = [personId, organizationId, isvId, formKey]
  return `${prefix}_${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)}`
}
