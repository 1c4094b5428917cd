import { createDataverseState } from '../dataverse/state.ts'
import { addApplicationUser } from '../dataverse/users/organization-user.ts'
import { EmulatorSettingsError } from '../identity/settings-error.ts'
import { type ConnectionState, createPowerPlatformState } from '../power-platform/state.ts'
import type { TenantState } from '../state/emulator-state.ts'
import type { EnvironmentState, OrganizationState } from '../state/environment-state.ts'
import type { SeedConnection, SeedEnvironment } from './seed.ts'
import { stableId } from './stable-id.ts'

/** Hosts of Dataverse by region. */
const hosts: Readonly<Record<string, string>> = {
  unitedstates: 'crm',
  southamerica: 'crm2',
  canada: 'crm3',
  europe: 'crm4',
  asia: 'crm5',
  australia: 'crm6',
  japan: 'crm7',
  india: 'crm8',
  unitedkingdom: 'crm11',
  france: 'crm12',
  germany: 'crm16',
  switzerland: 'crm17',
}

/**
 * Adds an environment of a seed to its tenant.
 *
 * @throws EmulatorSettingsError where it names an account or an application that the tenant does not have.
 */
export function plantEnvironment(tenant: TenantState, seed: SeedEnvironment, now: Date): void {
  const isDefault = seed.kind === 'Default' || (seed.kind === undefined && seed.id === undefined)
  const name =
    seed.id ?? (isDefault ? `Default-${tenant.tenantId}` : stableId('environment', tenant.tenantId, seed.name))
  if (tenant.environments[name] !== undefined) {
    throw new EmulatorSettingsError(`${tenant.name} has two environments with the id ${name}. Give each its own.`)
  }
  const person = (userName: string) => accountNamed(tenant, userName, seed.name)
  const region = seed.region ?? tenant.region
  const administrator = Object.values(tenant.accounts).find(({ directoryRoles }) => directoryRoles.length > 0)
  const environment: EnvironmentState = {
    ...createPowerPlatformState(),
    name,
    displayName: seed.name,
    sku: seed.kind ?? (isDefault ? 'Default' : 'Production'),
    isDefault,
    region,
    createdTime: now.toISOString(),
    createdBy: administrator?.objectId ?? '',
    makers: (seed.makers ?? []).map(person),
    administrators: (seed.administrators ?? []).map(person),
  }
  environment.dataPolicies = (seed.dataPolicies ?? []).map((policy) => ({
    displayName: policy.name,
    business: [...policy.business],
    blocked: [...(policy.blocked ?? [])],
  }))
  for (const connection of seed.connections ?? []) {
    const planted = connectionState(tenant, connection, seed.name, now)
    environment.connections[planted.name] = planted
  }
  tenant.environments[name] = environment
  if (seed.dataverse !== undefined) plantDataverse(tenant, environment, seed.dataverse, now)
}

function plantDataverse(
  tenant: TenantState,
  environment: EnvironmentState,
  { domain, host, applicationUsers = [], unlicensed = [] }: NonNullable<SeedEnvironment['dataverse']>,
  now: Date,
): void {
  const id = stableId('organization', tenant.tenantId, domain)
  const organization: OrganizationState = {
    id,
    domainName: domain,
    uniqueName: `unq${id.replaceAll('-', '').slice(0, 24)}`,
    friendlyName: environment.displayName,
    host: `${domain}.${host ?? hosts[environment.region] ?? 'crm'}.dynamics.com`,
    version: '9.2.24052.158',
    baseLanguage: 1033,
  }
  environment.organization = organization
  environment.dataverse = createDataverseState({
    organizationId: id,
    uniqueName: organization.uniqueName,
    createdAt: now,
  })
  environment.dataverse.activation.unlicensed = unlicensed.map((user) =>
    accountNamed(tenant, user, environment.displayName),
  )
  for (const clientId of applicationUsers) {
    if (addApplicationUser(tenant, environment, clientId.toLowerCase(), now) === undefined) {
      throw new EmulatorSettingsError(
        `The environment "${environment.displayName}" has the application user ${clientId}, which ${tenant.name} did not install. Add it to the tenant's installed applications.`,
      )
    }
  }
}

function connectionState(tenant: TenantState, seed: SeedConnection, place: string, now: Date): ConnectionState {
  const owner = accountNamed(tenant, seed.owner, place)
  const name = seed.id ?? stableId('connection', tenant.tenantId, place, seed.connector, seed.name).replaceAll('-', '')
  const time = now.toISOString()
  return {
    name,
    connector: seed.connector,
    displayName: seed.name,
    status: seed.status ?? 'connected',
    accountName: seed.owner,
    parameters: {},
    secretsStored: [],
    createdBy: owner,
    createdTime: time,
    lastModifiedTime: time,
    permissions: [
      { principal: owner, principalType: 'User', roleName: 'Owner' },
      ...(seed.sharedWith ?? []).map(({ principal, role }) => {
        const application = tenant.servicePrincipals[principal.toLowerCase()]
        return application === undefined
          ? { principal: accountNamed(tenant, principal, place), principalType: 'User' as const, roleName: role }
          : { principal: application.objectId, principalType: 'ServicePrincipal' as const, roleName: role }
      }),
    ],
    consentCodes: {},
  }
}

function accountNamed(tenant: TenantState, userName: string, place: string): string {
  const wanted = userName.toLowerCase()
  const found = Object.values(tenant.accounts).find(
    ({ userPrincipalName }) => userPrincipalName.toLowerCase() === wanted,
  )
  if (found !== undefined) return found.objectId
  throw new EmulatorSettingsError(
    `"${place}" names ${userName}, who is no account of ${tenant.name}. Add the account, or correct the name.`,
  )
}
