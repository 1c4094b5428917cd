import { and, eq } from 'drizzle-orm'
import { idempotencyRecords } from '../db/schema/index.ts'
import type { Transaction } from '../db/scope.ts'
import { Failure } from '../domain/failure.ts'
import { invalidInput } from './parse-input.ts'

/** A request that may come again. */
export interface KeyedRequest {
  readonly principalId: string
  readonly place: string
  readonly key: string
  readonly verb: string
  readonly inputHash: string
}

/** What a key may be: our forms send UUIDs, programs what they like within these bounds. */
const wellFormed = /^[\x21-\x7e]{1,200}$/

/**
 * Takes the key, or finds what was answered to it before. A second request with the same key that arrives while the
 * first is under way waits for the first one's end, since both want the same row.
 *
 * @throws Failure `key-reused` where the key was used for something else, `invalid-input` where it is none.
 */
export async function rememberedResult(
  transaction: Transaction,
  request: KeyedRequest,
  now: Date,
): Promise<{ readonly result: unknown } | undefined> {
  if (!wellFormed.test(request.key)) throw noKey()
  const taken = await transaction
    .insert(idempotencyRecords)
    .values({ ...request, result: null, createdAt: now })
    .onConflictDoNothing()
    .returning({ key: idempotencyRecords.key })
  if (taken.length > 0) return undefined
  const [earlier] = await transaction.select().from(idempotencyRecords).where(sameKey(request))
  if (earlier === undefined) throw new Error('An idempotency key was taken and is not there.')
  if (earlier.verb !== request.verb || earlier.inputHash !== request.inputHash) throw keyReused()
  return { result: earlier.result }
}

/** Keeps the answer beside the key, in the transaction of the change itself. */
export async function rememberResult(transaction: Transaction, request: KeyedRequest, result: unknown): Promise<void> {
  await transaction
    .update(idempotencyRecords)
    .set({ result: result ?? null })
    .where(sameKey(request))
}

function sameKey(request: KeyedRequest) {
  return and(
    eq(idempotencyRecords.principalId, request.principalId),
    eq(idempotencyRecords.place, request.place),
    eq(idempotencyRecords.key, request.key),
  )
}

function noKey(): Failure {
  return invalidInput([
    {
      field: 'key',
      message: {
        en: 'The key of this form is damaged. Open the page again and send it from there.',
        nl: 'De sleutel van dit formulier is beschadigd. Open de pagina opnieuw en verstuur het van daaruit.',
      },
    },
  ])
}

function keyReused(): Failure {
  return new Failure('key-reused', {
    what: { en: 'Nothing was done: this key was used before.', nl: 'Er is niets gedaan: deze sleutel is al gebruikt.' },
    why: {
      en: 'The same Idempotency-Key came with another content.',
      nl: 'Dezelfde Idempotency-Key kwam met een andere inhoud.',
    },
    fix: { en: 'Send the change with a new key.', nl: 'Verstuur de wijziging met een nieuwe sleutel.' },
  })
}
