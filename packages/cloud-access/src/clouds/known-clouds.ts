import type { Confidence, Source } from '../operations/evidence.ts'
import type { Cloud, CloudField, FixedService, ServiceEndpoint } from './cloud.ts'

/** Names of the clouds that are known without a file. */
export type KnownCloudId = 'public' | 'gcc' | 'gcc-high' | 'dod' | 'china'

const terraform: Source = { name: 'microsoft/terraform-provider-power-platform', confidence: 'source' }
const powershell: Source = { name: 'Microsoft.PowerApps.Administration.PowerShell 2.0.64', confidence: 'source' }
const m365: Source = { name: 'pnp/cli-microsoft365', confidence: 'source' }
const unverified: Source = { name: 'General knowledge, not looked up again', confidence: 'unverified' }

function field<Value>(value: Value, sources: CloudField['sources'], note?: string): CloudField<Value> {
  return note === undefined ? { value, sources } : { value, sources, note }
}

/** What the clients that were read state alike, or only one of them states. */
const peers: CloudField['sources'] = [
  {
    name: 'Terraform provider, administration module, PnP PowerShell and CLI for Microsoft 365, compared',
    confidence: 'source',
  },
]
const weak = (name: string, confidence: Confidence = 'community'): CloudField['sources'] => [{ name, confidence }]

const partnerCenter = (host: string, sources: CloudField['sources'], note?: string): ServiceEndpoint => ({
  address: field(`https://${host}`, sources, note),
  audience: field(`https://${host}`, sources),
})
const publicPartnerCenter = partnerCenter('api.partnercenter.microsoft.com', [
  { name: 'Microsoft’s page on Partner Center authentication, and community code', confidence: 'documentation' },
])
const unknownPartnerCenter = partnerCenter(
  'api.partnercenter.microsoft.com',
  [unverified],
  'Whether this cloud has a host of its own nobody here has looked up.',
)

/** Two texts for each service: host and audience, from what peers state alike. */
function endpoints(
  pairs: Readonly<Record<Exclude<FixedService, 'partner-center'>, readonly [host: string, audience: string]>>,
  partnerCenter: ServiceEndpoint = publicPartnerCenter,
) {
  const endpoint = ([host, audience]: readonly [string, string]): ServiceEndpoint => ({
    address: field(`https://${host}`, peers),
    audience: field(audience, peers),
  })
  return {
    'business-applications': endpoint(pairs['business-applications']),
    'power-apps': endpoint(pairs['power-apps']),
    flow: endpoint(pairs.flow),
    'power-platform': endpoint(pairs['power-platform']),
    graph: endpoint(pairs.graph),
    'partner-center': partnerCenter,
    management: endpoint(pairs.management),
  }
}

const publicServices = endpoints({
  'business-applications': ['api.bap.microsoft.com', 'https://service.powerapps.com/'],
  'power-apps': ['api.powerapps.com', 'https://service.powerapps.com/'],
  flow: ['api.flow.microsoft.com', 'https://service.flow.microsoft.com/'],
  'power-platform': ['api.powerplatform.com', 'https://api.powerplatform.com'],
  graph: ['graph.microsoft.com', 'https://graph.microsoft.com'],
  management: ['management.azure.com', 'https://management.azure.com/'],
})

const gccServices = endpoints(
  {
    'business-applications': ['gov.api.bap.microsoft.us', 'https://gov.service.powerapps.us/'],
    'power-apps': ['gov.api.powerapps.us', 'https://gov.service.powerapps.us/'],
    flow: ['gov.api.flow.microsoft.us', 'https://gov.service.flow.microsoft.us/'],
    'power-platform': ['api.gov.powerplatform.microsoft.us', 'https://api.gov.powerplatform.microsoft.us'],
    graph: ['graph.microsoft.com', 'https://graph.microsoft.com'],
    management: ['management.azure.com', 'https://management.azure.com/'],
  },
  unknownPartnerCenter,
)

const gccHighServices = endpoints(
  {
    'business-applications': ['high.api.bap.microsoft.us', 'https://high.service.powerapps.us/'],
    'power-apps': ['high.api.powerapps.us', 'https://high.service.powerapps.us/'],
    flow: ['high.api.flow.microsoft.us', 'https://high.service.flow.microsoft.us/'],
    'power-platform': ['api.high.powerplatform.microsoft.us', 'https://api.high.powerplatform.microsoft.us'],
    graph: ['graph.microsoft.us', 'https://graph.microsoft.us'],
    management: ['management.usgovcloudapi.net', 'https://management.usgovcloudapi.net/'],
  },
  unknownPartnerCenter,
)

const dodServices = endpoints(
  {
    'business-applications': ['api.bap.appsplatform.us', 'https://service.apps.appsplatform.us/'],
    'power-apps': ['api.apps.appsplatform.us', 'https://service.apps.appsplatform.us/'],
    flow: ['api.flow.appsplatform.us', 'https://service.flow.appsplatform.us/'],
    'power-platform': ['api.appsplatform.us', 'https://api.appsplatform.us'],
    graph: ['dod-graph.microsoft.us', 'https://dod-graph.microsoft.us'],
    management: ['management.usgovcloudapi.net', 'https://management.usgovcloudapi.net/'],
  },
  unknownPartnerCenter,
)

const chinaServices = endpoints(
  {
    'business-applications': ['api.bap.partner.microsoftonline.cn', 'https://service.powerapps.cn'],
    'power-apps': ['api.powerapps.cn', 'https://service.powerapps.cn'],
    flow: ['api.powerautomate.cn', 'https://service.powerautomate.cn/'],
    'power-platform': [
      'api.powerplatform.partner.microsoftonline.cn',
      'https://api.powerplatform.partner.microsoftonline.cn',
    ],
    graph: ['microsoftgraph.chinacloudapi.cn', 'https://microsoftgraph.chinacloudapi.cn'],
    management: ['management.chinacloudapi.cn', 'https://management.chinacloudapi.cn/'],
  },
  unknownPartnerCenter,
)

const governmentAudience = (audience: string, other: string): CloudField =>
  field(audience, [powershell], `The Terraform provider uses ${other}; nobody here has tried either.`)

const oneCharacterLabel = field(1, [unverified], 'Sovereign clouds are said to split off one character, not two.')
const governmentStorage = field(['core.usgovcloudapi.net'], [unverified])
const unverifiedManagement = (endpoint: ServiceEndpoint): ServiceEndpoint => ({
  address: { ...endpoint.address, sources: [unverified] },
  audience: { ...endpoint.audience, sources: [unverified] },
})

/** Microsoft's clouds, as far as public sources tell; a field that is wrong can be corrected with `overrideCloud`. */
export const knownClouds: Readonly<Record<KnownCloudId, Cloud>> = {
  public: {
    id: 'public',
    title: 'Public',
    login: field('https://login.microsoftonline.com', peers),
    services: {
      ...publicServices,
      flow: {
        ...publicServices.flow,
        alsoAudiences: field(
          ['https://management.azure.com/', 'https://management.core.windows.net/'],
          [m365],
          'The CLI for Microsoft 365 and the widget SDK use them.',
        ),
      },
    },
    organizationHosts: field(['crm{N}.dynamics.com'], peers),
    environmentHosts: field('environment.api.powerplatform.com', [terraform]),
    environmentLabelLength: field(2, [terraform]),
    storageHosts: field(['core.windows.net'], [m365]),
    portal: field('https://make.powerautomate.com', [powershell]),
  },
  gcc: {
    id: 'gcc',
    title: 'GCC (US government)',
    login: field('https://login.microsoftonline.com', peers),
    services: {
      ...gccServices,
      'business-applications': {
        ...gccServices['business-applications'],
        audience: governmentAudience('https://gov.service.powerapps.us/', 'https://service.powerapps.us'),
      },
      'power-apps': {
        ...gccServices['power-apps'],
        audience: governmentAudience('https://gov.service.powerapps.us/', 'https://service.powerapps.us'),
      },
      management: unverifiedManagement(gccServices.management),
    },
    organizationHosts: field(['crm9.dynamics.com'], peers),
    environmentHosts: field('environment.api.gov.powerplatform.microsoft.us', [unverified]),
    environmentLabelLength: oneCharacterLabel,
    storageHosts: field(['core.usgovcloudapi.net', 'core.windows.net'], [unverified]),
    portal: field('https://make.gov.powerautomate.us', [powershell]),
  },
  'gcc-high': {
    id: 'gcc-high',
    title: 'GCC High (US government)',
    login: field('https://login.microsoftonline.us', peers),
    services: {
      ...gccHighServices,
      'business-applications': {
        ...gccHighServices['business-applications'],
        audience: governmentAudience('https://high.service.powerapps.us/', 'https://high.service.apps.appsplatform.us'),
      },
      'power-apps': {
        ...gccHighServices['power-apps'],
        audience: governmentAudience('https://high.service.powerapps.us/', 'https://high.service.apps.appsplatform.us'),
      },
      'power-platform': {
        address: field(
          'https://api.high.powerplatform.microsoft.us',
          weak('A comment in the Terraform provider', 'source'),
          'The provider’s constant says api.appsplatform.us, which is the DoD’s host.',
        ),
        audience: field(
          'https://api.high.powerplatform.microsoft.us',
          weak('A comment in the Terraform provider', 'source'),
          'Follows the host, which is in doubt.',
        ),
      },
      management: unverifiedManagement(gccHighServices.management),
    },
    organizationHosts: field(['crm.microsoftdynamics.us'], peers),
    environmentHosts: field('environment.api.high.powerplatform.microsoft.us', [unverified]),
    environmentLabelLength: oneCharacterLabel,
    storageHosts: governmentStorage,
    portal: field('https://make.high.powerautomate.us', [powershell]),
  },
  dod: {
    id: 'dod',
    title: 'DoD (US government)',
    login: field('https://login.microsoftonline.us', peers),
    services: { ...dodServices, management: unverifiedManagement(dodServices.management) },
    organizationHosts: field(['crm.appsplatform.us'], peers),
    environmentHosts: field('environment.api.appsplatform.us', [unverified]),
    environmentLabelLength: oneCharacterLabel,
    storageHosts: governmentStorage,
    portal: field('https://make.powerautomate.appsplatform.us', [powershell]),
  },
  china: {
    id: 'china',
    title: 'China (21Vianet)',
    login: field(
      'https://login.chinacloudapi.cn',
      [terraform],
      'https://login.partner.microsoftonline.cn is used as well; nobody here has tried either.',
    ),
    services: {
      ...chinaServices,
      'power-apps': {
        address: field(
          chinaServices['power-apps'].address.value,
          [terraform],
          'PnP PowerShell maps Power Apps to api.powerautomate.cn, which looks wrong.',
        ),
        audience: chinaServices['power-apps'].audience,
      },
      management: unverifiedManagement(chinaServices.management),
    },
    organizationHosts: field(['crm.dynamics.cn'], [unverified]),
    environmentHosts: field('environment.api.powerplatform.partner.microsoftonline.cn', [unverified]),
    environmentLabelLength: oneCharacterLabel,
    storageHosts: field(['core.chinacloudapi.cn'], [unverified]),
  },
}
