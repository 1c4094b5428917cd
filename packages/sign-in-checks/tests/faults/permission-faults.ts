import { ask, type PlantedFault, set } from '../plant.ts'

const flow = '7df0a125-d3be-4c96-aa54-591f83ff541c'
const graph = '00000003-0000-0000-c000-000000000000'
const scope = (id: string, type = 'Scope') => ({ id, type })
const read = scope('e45c5562-459d-4d1b-8148-83eb1b6dcf83')
const manage = scope('30b2d850-00c3-4802-b7ae-ece9af9de5c6')
const profile = scope('e1fe6dd8-ba31-4d61-89e7-88639da4683d')
const personal = 'AzureADandPersonalMicrosoftAccount'
const withPersonal = ['microsoft-graph', 'azure-ad-graph'] as const
const permission = '/requiredResourceAccess/0/resourceAccess'

/** Kinds of faults in permissions. */
export const permissionFaults: readonly PlantedFault[] = [
  {
    name: 'widgets without the service',
    rule: 'flow-service-requested',
    capabilities: ['embed-flows'],
    plant(m) {
      ask(m, graph, profile)
      return '/requiredResourceAccess'
    },
  },
  {
    name: 'flows that cannot be managed',
    rule: 'widget-scopes',
    capabilities: ['embed-flows'],
    plant: (m) => `${ask(m, flow, read)}/0`,
  },
  {
    name: 'approvals with the scopes of flows',
    rule: 'widget-scopes',
    capabilities: ['embed-flows', 'embed-approvals'],
    plant: (m) => `${ask(m, flow, read, manage, scope('e9cbd5de-0031-493e-8fb1-60712d03cc8b'))}/0`,
  },
  {
    name: 'a scope nothing uses',
    rule: 'scopes-least-privilege',
    capabilities: ['embed-flows'],
    plant(m) {
      ask(m, flow, read, manage, scope('27c61d54-eb42-4315-8793-6e5715a19746'))
      return `${permission}/2`
    },
  },
  {
    name: 'the scope for everything',
    rule: 'admin-consent-expected',
    plant(m) {
      ask(m, flow, scope('44d8c55c-9ffc-4546-883e-9041b5bb0b01'))
      return `${permission}/0`
    },
  },
  {
    name: 'the service as the application',
    rule: 'flow-scopes-delegated',
    plant(m) {
      ask(m, flow, { ...read, type: 'Role' })
      return `${permission}/0/type`
    },
  },
  {
    name: 'a name in place of an id',
    rule: 'permission-ids',
    plant(m) {
      ask(m, flow, scope('Flows.Read.All'))
      return `${permission}/0/id`
    },
  },
  {
    name: 'an API by its address',
    rule: 'permission-ids',
    plant: (m) => `${ask(m, 'https://graph.microsoft.com', profile)}/0/resourceAppId`,
  },
  {
    name: 'a type that does not exist',
    rule: 'permission-type',
    plant(m) {
      ask(m, graph, { ...profile, type: 'Delegated' })
      return `${permission}/0/type`
    },
  },
  {
    name: 'a permission twice',
    rule: 'permission-unique',
    plant(m) {
      ask(m, graph, profile, profile)
      return `${permission}/1`
    },
  },
  {
    name: 'an id with a slip',
    rule: 'permission-known',
    plant(m) {
      ask(m, flow, scope('e45c5562-459d-4d1b-8148-83eb1b6dcf84'))
      return `${permission}/0`
    },
  },
  {
    name: 'deploying without Dataverse',
    rule: 'dataverse-permission',
    capabilities: ['deploy-dataverse'],
    plant: () => '/requiredResourceAccess',
  },
  {
    name: 'creating connections without the service',
    rule: 'connections-permission',
    capabilities: ['create-connections'],
    plant: () => '/requiredResourceAccess',
  },
  {
    name: 'a profile without its scope',
    rule: 'profile-permission',
    capabilities: ['read-profile'],
    plant: (m) => set(m, ['requiredResourceAccess'], []),
  },
  {
    name: 'reading licences without a scope',
    rule: 'licence-permission',
    capabilities: ['read-licences'],
    plant: (m) => `${ask(m, graph, profile)}/0`,
  },
  {
    name: 'Partner Center without its scope',
    rule: 'partner-center-permission',
    capabilities: ['partner-center'],
    plant: () => '/requiredResourceAccess',
  },
  {
    name: 'the region without Azure',
    rule: 'regional-portal-permission',
    capabilities: ['regional-portal'],
    plant: () => '/requiredResourceAccess',
  },
  {
    name: 'a landing page for work accounts',
    rule: 'landing-page-personal-accounts',
    capabilities: ['landing-page'],
    plant: (_, f) => (f === 'azure-ad-graph-early' ? '/availableToOtherTenants' : '/signInAudience'),
  },
  {
    name: 'a landing page that needs an administrator',
    rule: 'landing-page-no-admin-consent',
    capabilities: ['landing-page', 'read-licences'],
    formats: withPersonal,
    also: ['admin-consent-expected', 'landing-page-apart'],
    plant(m) {
      set(m, ['signInAudience'], personal)
      ask(m, graph, profile, scope('06da0dbc-49e2-44d2-8312-53f166ab848a'))
      return `${permission}/1`
    },
  },
  {
    name: 'a landing page that shares its registration',
    rule: 'landing-page-apart',
    capabilities: ['landing-page', 'embed-flows'],
    formats: withPersonal,
    plant(m) {
      const at = set(m, ['signInAudience'], personal)
      set(
        m,
        ['requiredResourceAccess'],
        [
          { resourceAppId: flow, resourceAccess: [read, manage] },
          { resourceAppId: graph, resourceAccess: [profile] },
        ],
      )
      return at
    },
  },
]
