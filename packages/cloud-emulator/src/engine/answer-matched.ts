import type { Operation } from '@sevenstep/cloud-access/operations'
import { z } from 'zod'
import type { Caller } from '../operation/caller.ts'
import { EmulatedFailure } from '../operation/emulated-failure.ts'
import type { Answer, EmulatedCall } from '../operation/emulated-operation.ts'
import type { WorkPlan } from '../operation/work-plan.ts'
import type { TenantState } from '../state/emulator-state.ts'
import { guardTenant } from '../state/guard-records.ts'
import { reachableFor } from '../transport/original-address.ts'
import { checkCredentials } from './credentials-rule.ts'
import type { Passage, ServiceRequest } from './engine.ts'
import { bodyReader, demandApiVersion, type InputReading, readInput } from './read-input.ts'
import type { Match } from './route-table.ts'
import { tokenRefusal } from './token-refusals.ts'

/**
 * Answers a request whose caller is known: checks credentials and version, reads the input, asks the answer, and holds
 * what comes back against the operation.
 *
 * @param matches operations on the same path; the first whose schemas the request fits is meant.
 */
export async function answerMatched(passage: Passage, caller: Caller, matches: readonly Match[]): Promise<Answer> {
  const { parts, request } = passage
  const bytes = await request.bytes()
  const { match, input } = fitting(matches, request, bytes)
  passage.match = match
  const { operation } = match.emulated
  const tenant = tenantFor(passage, caller)
  if (caller.kind !== 'anonymous') checkCredentials(operation, caller, tenant, request.url)
  demandApiVersion(operation, request.url)
  if (operation.method !== 'GET') parts.store.remember(tenant.tenantId, passage.context.now)
  const call: EmulatedCall = {
    operation,
    // Parsed by this operation's schemas just above.
    input: input() as EmulatedCall['input'],
    caller,
    tenant,
    state: parts.store.state,
    url: request.url,
    headers: request.headers,
    bytes: () => bytes,
    clock: parts.clock,
    planWork: (kind, usual) => planWork(passage, kind, usual),
    reachable: (address) => reachableFor(request.way, address),
  }
  const environments = Object.keys(tenant.environments).length
  const answer = await match.emulated.answer(call)
  if (Object.keys(tenant.environments).length > environments) guardTenant(tenant)
  // A caller who chose the members gets those alone, which the schema does not know.
  if (parts.checkAnswers && !/[?&](\$|%24)?select=/i.test(request.url.search)) checkAnswer(operation, answer)
  return answer
}

/** Finds the operation that is meant; what does not fit is only said once the credentials were looked at. */
function fitting(matches: readonly Match[], request: ServiceRequest, bytes: Uint8Array) {
  let meant: { match: Match; reading: InputReading } | undefined
  const body = bodyReader(request, bytes)
  for (const match of matches) {
    const reading = readInput(match.emulated.operation, { ...request, path: match.path, body })
    // Where nothing fits, the first is the most particular, so what it lacks is said.
    if (reading.ok || meant === undefined) meant = { match, reading }
    if (reading.ok) break
  }
  if (meant === undefined) throw new EmulatedFailure(500, 'EmulatorFailed', 'No operation was given to choose from.')
  const { match, reading } = meant
  return {
    match,
    input: () => {
      if (!reading.ok) throw reading.failure
      return reading.input
    },
  }
}

function tenantFor({ parts, request, context, match }: Passage, caller: Caller): TenantState {
  const tenant = parts.store.state.tenants[caller.tenantId.toLowerCase()]
  if (tenant === undefined) {
    if (request.service === 'storage') {
      throw new EmulatedFailure(404, 'ContainerNotFound', 'The specified container does not exist.')
    }
    throw tokenRefusal({ ...request, now: context.now }, { kind: 'tenant', tenant: caller.tenantId })
  }
  if (request.method !== 'GET') return tenant
  const stale = parts.faults.strike(['stale-reads'], {
    operation: match?.emulated.operation.id,
    service: request.service,
    method: request.method,
    tenant: caller.tenantId,
    application: caller.appId,
  })
  if (stale === undefined) return tenant
  return parts.store.asOf(tenant.tenantId, new Date(context.now.getTime() - stale.seconds * 1000)) ?? tenant
}

function planWork({ parts, request, context, caller, match }: Passage, kind: string, usual: number): WorkPlan {
  const fault = parts.faults.strike(['slow-work', 'stuck-work', 'failing-work'], {
    operation: match?.emulated.operation.id,
    service: request.service,
    method: request.method,
    tenant: caller?.tenantId,
    application: caller?.appId,
    work: kind,
  })
  const length = usual * parts.workSpeed * (fault?.kind === 'slow-work' ? fault.factor : 1)
  return {
    startsAt: context.now.toISOString(),
    endsAt: fault?.kind === 'stuck-work' ? null : new Date(context.now.getTime() + length).toISOString(),
    outcome:
      fault?.kind === 'failing-work'
        ? {
            code: fault.code ?? 'InternalServerError',
            message: fault.message ?? 'The work failed because a fault asked for it.',
          }
        : 'success',
  }
}

/** An answer that its own operation does not describe is a fault of the emulator, and said as one. */
function checkAnswer(operation: Operation, answer: Answer): void {
  if (answer.status === 304 || answer.status >= 400) return
  const schema = operation.responses[answer.status]
  if (schema === undefined) {
    throw new Error(
      `The answer to ${operation.id} has the status ${answer.status}, which the operation does not state.`,
    )
  }
  const result = schema.safeParse(answer.body)
  if (!result.success) {
    throw new Error(`The answer to ${operation.id} does not fit its schema.\n${z.prettifyError(result.error)}`)
  }
}
