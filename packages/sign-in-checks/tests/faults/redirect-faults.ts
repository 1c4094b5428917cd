import { ask, type PlantedFault, set, setField, setRedirects } from '../plant.ts'

const flow = '7df0a125-d3be-4c96-aa54-591f83ff541c'
const scope = (id: string, type = 'Scope') => ({ id, type })
const read = scope('e45c5562-459d-4d1b-8148-83eb1b6dcf83')
const manage = scope('30b2d850-00c3-4802-b7ae-ece9af9de5c6')
const good = 'https://fleetdesk.example/signed-in'
const personal = 'AzureADandPersonalMicrosoftAccount'
const withPersonal = ['microsoft-graph', 'azure-ad-graph'] as const

/** Kinds of faults in redirect addresses. */
export const redirectFaults: readonly PlantedFault[] = [
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

function redirect(name: string, rule: string, address: string, more: Partial<PlantedFault> = {}): PlantedFault {
  return { name, rule, plant: (manifest, format) => setRedirects(manifest, format, [good, address], 1), ...more }
}
