import { randomUUID } from 'node:crypto'
import type { ServiceName } from '@sevenstep/cloud-access/operations'
import type { FaultEffect } from '../faults/fault.ts'
import type { FaultPlan } from '../faults/fault-plan.ts'
import { addressForJournal, type Journal } from '../journal/journal.ts'
import type { Caller } from '../operation/caller.ts'
import { EmulatedFailure } from '../operation/emulated-failure.ts'
import type { Answer } from '../operation/emulated-operation.ts'
import type { EmulatorClock } from '../operation/emulator-clock.ts'
import type { StateStore } from '../state/state-store.ts'
import type { WayIn } from '../transport/original-address.ts'
import { answerMatched } from './answer-matched.ts'
import { anonymous, authenticate, type TokenReader } from './authenticate.ts'
import { type EnvelopeContext, envelopeOf, requestIdHeaders } from './envelopes.ts'
import { claimsChallenge, faultFailure } from './fault-answers.ts'
import { notCovered } from './not-covered.ts'
import type { Match, RouteTable } from './route-table.ts'
import type { Throttle } from './throttle.ts'

/** What the engine works with. */
export interface EngineParts {
  readonly store: StateStore
  readonly clock: EmulatorClock
  readonly faults: FaultPlan
  readonly journal: Journal
  readonly throttle: Throttle
  readonly tokens: TokenReader
  /** The operations, prepared for matching; loaded with the first request. */
  readonly routes: () => Promise<RouteTable>
  /** Audiences have to match to the letter. */
  readonly strictAudience: boolean
  /** Each answer is held against its operation's own schema; a misfit is the emulator's fault and said loudly. */
  readonly checkAnswers: boolean
  /** How long long-running work takes, against what it usually does. */
  readonly workSpeed: number
  /** Where a person finds what is covered. */
  readonly coveredAt: string
}

/** A request to one of the services, with its original address. */
export interface ServiceRequest {
  readonly service: ServiceName
  readonly method: string
  readonly url: URL
  readonly way: WayIn
  readonly headers: Headers
  readonly bytes: () => Promise<Uint8Array>
}

/** What becomes of a request: an answer, or the connection is cut without one. */
export type Outcome = { readonly kind: 'answer'; readonly answer: Answer } | { readonly kind: 'cut' }

/** A request on its way through the engine. */
export interface Passage {
  readonly parts: EngineParts
  readonly request: ServiceRequest
  readonly context: EnvelopeContext
  match?: Match
  caller?: Caller
  fault?: string
}

/** Answers a request to one of the services, and notes it in the journal. */
export async function answerRequest(parts: EngineParts, request: ServiceRequest): Promise<Outcome> {
  const context = {
    requestId: randomUUID(),
    clientRequestId: clientRequestId(request.headers),
    now: parts.clock.now(),
  }
  const passage: Passage = { parts, request, context }
  try {
    const outcome = await pass(passage)
    return finish(passage, outcome)
  } catch (error) {
    const failure = error instanceof EmulatedFailure ? error : ownFailure(error)
    const answer = envelopeOf(request.service, failure, context)
    return finish(passage, { kind: 'answer', answer }, failure.code)
  }
}

async function pass(passage: Passage): Promise<Outcome> {
  const { parts, request, context } = passage
  const routes = await parts.routes()
  const matches = routes.match(request.service, request.method, request.url.pathname)
  const [first] = matches
  if (first === undefined) throw notCovered(routes, request, parts.coveredAt)
  passage.match = first
  const { operation, options } = first.emulated
  if (request.service === 'storage') {
    const tenantId = options.tenantOf?.(request.url, parts.store.state) ?? ''
    passage.caller = anonymous(tenantId)
  } else {
    const authorization = request.headers.get('authorization') ?? undefined
    const presented = { ...request, authorization, now: context.now, strictAudience: parts.strictAudience }
    const { caller, claims } = await authenticate(presented, parts.tokens)
    passage.caller = caller
    if (!Array.isArray(claims.acrs) && strike(passage, ['claims-challenge'])) throw claimsChallenge(request.service)
  }
  const before = strike(passage, ['drop', 'status', 'throttle', 'expired-token', 'delay'], 'before')
  if (before?.kind === 'drop') return { kind: 'cut' }
  if (before !== undefined && before.kind !== 'delay') throw faultFailure(before, request, context.now)
  const admission = parts.throttle.admit(request.service, throttleKey(passage.caller, request.url), context.now)
  try {
    if (before !== undefined) await new Promise((resolve) => setTimeout(resolve, before.milliseconds))
    const answer = await answerMatched(passage, passage.caller, matches)
    if (strike(passage, ['drop'], 'after') !== undefined) return { kind: 'cut' }
    return { kind: 'answer', answer: { ...answer, headers: { ...admission.headers, ...answer.headers } } }
  } finally {
    admission.leave()
    if (operation.method !== 'GET') parts.store.changed()
  }
}

/** The fault of these kinds that strikes this request now. */
function strike<Kind extends FaultEffect['kind']>(passage: Passage, kinds: readonly Kind[], when?: 'before' | 'after') {
  const { parts, request, caller, match } = passage
  const struck = parts.faults.strike(
    kinds,
    {
      operation: match?.emulated.operation.id,
      service: request.service,
      method: request.method,
      tenant: caller?.tenantId,
      application: caller?.appId,
    },
    (effect) => effect.kind !== 'drop' || effect.when === when,
  )
  if (struck !== undefined) passage.fault = struck.kind
  return struck
}

function throttleKey(caller: Caller, url: URL): string {
  return `${url.hostname} ${caller.objectId}`
}

function finish(passage: Passage, outcome: Outcome, code?: string): Outcome {
  const { parts, request, context, match, caller, fault } = passage
  const tenant = caller?.tenantId
  parts.journal.note({
    at: context.now.toISOString(),
    method: request.method,
    address: addressForJournal(request.url),
    service: request.service,
    ...(match === undefined ? {} : { operation: match.emulated.operation.id }),
    ...(tenant === undefined || tenant === '' ? {} : { tenant }),
    ...(caller === undefined || caller.kind === 'anonymous'
      ? {}
      : { caller: { kind: caller.kind, application: caller.appId, principal: caller.objectId } }),
    status: outcome.kind === 'cut' ? 0 : outcome.answer.status,
    ...(code === undefined ? {} : { code }),
    requestId: context.requestId,
    ...(fault === undefined ? {} : { fault }),
  })
  if (outcome.kind === 'cut') return outcome
  const { answer } = outcome
  return {
    kind: 'answer',
    answer: { ...answer, headers: { ...requestIdHeaders(request.service, context), ...answer.headers } },
  }
}

function ownFailure(error: unknown): EmulatedFailure {
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return new EmulatedFailure(500, 'EmulatorFailed', `The emulator itself failed, not what it stands for: ${told}`)
}

function clientRequestId(headers: Headers): string | undefined {
  for (const name of ['ms-requestid', 'client-request-id', 'x-ms-client-request-id', 'x-ms-correlation-request-id']) {
    const value = headers.get(name)
    if (value !== null && /^[\w-]{1,100}$/.test(value)) return value
  }
  return undefined
}
