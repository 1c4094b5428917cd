import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { appendEvents } from '../audit/append-events.ts'
import type { Database, Scope } from '../db/scope.ts'
import type { Clock } from '../domain/clock.ts'
import { notAllowed, notFound } from '../domain/failure.ts'
import type { NewId } from '../domain/ids.ts'
import { may, type Place, type Principal, principalId } from '../domain/principal.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { refreshProduct } from '../product/refresh-product.ts'
import type { IsvContext, Verb, VerbContext } from './define-verb.ts'
import { rememberedResult, rememberResult } from './idempotency.ts'
import { parseInput } from './parse-input.ts'

/** What verbs are carried out with. */
export interface VerbServices {
  readonly database: Database
  readonly clock: Clock
  readonly newId: NewId
  /** Called after a commit that left work behind, so that it need not wait for the next look. */
  readonly wakeJobs: () => void
}

/** One request to do something. */
export interface Request {
  readonly principal: Principal
  readonly place: Place
  /** As it came in; the verb's own schema judges it. */
  readonly input: unknown
  /** The same key with the same input has one effect, however often it is sent. */
  readonly key?: string | undefined
  readonly requestId?: string | undefined
}

/**
 * Carries out a verb: permission, input, transaction in the tenant, the verb itself, derived state, record, jobs. Either
 * all of it is committed or nothing.
 *
 * @throws Failure with a closed code for every refusal; anything else is a fault of the program.
 */
export async function execute<Input, Result, Context extends VerbContext>(
  services: VerbServices,
  verb: Verb<Input, Result, Context>,
  request: Request,
): Promise<Result> {
  const { principal, place } = request
  const action = verb.allowed.find((candidate) => may(principal, candidate, place))
  if (action === undefined) throw isMember(principal, place) ? notAllowed() : notFound()
  const input = parseInput(verb.input, request.input)
  const inputHash = createHash('sha256')
    .update(canonicalize(input) ?? '')
    .digest('hex')
  let leftWork = false
  const result = await services.database.within(scopeOf(verb.where, principal, place), async (transaction) => {
    leftWork = false
    const now = services.clock.now()
    const keyed =
      request.key === undefined
        ? undefined
        : {
            principalId: principalId(principal),
            place: place.isvId ?? place.organizationId,
            key: request.key,
            verb: verb.name,
            inputHash,
          }
    if (keyed !== undefined) {
      const remembered = await rememberedResult(transaction, keyed, now)
      // What was stored is what this very verb returned for this very input.
      if (remembered !== undefined) return remembered.result as Result
    }
    const context = { transaction, principal, place, now, newId: services.newId }
    // `scopeOf` refuses a verb of an ISV without one, so the place fits the verb's own context.
    const outcome = await verb.run(context as VerbContext as Context & IsvContext, input)
    if (outcome.changed) {
      for (const touched of outcome.touched) await refreshProduct(context, touched)
      await appendEvents(transaction, { ...context, requestId: request.requestId }, outcome.audit)
      for (const job of outcome.jobs) {
        await enqueue(transaction, { ...job, ...place, id: services.newId('job'), now })
        leftWork = true
      }
    }
    if (keyed !== undefined) await rememberResult(transaction, keyed, outcome.result)
    return outcome.result
  })
  if (leftWork) services.wakeJobs()
  return result
}

function scopeOf(where: 'isv' | 'programme', principal: Principal, place: Place): Scope {
  const { organizationId, isvId } = place
  if (where === 'programme') return { kind: 'programme', organizationId }
  if (isvId === null) throw notFound()
  return { kind: 'isv', organizationId, isvId, internal: may(principal, 'comment.read-internal', place) }
}

/** True where the principal has any role there, so that a plain "not allowed" tells nothing new. */
function isMember(principal: Principal, place: Place): boolean {
  return (
    principal.kind !== 'tracker' &&
    principal.held.some(
      (held) => held.organizationId === place.organizationId && (held.isvId === null || held.isvId === place.isvId),
    )
  )
}
