import { operations, plainParameters, properties, root } from '../json-walk.ts'
import type { MutableConnector } from '../mutable-connector.ts'
import { complaint, type Mutation, mutation, type Provenance, rejection, requirement } from '../mutation.ts'
import { choose } from '../seeded-random.ts'
import { at, atProperties, child, children, drop, put, type Spot, text } from '../spot.ts'

const host = rejection('seven-steps H 1.2')
const secret = rejection('seven-steps H 1.11')

/** Addresses that only the author can reach, and keys left in the files. */
export const hostAndSecretComplaints: readonly Mutation[] = [
  hosted('host-localhost', ['host-not-localhost'], () => 'localhost'),
  hosted('host-localhost-with-port', ['host-not-localhost'], () => 'localhost:5001'),
  hosted('host-tunnel', ['host-not-localhost'], () => '7fb2-93-184-216-34.ngrok.io'),
  hosted('host-staging', ['host-production'], (name) => `staging.${name}`),
  hosted('host-test-label', ['host-production'], (name) => name.replace('.', '.test.')),
  hosted('host-with-scheme', ['host-no-scheme', 'host-format'], (name) => `https://${name}`),
  mutation('host-missing', host, ['host-required'], (connector) => drop(root(connector), 'host')),
  mutation('host-empty', host, ['host-required', 'host-format'], (connector) =>
    at(put(root(connector), 'host', ''), ''),
  ),
  mutation('scheme-http-only', host, ['host-schemes-https-only'], (connector) =>
    onlyHttps(connector) === undefined ? undefined : at(`${put(root(connector), 'schemes', ['http'])}/0`, '/schemes'),
  ),
  mutation('scheme-http-beside-https', host, ['host-schemes-https-only'], (connector) =>
    onlyHttps(connector) === undefined
      ? undefined
      : at(`${put(root(connector), 'schemes', ['https', 'http'])}/1`, '/schemes'),
  ),
  mutation('secret-bearer-token-in-parameter', secret, ['security-no-embedded-secret'], (connector, random) => {
    const parameter = choose(
      random,
      plainParameters(connector, 'query', 'header').filter(({ value }) => value.default === undefined),
    )
    return put(parameter, 'default', `Bearer ${jsonWebToken()}`)
  }),
  mutation('secret-private-key-in-description', secret, ['security-no-embedded-secret'], (connector, random) => {
    const operation = choose(
      random,
      operations(connector).filter((one) => text(one, 'description') !== undefined),
    )
    return put(operation, 'description', `${operation?.value.description} ${privateKey()}.`)
  }),
  mutation('secret-cloud-key-in-example', secret, ['security-no-embedded-secret'], (connector, random) => {
    const operation = choose(
      random,
      operations(connector).filter((one) => text(one, 'description') !== undefined),
    )
    return put(operation, 'description', `Try it with the access key ${['AK', 'IA'].join('')}Q3EGRIZ7WVCN5T2X.`)
  }),
  mutation('secret-repository-token-in-properties', secret, ['security-no-embedded-secret'], (connector, random) => {
    const parameter = choose(
      random,
      connectionParameters(connector).filter(({ value }) => value.type === 'string'),
    )
    const ui = child(parameter, 'uiDefinition')
    return atProperties(put(ui, 'tooltip', `For example ${['gh', 'p_'].join('')}9fK2mQ7xR4tV1bN8cZ5wL3pJ6hD0sYaGe2Ui`))
  }),
  mutation('secret-in-header-policy', secret, ['security-no-embedded-secret'], (connector, random) => {
    const headers = policies(connector).filter(({ value }) => String(value.templateId).toLowerCase() === 'setheader')
    const policy = child(choose(random, headers), 'parameters')
    return atProperties(put(policy, 'x-ms-apimTemplateParameter.value', `Bearer ${jsonWebToken()}`))
  }),
  mutation('secret-in-script', secret, ['security-no-embedded-secret'], (connector) => {
    const { script } = connector.texts
    if (script === undefined) return undefined
    connector.texts.script = `// ${jsonWebToken()}\n${script}`
    return { file: 'script', position: { line: 1, column: 4 }, alternatives: [{ file: 'script' }] }
  }),
  mutation('secret-in-readme', secret, ['security-no-embedded-secret'], (connector) => {
    const { readme } = connector.texts
    if (readme === undefined) return undefined
    const line = readme.split(/\r\n|\n|\r/).length + 2
    connector.texts.readme = `${readme}\n\nUse the token ${jsonWebToken()} to try it.\n`
    return { file: 'readme', position: { line, column: 15 }, alternatives: [{ file: 'readme' }] }
  }),
  mutation(
    'oauth-client-secret-kept',
    secret,
    ['auth-oauth-no-client-secret', 'security-no-embedded-secret'],
    (connector, random) => {
      const settings = choose(
        random,
        oauthSettings(connector).filter(({ value }) => value.clientSecret === undefined),
      )
      return settings === undefined
        ? undefined
        : atProperties(put(settings, 'clientSecret', 'k8Q~wX2.vN7eR4tY9uI1oP6aS3dF5gH0jK'), settings.pointer)
    },
  ),
  mutation('securestring-with-default', secret, ['auth-secret-no-default'], (connector, random) => {
    const secure = connectionParameters(connector).filter(
      ({ value }) => value.type === 'securestring' && value.defaultValue === undefined,
    )
    const parameter = choose(random, secure)
    return parameter === undefined
      ? undefined
      : atProperties(put(parameter, 'defaultValue', 'k8QwX2vN7eR4tY9u'), parameter.pointer)
  }),
  oauth(
    'oauth-redirect-to-localhost',
    complaint('issue #4010'),
    ['auth-oauth-redirect-url'],
    'redirectUrl',
    'http://localhost:3000/callback',
  ),
  oauth(
    'oauth-redirect-to-own-site',
    complaint('issue #3266'),
    ['auth-oauth-redirect-url'],
    'redirectUrl',
    'https://app.contoso-orders.example/oauth/callback',
  ),
  oauth(
    'oauth-redirect-mode-unknown',
    requirement('requirements.json: auth-oauth-redirect-mode'),
    ['auth-oauth-redirect-mode'],
    'redirectMode',
    'PerConnector',
  ),
  mutation('oauth-settings-lost', complaint('issue #948'), ['auth-properties-oauth'], (connector) =>
    lostParameters(connector, 'oauth2'),
  ),
  mutation('api-key-parameter-lost', complaint('issue #2945'), ['auth-properties-apikey'], (connector) =>
    lostParameters(connector, 'apiKey'),
  ),
  mutation('basic-parameters-lost', complaint('issue #3930'), ['auth-properties-basic'], (connector) =>
    lostParameters(connector, 'basic'),
  ),
]

/** The policies of apiProperties.json. */
export function policies(connector: MutableConnector): Spot[] {
  return children(properties(connector), 'policyTemplateInstances').map(({ spot }) => spot)
}

/** The connection parameters outside of parameter sets. */
export function connectionParameters(connector: MutableConnector): Spot[] {
  return children(properties(connector), 'connectionParameters').map(({ spot }) => spot)
}

/** The OAuth settings of the connection parameters. */
export function oauthSettings(connector: MutableConnector): Spot[] {
  return connectionParameters(connector).flatMap((parameter) => child(parameter, 'oAuthSettings') ?? [])
}

/** The security definitions of the definition. */
export function securityDefinitions(connector: MutableConnector): Spot[] {
  return children(root(connector), 'securityDefinitions').map(({ spot }) => spot)
}

/** No policy replaces the host at run time, so what the file says is what is called. */
export function hostIsFixed(connector: MutableConnector): boolean {
  return policies(connector).every(({ value }) => String(value.templateId).toLowerCase() !== 'dynamichosturl')
}

function hosted(id: string, expects: readonly string[], change: (name: string) => string): Mutation {
  return mutation(id, host, expects, (connector) => {
    const name = text(root(connector), 'host')
    const plain = name !== undefined && /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(name) && hostIsFixed(connector)
    return plain ? put(root(connector), 'host', change(name)) : undefined
  })
}

function oauth(id: string, provenance: Provenance, expects: readonly string[], key: string, to: string): Mutation {
  return mutation(id, provenance, expects, (connector, random) => {
    const settings = choose(
      random,
      oauthSettings(connector).filter((one) =>
        /^(Global|GlobalPerConnector|https:\/\/global\.consent\..*)$/.test(text(one, key) ?? ''),
      ),
    )
    return atProperties(put(settings, key, to))
  })
}

/** Empties the connection parameters while the definition goes on to ask for a way to sign in. */
function lostParameters(connector: MutableConnector, type: string): ReturnType<typeof atProperties> {
  const definitions = securityDefinitions(connector)
  const [definition] = definitions
  const all = properties(connector)
  const isOnlyWay = definitions.length === 1 && definition?.value.type === type
  if (definition === undefined || !isOnlyWay || connectionParameters(connector).length === 0) return undefined
  if (all === undefined || Object.hasOwn(all.value, 'connectionParameterSets')) return undefined
  const pointer = put(all, 'connectionParameters', {})
  const places = [
    { file: 'properties', pointer: '/properties' },
    { file: 'definition', pointer: definition.pointer },
  ] as const
  return pointer === undefined ? undefined : { file: 'properties', pointer, alternatives: places }
}

function onlyHttps(connector: MutableConnector): Spot | undefined {
  const schemes = connector.definition?.schemes
  return Array.isArray(schemes) && schemes.length === 1 && schemes[0] === 'https' ? root(connector) : undefined
}

/** Looks like a real token to a scanner, and is none: put together here so that no scanner stops at this file. */
/** Not one of the tokens that every tutorial shows: those are no secrets. */
function jsonWebToken(): string {
  const head = ['ey', 'JhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9'].join('')
  const body = [
    'ey',
    'JzdWIiOiJmM2M5MWI3ZSIsInRpZCI6ImhhcmJvdXItNDgiLCJhdWQiOiJib29raW5ncyIsImlhdCI6MTUxNjIzOTAyMn0',
  ].join('')
  return `${head}.${body}.Wk3pVfDq9sXcBz1uTnYr7mLhGe2oJa5iQx8dRb6vHcM`
}

function privateKey(): string {
  const fence = (word: string): string => `-----${word} RSA ${['PRIV', 'ATE'].join('')} KEY-----`
  return `${fence('BEGIN')} MIIEpAIBAAKCAQEA7bq3n0Xk2l9vT5m8r1YcZs4d6f7g8h9j ${fence('END')}`
}
