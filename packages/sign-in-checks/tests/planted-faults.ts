import { ask, type PlantedFault, set, setField, setRedirects } from './plant.ts'

const flow = '7df0a125-d3be-4c96-aa54-591f83ff541c'
const graph = '00000003-0000-0000-c000-000000000000'
const scope = (id: string, type = 'Scope') => ({ id, type })
const read = scope('e45c5562-459d-4d1b-8148-83eb1b6dcf83')
const manage = scope('30b2d850-00c3-4802-b7ae-ece9af9de5c6')
const profile = scope('e1fe6dd8-ba31-4d61-89e7-88639da4683d')
const good = 'https://fleetdesk.example/signed-in'
const personal = 'AzureADandPersonalMicrosoftAccount'
const withPersonal = ['microsoft-graph', 'azure-ad-graph'] as const
const permission = '/requiredResourceAccess/0/resourceAccess'

function redirect(name: string, rule: string, address: string, more: Partial<PlantedFault> = {}): PlantedFault {
  return { name, rule, plant: (manifest, format) => setRedirects(manifest, format, [good, address], 1), ...more }
}

const registration: readonly PlantedFault[] = [
  { name: 'an id that is a name', rule: 'app-id-guid', plant: (m) => set(m, ['appId'], 'fleet-desk') },
  {
    name: 'an id in braces',
    rule: 'app-id-guid',
    plant: (m) => set(m, ['appId'], '{0d5b2a6e-3f2c-4b6f-9a39-0b1f8a3c7d11}'),
  },
  {
    name: 'a misspelt audience',
    rule: 'app-audience-known',
    plant: (m) => set(m, ['signInAudience'], 'AzureAdMultipleOrgs'),
  },
  {
    name: 'one directory alone',
    rule: 'app-audience-multi-tenant',
    plant: (m, f) =>
      f === 'azure-ad-graph-early'
        ? set(m, ['availableToOtherTenants'], false)
        : set(m, ['signInAudience'], 'AzureADMyOrg'),
  },
  {
    name: 'personal accounts alone',
    rule: 'app-audience-multi-tenant',
    formats: withPersonal,
    plant: (m) => set(m, ['signInAudience'], 'PersonalMicrosoftAccount'),
  },
  {
    name: 'version 1 with personal accounts',
    rule: 'app-token-version-2',
    formats: withPersonal,
    plant(m, f) {
      set(m, ['signInAudience'], personal)
      return setField(m, f, 'tokenVersion', 1)
    },
  },
  {
    name: 'mapped claims from everybody',
    rule: 'app-no-mapped-claims',
    plant: (m, f) => setField(m, f, 'mappedClaims', true),
  },
  {
    name: 'a public client without need',
    rule: 'app-public-client-off',
    plant: (m, f) => setField(m, f, 'publicClient', true),
  },
  {
    name: 'no public client for a device code',
    rule: 'app-public-client-for-device-code',
    capabilities: ['device-code'],
    plant: (m, f) => setField(m, f, 'publicClient', false),
  },
  {
    name: 'true as a text',
    rule: 'app-public-client-boolean',
    plant: (m, f) => setField(m, f, 'publicClient', 'true'),
  },
  {
    name: '1,300 roles',
    rule: 'app-manifest-max-entries',
    plant(m) {
      set(
        m,
        ['appRoles'],
        Array.from({ length: 1300 }, (_, at) => ({ value: `Role.${at}` })),
      )
      return ''
    },
  },
  {
    name: 'a key of another format',
    rule: 'app-manifest-one-format',
    plant: (m, f) =>
      f === 'microsoft-graph' ? set(m, ['oauth2AllowImplicitFlow'], false) : set(m, ['isFallbackPublicClient'], false),
  },
]

const redirects: readonly PlantedFault[] = [
  {
    name: 'no address',
    rule: 'redirect-present',
    plant(m, f) {
      const at = setRedirects(m, f, [], 0)
      return f === 'microsoft-graph' ? '/web/redirectUris' : at.replace(/\/0(\/url)?$/, '')
    },
  },
  redirect('no scheme', 'redirect-absolute', 'fleetdesk.example/signed-in'),
  redirect('http', 'redirect-https', 'http://fleetdesk.example/other'),
  redirect('http to a host that begins like localhost', 'redirect-https', 'http://localhost.fleetdesk.example/'),
  redirect('the scheme of a device', 'redirect-https', 'fleetdesk://signed-in'),
  redirect('the IPv6 loopback', 'redirect-no-ipv6-loopback', 'http://[::1]:3000/', { also: ['redirect-no-localhost'] }),
  redirect('localhost in production', 'redirect-no-localhost', 'http://localhost:3000/signed-in'),
  redirect('127.0.0.1 in production', 'redirect-no-localhost', 'http://127.0.0.1/signed-in'),
  redirect('257 characters', 'redirect-max-length', good.padEnd(257, 'a')),
  {
    name: '257 addresses',
    rule: 'redirect-max-count',
    plant: (m, f) =>
      setRedirects(
        m,
        f,
        Array.from({ length: 257 }, (_, at) => `${good}/${at}`),
        256,
      ),
  },
  {
    name: '101 addresses with personal accounts',
    rule: 'redirect-max-count',
    formats: withPersonal,
    plant(m, f) {
      set(m, ['signInAudience'], personal)
      return setRedirects(
        m,
        f,
        Array.from({ length: 101 }, (_, at) => `${good}/${at}`),
        100,
      )
    },
  },
  redirect('a wildcard', 'redirect-no-wildcard', 'https://*.fleetdesk.example/'),
  redirect('an exclamation mark', 'redirect-supported-characters', `${good}/now!`),
  redirect('a comma', 'redirect-supported-characters', `${good}/a,b`),
  {
    name: 'a query with personal accounts',
    rule: 'redirect-no-query',
    formats: withPersonal,
    plant(m, f) {
      set(m, ['signInAudience'], personal)
      return setRedirects(m, f, [`${good}?a=b`], 0)
    },
  },
  {
    name: 'ports of localhost',
    rule: 'redirect-no-port-only-twins',
    profile: 'development',
    plant: (m, f) => setRedirects(m, f, ['http://localhost:3000/', 'http://localhost:3001/'], 1),
  },
  redirect('the same twice', 'redirect-unique', good),
  redirect('capitals alone', 'redirect-unique', 'https://fleetdesk.example/Signed-In'),
  {
    name: 'a browser application with Web addresses',
    rule: 'redirect-spa-platform',
    capabilities: ['embed-gallery', 'embed-flows'],
    formats: ['azure-ad-graph'],
    plant(m) {
      set(m, ['keyCredentials'], [])
      ask(m, flow, read, manage)
      set(m, ['replyUrlsWithType', 0, 'type'], 'Web')
      return '/replyUrlsWithType/0/url'
    },
  },
  {
    name: 'implicit access tokens',
    rule: 'implicit-tokens-off',
    plant: (m, f) => setField(m, f, 'accessTokens', true),
  },
  { name: 'implicit ID tokens', rule: 'implicit-tokens-off', plant: (m, f) => setField(m, f, 'idTokens', true) },
  {
    name: 'logging out over http',
    rule: 'logout-url-https',
    plant: (m, f) => setField(m, f, 'logout', 'http://fleetdesk.example/out'),
  },
  {
    name: 'a connector’s client without its address',
    rule: 'connector-redirect-registered',
    capabilities: ['connector-client'],
    formats: ['azure-ad-graph', 'azure-ad-graph-early'],
    plant: (m, f) => setRedirects(m, f, [good], 0).replace(/\/0(\/url)?$/, ''),
  },
  redirect(
    'the consent address of the seeds',
    'connector-redirect-current',
    'https://msmanaged-na.consent.azure-apim.net/redirect',
  ),
]

const permissions: readonly PlantedFault[] = [
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

const trust: readonly PlantedFault[] = [
  {
    name: 'a certificate that ran out',
    rule: 'credential-not-expired',
    plant: (m, f) =>
      set(m, ['keyCredentials', 0, f === 'microsoft-graph' ? 'endDateTime' : 'endDate'], '2026-11-19T00:00:00Z'),
  },
  {
    name: 'a certificate that runs out next week',
    rule: 'credential-not-expiring',
    plant: (m, f) =>
      set(m, ['keyCredentials', 0, f === 'microsoft-graph' ? 'endDateTime' : 'endDate'], '2026-11-27T00:00:00Z'),
  },
  {
    name: 'an end that is no date',
    rule: 'credential-end-valid',
    plant: (m, f) => set(m, ['keyCredentials', 0, f === 'microsoft-graph' ? 'endDateTime' : 'endDate'], 'never'),
  },
  {
    name: 'a secret',
    rule: 'credential-certificate-preferred',
    plant: (m) => `${set(m, ['passwordCredentials'], [{ keyId: 'k', endDateTime: '2028-01-01' }])}/0`,
  },
  {
    name: 'the value of a secret',
    rule: 'credential-no-secret-value',
    also: ['credential-certificate-preferred'],
    plant: (m) => `${set(m, ['passwordCredentials'], [{ keyId: 'k', secretText: 'not-a-real-secret' }])}/0/secretText`,
  },
  {
    name: 'terms over http',
    rule: 'info-terms-link',
    plant: (m, f) => setField(m, f, 'terms', 'http://fleetdesk.example/terms'),
  },
  {
    name: 'no privacy statement',
    rule: 'info-privacy-link',
    plant(m, f) {
      setField(m, f, 'privacy', null)
      return f === 'microsoft-graph' ? '/info' : '/informationalUrls'
    },
  },
  {
    name: 'a mail address for support',
    rule: 'info-support-link',
    plant: (m, f) => setField(m, f, 'support', 'help@fleetdesk.example'),
  },
  {
    name: 'Microsoft’s domain',
    rule: 'publisher-domain-own',
    plant: (m) => set(m, ['publisherDomain'], 'fleetdesk.onmicrosoft.com'),
  },
  {
    name: 'nobody verified',
    rule: 'publisher-verified',
    formats: ['microsoft-graph'],
    plant: (m) => set(m, ['verifiedPublisher'], { displayName: null }),
  },
]

/** Every kind of fault that is planted, each in every format that can have it. */
export const plantedFaults: readonly PlantedFault[] = [...registration, ...redirects, ...permissions, ...trust]
