/** An API that tokens are asked for. */
export interface ApiResource {
  readonly clientId: string
  readonly name: string
  /** What names it in `resource` and `scope`; the first is the usual one. */
  readonly identifiers: readonly string[]
  /** Whether its access tokens have the older claims (`appid`, `upn`) or the newer ones. */
  readonly tokenVersion: 1 | 2
  /** Delegated permissions it knows; nothing where any name is taken. */
  readonly scopes?: readonly string[]
}

/**
 * Microsoft's APIs that clients here ask tokens for.
 *
 * Sources: the clients cited on the operation pages; ids of Partner Center and API hubs are general knowledge.
 */
export const apiResources: readonly ApiResource[] = [
  {
    clientId: '00000003-0000-0000-c000-000000000000',
    name: 'Microsoft Graph',
    identifiers: ['https://graph.microsoft.com'],
    tokenVersion: 1,
  },
  {
    clientId: '797f4846-ba00-4fd7-ba43-dac1f8f63013',
    name: 'Azure Service Management',
    identifiers: ['https://management.azure.com/', 'https://management.core.windows.net/'],
    tokenVersion: 1,
    scopes: ['user_impersonation'],
  },
  {
    clientId: '475226c6-020e-4fb2-8a90-7a972cbfc1d4',
    name: 'PowerApps Service',
    identifiers: ['https://service.powerapps.com/', 'https://apps.powerapps.com/', 'https://api.bap.microsoft.com/'],
    tokenVersion: 1,
    scopes: ['User'],
  },
  {
    clientId: '7df0a125-d3be-4c96-aa54-591f83ff541c',
    name: 'Flow Service',
    identifiers: ['https://service.flow.microsoft.com/'],
    tokenVersion: 1,
    scopes: [
      'User',
      'Flows.Read.All',
      'Flows.Manage.All',
      'Activity.Read.All',
      'Approvals.Read.All',
      'Approvals.Manage.All',
    ],
  },
  {
    clientId: '8578e004-a5c6-46e7-913e-12f58912df43',
    name: 'Power Platform API',
    identifiers: ['https://api.powerplatform.com'],
    tokenVersion: 1,
  },
  {
    clientId: 'fe053c5f-3692-4f14-aef2-ee34fc081cae',
    name: 'Azure API Connections',
    identifiers: ['https://apihub.azure.com'],
    tokenVersion: 1,
  },
  {
    clientId: 'fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd',
    name: 'Microsoft Partner Center',
    identifiers: ['https://api.partnercenter.microsoft.com', 'https://api.partner.microsoft.com'],
    tokenVersion: 1,
    scopes: ['user_impersonation'],
  },
]

/** Dynamics CRM: each organisation's address is an identifier of it. */
export const dataverseResource: ApiResource = {
  clientId: '00000007-0000-0000-c000-000000000000',
  name: 'Dynamics CRM',
  identifiers: [],
  tokenVersion: 1,
  scopes: ['user_impersonation'],
}

/** Microsoft's own public clients, which exist in every tenant and need nobody's consent. */
export const firstPartyClients: Readonly<Record<string, string>> = {
  '04b07795-8ddb-461a-bbee-02f9e1bf7b46': 'Microsoft Azure CLI',
  '1950a258-227b-4e31-a9cf-717495945fc2': 'Microsoft Azure PowerShell',
  '9cee029c-6210-4654-90bb-17e6e9d36617': 'Power Platform CLI',
  '14d82eec-204b-4c2f-b7e8-296a70dab67e': 'Microsoft Graph Command Line Tools',
}
