import { randomUUID } from 'node:crypto'
import { createDataverseState } from '../../dataverse/state.ts'
import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import { standingOf } from '../../operation/work-plan.ts'
import type { TenantState } from '../../state/emulator-state.ts'
import type { EnvironmentState } from '../../state/environment-state.ts'
import { settlingTime } from '../shared/environment-of.ts'
import { createPowerPlatformState, type LifecycleState, type WrittenEnvironment } from '../state.ts'

const skus: ReadonlySet<string> = new Set(['Production', 'Sandbox', 'Trial', 'Developer'])

/** Hosts of Dataverse by region; another region takes the first one's. */
const dataverseHosts: Readonly<Record<string, string>> = { unitedstates: 'crm', europe: 'crm4', unitedkingdom: 'crm11' }

/** @throws EmulatedFailure (400) where an environment cannot be made so. */
export function demandEnvironment(tenant: TenantState, written: WrittenEnvironment): void {
  const { displayName, sku, domainName } = written
  const refuse = (message: string) => new EmulatedFailure(400, 'InvalidEnvironmentDetails', message)
  if (displayName.trim() === '') throw refuse('The environment needs a name.')
  if (!skus.has(sku)) throw refuse(`The environment SKU '${sku}' is not one of ${[...skus].join(', ')}.`)
  const taken = Object.values(tenant.environments).some(({ organization }) => organization?.domainName === domainName)
  if (domainName !== undefined && taken) throw refuse(`The domain name '${domainName}' is taken.`)
}

/** Brings the making of environments up to the emulator's present. */
export function settleLifecycles(tenant: TenantState, now: Date): void {
  for (const work of Object.values(tenant.lifecycleOperations)) {
    if (work.state !== 'Running' || standingOf(work.plan, now) !== 'ended') continue
    if (work.plan.outcome !== 'success') {
      work.state = 'Failed'
      work.error = work.plan.outcome
      continue
    }
    work.state = 'Succeeded'
    tenant.environments[work.environment] = environmentOf(work, new Date(work.plan.endsAt ?? now))
  }
}

function environmentOf({ environment: name, written, startedBy }: LifecycleState, now: Date): EnvironmentState {
  const { displayName, sku, region, domainName, baseLanguage = 1033 } = written
  const made: EnvironmentState = {
    ...createPowerPlatformState(),
    name,
    displayName,
    // Looked at before the work began.
    sku: sku as EnvironmentState['sku'],
    isDefault: false,
    region,
    createdTime: now.toISOString(),
    createdBy: startedBy,
    makers: [],
    administrators: [startedBy],
  }
  if (domainName === undefined) return made
  const id = randomUUID()
  const uniqueName = `unq${id.replaceAll('-', '').slice(0, 24)}`
  made.organization = {
    id,
    domainName,
    uniqueName,
    friendlyName: displayName,
    host: `${domainName}.${dataverseHosts[region] ?? 'crm'}.dynamics.com`,
    version: '9.2.24052.158',
    baseLanguage,
  }
  made.dataverse = createDataverseState({
    organizationId: id,
    uniqueName,
    createdAt: now,
    readyAt: new Date(now.getTime() + settlingTime),
  })
  return made
}
