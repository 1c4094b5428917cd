import { createHash } from 'node:crypto'
import { apiResources, dataverseResource } from '../../identity/cloud/api-resources.ts'
import type { AccountState, ApplicationState, ServicePrincipalState } from '../../state/directory-state.ts'
import type { EmulatorState, TenantState } from '../../state/emulator-state.ts'
import { badRequest } from './graph-query.ts'

/** A person as Graph gives it. */
export function presentUser(account: AccountState) {
  const [givenName = '', ...others] = account.name.split(' ')
  return {
    businessPhones: [],
    displayName: account.name,
    givenName,
    jobTitle: null,
    mail: account.mail ?? null,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: null,
    surname: others.join(' '),
    userPrincipalName: account.userPrincipalName,
    id: account.objectId,
    accountEnabled: account.enabled,
    usageLocation: account.usageLocation ?? null,
    assignedLicenses: account.licences.map((skuId) => ({ disabledPlans: [], skuId })),
    licenseAssignmentStates: account.licences.map((skuId) => ({
      skuId,
      disabledPlans: [],
      assignedByGroup: null,
      state: 'Active',
      error: 'None',
    })),
  }
}

/** An app registration as Graph gives it, which is the new manifest format. */
export function presentApplication(tenant: TenantState, application: ApplicationState) {
  const web = application.publicClient ? [] : application.redirectUris
  const publicUris = application.publicClient ? application.redirectUris : []
  return {
    id: application.objectId,
    appId: application.clientId,
    displayName: application.name,
    createdDateTime: application.createdDateTime,
    signInAudience: application.signInAudience,
    identifierUris: application.identifierUris,
    isFallbackPublicClient: application.publicClient,
    publisherDomain: tenant.domain,
    verifiedPublisher: { displayName: null, verifiedPublisherId: null, addedDateTime: null },
    requiredResourceAccess: application.requiredPermissions.map(({ resource, scopes, roles }) => ({
      resourceAppId: resource,
      resourceAccess: [
        ...scopes.map((scope) => ({ id: permissionId(resource, scope), type: 'Scope' })),
        ...roles.map((role) => ({ id: permissionId(resource, role), type: 'Role' })),
      ],
    })),
    passwordCredentials: application.secrets.map(({ keyId, hint, displayName, endDateTime }) => ({
      keyId,
      hint,
      displayName: displayName ?? null,
      endDateTime: endDateTime ?? null,
      secretText: null,
    })),
    keyCredentials: [],
    api: {
      oauth2PermissionScopes: application.exposedScopes.map((value) => ({
        id: permissionId(application.clientId, value),
        value,
        type: 'User',
        isEnabled: true,
      })),
    },
    web: {
      redirectUris: web,
      implicitGrantSettings: { enableIdTokenIssuance: false, enableAccessTokenIssuance: false },
    },
    spa: { redirectUris: [] },
    publicClient: { redirectUris: publicUris },
    info: {},
    ...application.more,
  }
}

/** Applications present in a tenant: those installed there, and Microsoft's own APIs. */
export function servicePrincipals(state: EmulatorState, tenant: TenantState) {
  const own = Object.values(tenant.servicePrincipals).map((principal) => presentServicePrincipal(state, principal))
  const apis = [...apiResources, dataverseResource].map(({ clientId, name, identifiers, scopes = [] }) => ({
    id: principalId(tenant, clientId),
    appId: clientId,
    displayName: name,
    accountEnabled: true,
    appOwnerOrganizationId: 'f8cdef31-a31e-4b4a-93e4-5f571e91255a',
    servicePrincipalType: 'Application',
    servicePrincipalNames: [clientId, ...identifiers],
    oauth2PermissionScopes: scopes.map((value) => ({
      id: permissionId(clientId, value),
      value,
      type: 'User',
      isEnabled: true,
    })),
    appRoles: [],
  }))
  return [...own, ...apis]
}

/** Object id of an application's presence in a tenant. */
export function principalId(tenant: TenantState, clientId: string): string {
  return tenant.servicePrincipals[clientId]?.objectId ?? permissionId(tenant.tenantId, clientId)
}

/** What the tenant bought, with how many seats are taken. */
export function presentSku(tenant: TenantState, skuId: string) {
  const subscription = tenant.subscriptions[skuId]
  if (subscription === undefined)
    throw badRequest(`License assignment cannot be done because a SKU is not found: '${skuId}'.`)
  const { skuPartNumber, enabledUnits } = subscription
  const consumedUnits = Object.values(tenant.accounts).filter(({ licences }) => licences.includes(skuId)).length
  return {
    id: `${tenant.tenantId}_${skuId}`,
    accountId: tenant.tenantId,
    accountName: tenant.domain.split('.')[0] ?? '',
    appliesTo: 'User',
    capabilityStatus: 'Enabled',
    consumedUnits,
    prepaidUnits: { enabled: enabledUnits, suspended: 0, warning: 0, lockedOut: 0 },
    skuId,
    skuPartNumber,
    subscriptionIds: [permissionId(tenant.tenantId, skuId)],
    servicePlans: servicePlansOf(tenant, skuId),
  }
}

/** A licence that a person holds. */
export function presentLicence(tenant: TenantState, skuId: string) {
  return {
    id: Buffer.from(`${tenant.tenantId}_${skuId}`).toString('base64url'),
    skuId,
    skuPartNumber: tenant.subscriptions[skuId]?.skuPartNumber ?? '',
    servicePlans: servicePlansOf(tenant, skuId),
  }
}

function servicePlansOf(tenant: TenantState, skuId: string) {
  return (tenant.subscriptions[skuId]?.servicePlans ?? []).map(({ servicePlanId, servicePlanName }) => ({
    servicePlanId,
    servicePlanName,
    provisioningStatus: 'Success',
    appliesTo: 'User',
  }))
}

function presentServicePrincipal(state: EmulatorState, { objectId, clientId, name, enabled }: ServicePrincipalState) {
  const home = Object.values(state.tenants).find(({ applications }) => Object.hasOwn(applications, clientId))
  const registration = home?.applications[clientId]
  return {
    id: objectId,
    appId: clientId,
    displayName: name,
    accountEnabled: enabled,
    appOwnerOrganizationId: home?.tenantId ?? null,
    servicePrincipalType: 'Application',
    servicePrincipalNames: [clientId, ...(registration?.identifierUris ?? [])],
    oauth2PermissionScopes: (registration?.exposedScopes ?? []).map((value) => ({
      id: permissionId(clientId, value),
      value,
      type: 'User',
      isEnabled: true,
    })),
    appRoles: [],
  }
}

/** Known ids of permissions, so that rules about them find what they look for. */
const knownPermissions: Readonly<Record<string, string>> = {
  'Flows.Read.All': 'e45c5562-459d-4d1b-8148-83eb1b6dcf83',
  'Flows.Manage.All': '30b2d850-00c3-4802-b7ae-ece9af9de5c6',
  'Activity.Read.All': '822a9cde-503a-472d-a530-d1dc9cd0d52b',
  'Approvals.Read.All': 'e9cbd5de-0031-493e-8fb1-60712d03cc8b',
  'Approvals.Manage.All': 'd05743e4-fb24-4dff-8a33-0f6c73c964bd',
  'User.Read': 'e1fe6dd8-ba31-4d61-89e7-88639da4683d',
}

/** Ids of permissions that several APIs call by the same name. */
const knownByApi: Readonly<Record<string, string>> = {
  '7df0a125-d3be-4c96-aa54-591f83ff541c User': '44d8c55c-9ffc-4546-883e-9041b5bb0b01',
  '475226c6-020e-4fb2-8a90-7a972cbfc1d4 User': '0eb56b90-a7b5-43b5-9402-8137a8083e90',
  '00000007-0000-0000-c000-000000000000 user_impersonation': '78ce3f0f-a1ce-49c2-8cde-64b5c0896db4',
  '797f4846-ba00-4fd7-ba43-dac1f8f63013 user_impersonation': '41094075-9dad-400e-a0bd-54e686782033',
  'fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd user_impersonation': '1cebfa2a-fb4d-419e-b5f9-839b4383e05a',
}

/** The id of a permission: Microsoft's where it is known, else one derived from its API and name. */
function permissionId(api: string, name: string): string {
  const known = knownByApi[`${api} ${name}`] ?? knownPermissions[name]
  if (known !== undefined) return known
  const hex = createHash('sha256').update(`${api} ${name}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}
