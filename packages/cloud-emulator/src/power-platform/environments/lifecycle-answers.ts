import { randomUUID } from 'node:crypto'
import { createEnvironment, readLifecycleOperation, validateEnvironment } from '@sevenstep/cloud-access/operations'
import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import { answerOperation, type EmulatedCall } from '../../operation/emulated-operation.ts'
import { administersTenant } from '../shared/environment-of.ts'
import { moment } from '../shared/moment.ts'
import { namePrincipal } from '../shared/principals.ts'
import type { LifecycleState, WrittenEnvironment } from '../state.ts'
import { demandEnvironment, settleLifecycles } from './make-environment.ts'

/** Making environments, which goes on after the answer. */
export const lifecycleAnswers = [
  answerOperation(
    createEnvironment,
    (call) => {
      demandAdministrator(call)
      settleLifecycles(call.tenant, call.clock.now())
      const written = writtenOf(call.input.body)
      demandEnvironment(call.tenant, written)
      const work: LifecycleState = {
        id: randomUUID(),
        environment: randomUUID(),
        written,
        plan: call.planWork('environment-creation', 30_000),
        state: 'Running',
        startedBy: call.caller.objectId,
      }
      call.tenant.lifecycleOperations[work.id] = work
      const location = `https://${written.region}.api.bap.microsoft.com${pathOf(work)}?api-version=2023-06-01`
      return { status: 202, body: {}, headers: { location: call.reachable(location), 'retry-after': '5' } }
    },
    { differences: ['Capacity is never short; a new environment is known everywhere after a minute.'] },
  ),
  answerOperation(validateEnvironment, (call) => {
    demandAdministrator(call)
    demandEnvironment(call.tenant, writtenOf(call.input.body ?? {}))
    return { status: 200, body: {} }
  }),
  answerOperation(readLifecycleOperation, (call) => {
    demandAdministrator(call)
    settleLifecycles(call.tenant, call.clock.now())
    const { operation } = call.input.path
    const work = Object.hasOwn(call.tenant.lifecycleOperations, operation)
      ? call.tenant.lifecycleOperations[operation]
      : undefined
    if (work === undefined) {
      throw new EmulatedFailure(
        404,
        'LifecycleOperationNotFound',
        `Could not find the lifecycle operation '${operation}'.`,
      )
    }
    return { status: 200, body: presentLifecycle(call, work) }
  }),
]

function pathOf({ id }: LifecycleState): string {
  return `/providers/Microsoft.BusinessAppPlatform/lifecycleOperations/${id}`
}

function presentLifecycle({ tenant, clock }: Pick<EmulatedCall, 'tenant' | 'clock'>, work: LifecycleState) {
  const { id, environment, plan, state, startedBy, error } = work
  const last = moment(state === 'Running' ? clock.now() : new Date(plan.endsAt ?? plan.startsAt))
  const stage = (name: string) => ({
    id: name,
    name,
    state: { id: state },
    firstActionDateTime: moment(plan.startsAt),
    lastActionDateTime: last,
  })
  const { displayName, type } = namePrincipal(tenant, startedBy)
  return {
    id,
    links: {
      self: { path: pathOf(work) },
      environment: { path: `/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments/${environment}` },
    },
    type: { id: 'Create' },
    typeDisplayName: 'Create',
    state: { id: state },
    createdDateTime: moment(plan.startsAt),
    lastActionDateTime: last,
    requestedBy: { id: startedBy, displayName, type },
    stages: ['Validate', 'Prepare', 'Run', 'Finalize'].map(stage),
    ...(error === undefined ? {} : { error }),
  }
}

function writtenOf(body: object): WrittenEnvironment {
  const properties = Object(Reflect.get(body, 'properties'))
  const database = Object(properties.linkedEnvironmentMetadata)
  const domain: unknown = database.domainName
  const hasDatabase = properties.linkedEnvironmentMetadata !== undefined
  return {
    displayName: String(properties.displayName ?? ''),
    sku: String(properties.environmentSku ?? ''),
    region: String(Reflect.get(body, 'location') ?? 'unitedstates'),
    ...(hasDatabase ? { domainName: typeof domain === 'string' ? domain : `org${randomUUID().slice(0, 8)}` } : {}),
    ...(typeof database.baseLanguage === 'number' ? { baseLanguage: database.baseLanguage } : {}),
  }
}

function demandAdministrator(call: Pick<EmulatedCall, 'caller' | 'tenant'>): void {
  if (administersTenant(call)) return
  throw new EmulatedFailure(
    403,
    'Forbidden',
    `The caller '${call.caller.objectId}' does not administer environments of this tenant.`,
  )
}
