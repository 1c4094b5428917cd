import type { Caller } from '../../operation/caller.ts'
import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import type { EmulatedCall } from '../../operation/emulated-operation.ts'
import type { TenantState } from '../../state/emulator-state.ts'
import type { EnvironmentState } from '../../state/environment-state.ts'

/** Who asks where: enough to look an environment up. */
export type Asking = Pick<EmulatedCall, 'caller' | 'tenant'>

/** Directory roles whose holders administer every environment. */
const administratorRoles: ReadonlySet<string> = new Set([
  'Global Administrator',
  'Power Platform Administrator',
  'Dynamics 365 Administrator',
])

/** Whether the caller administers the whole tenant: by a role, or as an application registered for it. */
export function administersTenant({ caller, tenant }: Asking): boolean {
  if (caller.kind === 'application') return Object.hasOwn(tenant.managementApplications, caller.appId)
  return tenant.accounts[caller.objectId]?.directoryRoles.some((role) => administratorRoles.has(role)) ?? false
}

/** Whether the caller administers an environment. */
export function administers(asking: Asking, environment: EnvironmentState): boolean {
  return administersTenant(asking) || environment.administrators.includes(asking.caller.objectId)
}

/** Whether the caller may make things in an environment. Everybody may in the default one. */
export function maySee(asking: Asking, environment: EnvironmentState): boolean {
  if (administers(asking, environment) || environment.makers.includes(asking.caller.objectId)) return true
  return environment.isDefault && asking.caller.kind === 'delegated'
}

/**
 * The environment of that name, `~default` for the default one.
 *
 * @throws EmulatedFailure where there is none, or the caller may not use it (`administer` asks for more).
 */
export function environmentNamed(asking: Asking, name: string, right: 'use' | 'administer' = 'use'): EnvironmentState {
  const environment = findEnvironment(asking.tenant, name)
  if (environment === undefined) throw environmentMissing(name)
  const may = right === 'use' ? maySee(asking, environment) : administers(asking, environment)
  if (!may) throw accessDenied(asking.caller, environment)
  return environment
}

/** The environment a Power Apps request names in its filter: `environment eq '{name}'`. */
export function environmentInFilter(asking: Asking, filter: string | undefined): EnvironmentState {
  const name = /environment\s+eq\s+'([^']+)'/i.exec(filter ?? '')?.[1]
  if (name === undefined) {
    throw new EmulatedFailure(
      400,
      'MissingEnvironmentFilter',
      "The query has to name the environment: $filter=environment eq '{name}'.",
    )
  }
  return environmentNamed(asking, name)
}

/** Milliseconds until all services and the database know a new environment. */
export const settlingTime = 60_000

/**
 * The environment that a host of the Power Platform API names: `{first 30}.{last 2}.environment.api.powerplatform.com`.
 *
 * @throws EmulatedFailure where there is none, also in the first minute of a new one.
 */
export function environmentOfHost(asking: Asking & Pick<EmulatedCall, 'clock' | 'url'>): EnvironmentState {
  const [first = '', last = ''] = asking.url.hostname.toLowerCase().split('.')
  const asked = `${first}${last}`
  const environment = Object.values(asking.tenant.environments).find(({ name }) => hostForm(name) === asked)
  if (environment === undefined || isTooNew(asking, environment)) {
    throw new EmulatedFailure(
      404,
      'ServiceToServiceEnvironmentNotFound',
      `The environment '${asked}' could not be found in the tenant '${asking.tenant.tenantId}'.`,
    )
  }
  if (!maySee(asking, environment)) throw accessDenied(asking.caller, environment)
  return environment
}

function isTooNew({ tenant, clock }: Asking & Pick<EmulatedCall, 'clock'>, { name }: EnvironmentState): boolean {
  const made = Object.values(tenant.lifecycleOperations).find(({ environment }) => environment === name)
  return made?.plan.endsAt != null && clock.now().getTime() < Date.parse(made.plan.endsAt) + settlingTime
}

/** An environment's name without dashes and in lower case, as its host has it. */
function hostForm(name: string): string {
  return name.replaceAll('-', '').toLowerCase()
}

function findEnvironment(tenant: TenantState, name: string): EnvironmentState | undefined {
  const all = Object.values(tenant.environments)
  if (name === '~default') return all.find(({ isDefault }) => isDefault)
  return tenant.environments[name] ?? all.find((one) => one.name.toLowerCase() === name.toLowerCase())
}

function environmentMissing(name: string): EmulatedFailure {
  return new EmulatedFailure(404, 'EnvironmentNotFound', `Could not find the environment '${name}'.`)
}

function accessDenied(caller: Caller, { name }: EnvironmentState): EmulatedFailure {
  return new EmulatedFailure(
    403,
    'EnvironmentAccessDenied',
    `Access to the environment '${name}' is denied for the principal '${caller.objectId}'.`,
  )
}
