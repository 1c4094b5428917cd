import type { SourceKey } from './sources.ts'

/** Whether users can agree to a permission themselves; `unknown` where no source at hand says. */
export type ConsentKind = 'user' | 'admin' | 'unknown'

/** A delegated permission of an API. */
export interface ApiScope {
  /** The name in tokens and scope strings. */
  readonly value: string
  /** The id in manifests. */
  readonly id: string
  readonly consent: ConsentKind
  readonly source: SourceKey
  /** How sure we are that id and consent are right; `low` findings say so. */
  readonly confidence: 'high' | 'low'
}

/** An API that vendors of Power Automate solutions ask for. */
export interface KnownApi {
  readonly key: ApiKey
  /** Its application id. */
  readonly appId: string
  readonly name: string
  /** Audiences of its tokens, without the slash that some end in. */
  readonly audiences: readonly string[]
  /** What stands before a scope's name when it is asked for; some end in a slash, hence the double one in requests. */
  readonly identifierUri?: string
  readonly scopes: readonly ApiScope[]
  /** True where the API is known to have no application permissions. */
  readonly isDelegatedOnly?: true
}

/** Short names for the APIs. */
export type ApiKey = 'flow' | 'power-apps' | 'dataverse' | 'azure' | 'graph' | 'power-platform' | 'partner-center'

function scope(
  value: string,
  id: string,
  consent: ConsentKind,
  confidence: 'high' | 'low' = 'high',
  source: SourceKey = 'public-code',
): ApiScope {
  return { value, id, consent, source, confidence }
}

/**
 * The APIs and their delegated permissions. Ids were read in public code and stored exports; the ids of a cloud other
 * than the public one may differ, and Microsoft may add scopes, so what is not in this list is not called wrong.
 */
export const knownApis: readonly KnownApi[] = [
  {
    key: 'flow',
    appId: '7df0a125-d3be-4c96-aa54-591f83ff541c',
    name: 'Power Automate (Flow Service)',
    audiences: ['https://service.flow.microsoft.com'],
    identifierUri: 'https://service.flow.microsoft.com/',
    isDelegatedOnly: true,
    scopes: [
      scope('Flows.Read.All', 'e45c5562-459d-4d1b-8148-83eb1b6dcf83', 'user'),
      scope('Flows.Manage.All', '30b2d850-00c3-4802-b7ae-ece9af9de5c6', 'user'),
      scope('Activity.Read.All', '822a9cde-503a-472d-a530-d1dc9cd0d52b', 'user'),
      scope('Approvals.Read.All', 'e9cbd5de-0031-493e-8fb1-60712d03cc8b', 'user'),
      scope('Approvals.Manage.All', 'd05743e4-fb24-4dff-8a33-0f6c73c964bd', 'user'),
      scope('User', '44d8c55c-9ffc-4546-883e-9041b5bb0b01', 'admin'),
      scope('Flows.Read.Plans', '0b575251-2c95-46df-bc75-c8c43e6b7116', 'user'),
      scope('Flows.Write.Plans', '27c61d54-eb42-4315-8793-6e5715a19746', 'user'),
    ],
  },
  {
    key: 'power-apps',
    appId: '475226c6-020e-4fb2-8a90-7a972cbfc1d4',
    name: 'PowerApps Service',
    audiences: ['https://service.powerapps.com'],
    identifierUri: 'https://service.powerapps.com/',
    scopes: [scope('User', '0eb56b90-a7b5-43b5-9402-8137a8083e90', 'unknown', 'low')],
  },
  {
    key: 'dataverse',
    appId: '00000007-0000-0000-c000-000000000000',
    name: 'Dynamics CRM (Dataverse)',
    // Tokens for Dataverse name the organisation's own address.
    audiences: [],
    scopes: [scope('user_impersonation', '78ce3f0f-a1ce-49c2-8cde-64b5c0896db4', 'user')],
  },
  {
    key: 'azure',
    appId: '797f4846-ba00-4fd7-ba43-dac1f8f63013',
    name: 'Azure Service Management',
    audiences: ['https://management.azure.com', 'https://management.core.windows.net'],
    identifierUri: 'https://management.azure.com/',
    scopes: [scope('user_impersonation', '41094075-9dad-400e-a0bd-54e686782033', 'user')],
  },
  {
    key: 'graph',
    appId: '00000003-0000-0000-c000-000000000000',
    name: 'Microsoft Graph',
    audiences: ['https://graph.microsoft.com'],
    identifierUri: 'https://graph.microsoft.com',
    scopes: [
      scope('User.Read', 'e1fe6dd8-ba31-4d61-89e7-88639da4683d', 'user', 'high', 'graph-permissions'),
      scope('openid', '37f7f235-527c-4136-accd-4a02d197296e', 'user', 'high', 'graph-permissions'),
      scope('profile', '14dad69e-099b-42c9-810b-d002981feec1', 'user', 'high', 'graph-permissions'),
      scope('email', '64a6cdd6-aab1-4aaf-94b8-3cc8405e90d0', 'user', 'high', 'graph-permissions'),
      scope('offline_access', '7427e0e9-2fba-42fe-b0c0-848c9e6a8182', 'user', 'high', 'graph-permissions'),
      scope('Organization.Read.All', '4908d5b9-3fb2-4b1e-9336-1888b7937185', 'admin', 'high', 'graph-permissions'),
      scope('Directory.Read.All', '06da0dbc-49e2-44d2-8312-53f166ab848a', 'admin', 'high', 'graph-permissions'),
      scope('User.Read.All', 'a154be20-db9c-4678-8ab7-66f6cc099a59', 'admin', 'high', 'graph-permissions'),
      scope('LicenseAssignment.ReadWrite.All', 'f55016cc-149c-447e-8f21-7cf3ec1d6350', 'admin', 'low', 'public-code'),
      scope('User.ReadWrite.All', '204e0828-b5ca-4ad8-b9f3-f32a958e7cc4', 'admin', 'low', 'graph-permissions'),
    ],
  },
  {
    key: 'power-platform',
    appId: '8578e004-a5c6-46e7-913e-12f58912df43',
    name: 'Power Platform API',
    audiences: ['https://api.powerplatform.com'],
    identifierUri: 'https://api.powerplatform.com',
    scopes: [],
  },
  {
    key: 'partner-center',
    appId: 'fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd',
    name: 'Microsoft Partner Center',
    audiences: ['https://api.partnercenter.microsoft.com'],
    identifierUri: 'https://api.partnercenter.microsoft.com',
    scopes: [scope('user_impersonation', '1cebfa2a-fb4d-419e-b5f9-839b4383e05a', 'unknown', 'low')],
  },
]

/** Where the Flow service lives; several rules look at it alone. */
export const flowService: KnownApi = apiOf('flow')

/** The API of a short name. */
export function apiOf(key: ApiKey): KnownApi {
  const api = knownApis.find((one) => one.key === key)
  if (api === undefined) throw new Error(`No API is called ${key}.`)
  return api
}

/** The API with an application id, in any case; nothing for one we do not know. */
export function apiById(appId: string): KnownApi | undefined {
  return knownApis.find((one) => one.appId === appId.toLowerCase())
}

/** A scope of an API by its id, in any case. */
export function scopeById(api: KnownApi, id: string): ApiScope | undefined {
  return api.scopes.find((one) => one.id === id.toLowerCase())
}

/**
 * A scope as requests name it, such as `https://service.flow.microsoft.com//Flows.Read.All`. Dataverse's names the
 * environment, which has to be given; without one, and for an API without an address, the API's id stands there.
 */
export function scopeString(api: KnownApi, scope: string, environment?: string): string {
  const before = environment?.replace(/\/+$/, '') ?? api.identifierUri ?? api.appId
  return `${before}/${scope}`
}
