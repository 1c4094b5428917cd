import type { PartnerState } from '../partner-center/state.ts'
import type { EmulatorState, TenantState } from './emulator-state.ts'
import type { EnvironmentState } from './environment-state.ts'

/**
 * Takes the prototype from every record that is looked up by names from outside, so that an environment called
 * `toString` or a flow called `__proto__` is simply not there.
 */
export function guardRecords(state: EmulatorState): EmulatorState {
  bare(state.tenants)
  for (const tenant of Object.values(state.tenants)) guardTenant(tenant)
  return state
}

/** The same for one tenant. */
export function guardTenant(tenant: TenantState): TenantState {
  const { accounts, applications, servicePrincipals, subscriptions, environments, managementApplications } = tenant
  for (const record of [
    accounts,
    applications,
    servicePrincipals,
    subscriptions,
    environments,
    managementApplications,
  ]) {
    bare(record)
  }
  if (tenant.partner !== undefined) guardPartner(tenant.partner)
  for (const environment of Object.values(environments)) guardEnvironment(environment)
  return tenant
}

function guardPartner({ agreements, carts, orders, subscriptions, answered }: PartnerState): void {
  for (const record of [agreements, carts, orders, subscriptions, answered]) bare(record)
}

function guardEnvironment({ connectors, connections, flows, packaging, dataverse }: EnvironmentState): void {
  for (const record of [connectors, connections, flows, packaging.containers, packaging.operations]) bare(record)
  for (const { blobs, blocks } of Object.values(packaging.containers)) {
    bare(blobs)
    bare(blocks)
  }
  if (dataverse === undefined) return
  for (const record of [dataverse.tables, dataverse.associations, dataverse.staged, dataverse.exports]) bare(record)
  for (const table of Object.values(dataverse.tables)) bare(table)
}

function bare(record: object): void {
  if (Object.getPrototypeOf(record) !== null) Object.setPrototypeOf(record, null)
}
