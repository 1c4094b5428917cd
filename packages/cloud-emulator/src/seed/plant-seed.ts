import { apiResources, dataverseResource } from '../identity/cloud/api-resources.ts'
import { agree } from '../identity/cloud/permissions.ts'
import { EmulatorSettingsError } from '../identity/settings-error.ts'
import { createPartnerState, type PartnerState } from '../partner-center/state.ts'
import { createTenantPowerPlatformState } from '../power-platform/state.ts'
import type { AccountState, ApplicationState, DirectoryState } from '../state/directory-state.ts'
import type { EmulatorState, TenantState } from '../state/emulator-state.ts'
import { plantEnvironment } from './plant-environment.ts'
import type { Seed, SeedAccount, SeedApplication, SeedPartner, SeedPermission, SeedTenant } from './seed.ts'
import { digestOf, stableId } from './stable-id.ts'

/**
 * Makes a state from a seed.
 *
 * @throws EmulatorSettingsError where the seed names something that is not there, or something twice.
 */
export function plantSeed(seed: Seed, now: Date): EmulatorState {
  const state: EmulatorState = { version: 1, tenants: {} }
  for (const tenant of seed.tenants) {
    const id = tenant.id.toLowerCase()
    if (state.tenants[id] !== undefined)
      throw new EmulatorSettingsError(`Two tenants have the id ${id}. Give each its own.`)
    state.tenants[id] = tenantState(tenant, id, now)
  }
  // Applications of other tenants are only known once every tenant is there.
  for (const tenant of seed.tenants) install(tenant, state)
  for (const tenant of seed.tenants) {
    const planted = state.tenants[tenant.id.toLowerCase()]
    if (planted === undefined) continue
    for (const environment of tenant.environments ?? []) plantEnvironment(planted, environment, now)
  }
  return state
}

function tenantState(tenant: SeedTenant, tenantId: string, now: Date): TenantState {
  const subscriptions: DirectoryState['subscriptions'] = {}
  for (const { partNumber, skuId = stableId('sku', partNumber), units, plans = [] } of tenant.licences ?? []) {
    subscriptions[skuId] = {
      skuId,
      skuPartNumber: partNumber,
      enabledUnits: units,
      servicePlans: plans.map(({ id, name }) => ({ servicePlanId: id, servicePlanName: name })),
    }
  }
  const accounts: DirectoryState['accounts'] = {}
  for (const account of tenant.accounts ?? []) {
    const planted = accountState(account, tenant, subscriptions)
    accounts[planted.objectId] = planted
  }
  const applications: DirectoryState['applications'] = {}
  for (const application of tenant.applications ?? []) {
    const planted = applicationState(application, now)
    applications[planted.clientId] = planted
  }
  const region = tenant.region ?? 'europe'
  return {
    ...createTenantPowerPlatformState(),
    tenantId,
    name: tenant.name,
    domain: tenant.domain,
    region,
    countryCode: tenant.country ?? 'NL',
    accounts,
    applications,
    servicePrincipals: {},
    subscriptions,
    consents: [],
    environments: {},
    ...(tenant.partner !== undefined && { partner: partnerState(tenant.partner, now) }),
    managementApplications: Object.fromEntries(
      (tenant.managementApplications ?? []).map((id) => [
        id.toLowerCase(),
        { registeredTime: now.toISOString(), registeredBy: Object.keys(accounts)[0] ?? '' },
      ]),
    ),
  }
}

function partnerState({ customers, agreed = [] }: SeedPartner, now: Date): PartnerState {
  const lower = (ids: readonly string[]) => ids.map((id) => id.toLowerCase())
  return createPartnerState(lower(customers), lower(agreed), now)
}

function accountState(
  account: SeedAccount,
  tenant: SeedTenant,
  subscriptions: DirectoryState['subscriptions'],
): AccountState {
  const licences = (account.licences ?? []).map((partNumber) => {
    const sku = Object.values(subscriptions).find(({ skuPartNumber }) => skuPartNumber === partNumber)
    if (sku === undefined) {
      throw new EmulatorSettingsError(
        `The account ${account.userName} has the licence ${partNumber}, which its tenant did not buy. Add it to the tenant's licences.`,
      )
    }
    return sku.skuId
  })
  return {
    objectId: account.id?.toLowerCase() ?? stableId('account', account.userName.toLowerCase()),
    userPrincipalName: account.userName,
    name: account.name,
    mail: account.userName,
    enabled: account.enabled ?? true,
    usageLocation: account.usageLocation ?? tenant.country ?? 'NL',
    directoryRoles: [...(account.roles ?? [])],
    licences,
    ...(account.password === undefined ? {} : { passwordDigest: digestOf(account.password) }),
    ...(account.description === undefined ? {} : { description: account.description }),
  }
}

function applicationState(application: SeedApplication, now: Date): ApplicationState {
  const clientId = application.id.toLowerCase()
  const { secret } = application
  return {
    clientId,
    objectId: stableId('application', clientId),
    name: application.name,
    signInAudience: application.audience ?? 'AzureADMyOrg',
    publicClient: application.allowPublicClient ?? false,
    redirectUris: [...(application.redirectUris ?? [])],
    secrets:
      secret === undefined
        ? []
        : [{ keyId: stableId('secret', clientId), digest: digestOf(secret), hint: secret.slice(0, 3) }],
    certificateKeys: [...(application.certificateKeys ?? [])],
    federatedCredentials: [...(application.federated ?? [])],
    requiredPermissions: (application.permissions ?? []).map(({ api, delegated = [], application: roles = [] }) => ({
      resource: apiId(api),
      scopes: [...delegated],
      roles: [...roles],
    })),
    identifierUris: [...(application.identifierUris ?? [])],
    exposedScopes: [...(application.exposes ?? [])],
    createdDateTime: now.toISOString(),
    more: {},
  }
}

function apiId(api: SeedPermission['api']): string {
  const wanted = api.toLowerCase()
  const known = [...apiResources, dataverseResource].find(
    ({ name, clientId, identifiers }) =>
      name.toLowerCase() === wanted || clientId === wanted || identifiers.some((each) => each.toLowerCase() === wanted),
  )
  if (known !== undefined) return known.clientId
  if (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(wanted)) return wanted
  throw new EmulatorSettingsError(
    `The API "${api}" is not known. Name it by its client id, or use one of: ${[...apiResources, dataverseResource].map(({ name }) => name).join(', ')}.`,
  )
}

function install(seed: SeedTenant, state: EmulatorState): void {
  const tenant = state.tenants[seed.id.toLowerCase()]
  if (tenant === undefined) return
  const own = (seed.applications ?? []).map(({ id, consented = false }) => ({ application: id, consented }))
  for (const { application, consented = true } of [...own, ...(seed.installed ?? [])]) {
    const clientId = application.toLowerCase()
    const found = Object.values(state.tenants)
      .flatMap(({ applications }) => Object.values(applications))
      .find((each) => each.clientId === clientId)
    if (found === undefined) {
      throw new EmulatorSettingsError(
        `${seed.name} has the application ${application} installed, which no tenant registered. Add it to a tenant's applications.`,
      )
    }
    const roles = consented
      ? found.requiredPermissions.flatMap(({ resource, roles: names }) => names.map((role) => ({ resource, role })))
      : []
    tenant.servicePrincipals[clientId] = {
      objectId: stableId('service principal', tenant.tenantId, clientId),
      clientId,
      name: found.name,
      enabled: true,
      roles,
    }
    if (!consented) continue
    for (const { resource, scopes } of found.requiredPermissions) {
      if (scopes.length > 0) agree(tenant, { clientId, principal: 'everybody', resource, scopes: [...scopes] })
    }
  }
}
