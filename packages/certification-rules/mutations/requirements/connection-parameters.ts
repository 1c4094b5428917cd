import { connectionParameters, oauthSettings, securityDefinitions } from '../complaints/hosts-and-secrets.ts'
import { properties, root } from '../json-walk.ts'
import type { MutableConnector } from '../mutable-connector.ts'
import { type Mutation, mutation, requirement } from '../mutation.ts'
import { choose } from '../seeded-random.ts'
import { atProperties, child, children, drop, put, rename, type Spot } from '../spot.ts'
import { changed, type Places, removed, where } from './one-change.ts'

const inProperties = { file: 'properties' } as const
const asked = (connector: MutableConnector): Spot[] => connectionParameters(connector)
const askedUi: Places = (connector) =>
  asked(connector)
    .filter(({ value }) => value.type === 'string' || value.type === 'securestring')
    .flatMap((one) => child(one, 'uiDefinition') ?? [])
    .filter((one) => child(one, 'constraints')?.value.hidden !== 'true')
const constraints: Places = (connector) => askedUi(connector).flatMap((one) => child(one, 'constraints') ?? [])
const oauth: Places = (connector) => oauthSettings(connector)
const provider = (name: string) => where(oauth, ({ value }) => value.identityProvider === name)
const custom =
  (name: string): Places =>
  (connector) =>
    provider(name)(connector).flatMap((one) => child(one, 'customParameters') ?? [])

/** Connection parameters and sign-in settings of apiProperties.json. */
export const connectionParameterRequirements: readonly Mutation[] = [
  parameterRenamed('connection-parameter-name-with-blank', 'auth-param-name', (name) => `${name} one`),
  parameterRenamed('connection-parameter-name-with-hyphen', 'auth-param-name', (name) => `${name}-1`),
  parameterRenamed('connection-parameter-name-with-two-colons', 'auth-param-name', (name) => `${name}:a:b`),
  changed(
    'connection-parameter-type-in-capitals',
    ['auth-param-type'],
    where(asked, ({ value }) => value.type === 'string'),
    'type',
    'String',
    inProperties,
  ),
  changed(
    'connection-parameter-type-unknown',
    ['auth-param-type'],
    where(asked, ({ value }) => value.type === 'string'),
    'type',
    'password',
    inProperties,
  ),
  removed(
    'connection-parameter-without-display-name',
    ['auth-param-display-name'],
    askedUi,
    'displayName',
    inProperties,
  ),
  removed('connection-parameter-without-description', ['auth-param-description'], askedUi, 'description', inProperties),
  removed('connection-parameter-without-tooltip', ['auth-param-tooltip'], askedUi, 'tooltip', inProperties),
  changed(
    'connection-parameter-required-a-boolean',
    ['auth-param-required-string'],
    constraints,
    'required',
    true,
    inProperties,
  ),
  mutation(
    'password-as-plain-text',
    requirement('requirements.json: auth-secret-securestring'),
    ['auth-secret-securestring'],
    (connector, random) => {
      const secrets = children(properties(connector), 'connectionParameters').filter(
        ({ key, spot }) => /^(password|api_key|apikey|secret)$/i.test(key) && spot.value.type === 'securestring',
      )
      const place = choose(random, secrets)?.spot
      return place === undefined ? undefined : atProperties(put(place, 'type', 'string'), place.pointer)
    },
  ),
  changed(
    'secret-shown-in-clear',
    ['auth-secret-no-cleartext'],
    (connector) =>
      asked(connector)
        .filter(({ value }) => value.type === 'securestring')
        .flatMap((one) => child(one, 'uiDefinition', 'constraints') ?? []),
    'clearText',
    true,
    inProperties,
  ),
  parameterGone('basic-without-password', 'auth-properties-basic', 'basic', 'password'),
  parameterGone('basic-without-username', 'auth-properties-basic', 'basic', 'username'),
  parameterGone('oauth-without-token-parameter', 'auth-properties-oauth', 'oauth2', 'token'),
  parameterRenamed(
    'api-key-parameter-under-other-name',
    'auth-properties-apikey-name',
    () => 'key',
    (connector, name) => name === 'api_key' && securityDefinitions(connector)[0]?.value.type === 'apiKey',
  ),
  mutation(
    'oauth-not-in-definition',
    requirement('requirements.json: auth-swagger-oauth'),
    ['auth-swagger-oauth'],
    (connector) => {
      const all = securityDefinitions(connector)
      const token = connectionParameters(connector).find(({ value }) => value.type === 'oauthSetting')
      if (token === undefined || all.length !== 1 || all[0]?.value.type !== 'oauth2') return undefined
      drop(root(connector), 'securityDefinitions')
      drop(root(connector), 'security')
      return { file: 'definition', pointer: '', alternatives: [{ file: 'properties', pointer: token.pointer }] }
    },
    { compound: true },
  ),
  removed('oauth-without-identity-provider', ['auth-oauth-identity-provider'], oauth, 'identityProvider', inProperties),
  changed(
    'oauth-identity-provider-unknown',
    ['auth-oauth-identity-provider-known'],
    oauth,
    'identityProvider',
    'homemade',
    inProperties,
  ),
  removed('oauth-without-client-id', ['auth-oauth-client-id'], oauth, 'clientId', inProperties),
  changed(
    'oauth-redirect-mode-in-lower-case',
    ['auth-oauth-redirect-mode'],
    oauth,
    'redirectMode',
    'global',
    inProperties,
  ),
  ...['authorizationUrl', 'tokenUrl', 'refreshUrl'].map((key) =>
    removed(
      `oauth2-without-${key.replace('Url', '-url').toLowerCase()}`,
      ['auth-oauth2-required-urls'],
      custom('oauth2'),
      key,
      inProperties,
    ),
  ),
  changed(
    'oauth2-url-not-wrapped',
    ['auth-oauth2-required-urls', 'props-schema'],
    custom('oauth2'),
    'tokenUrl',
    'https://login.contoso-orders.example/token',
    inProperties,
  ),
  changed(
    'oauth2-url-without-tls',
    ['auth-oauth2-https-urls'],
    custom('oauth2'),
    'tokenUrl',
    { value: 'http://login.contoso-orders.example/token' },
    { ...inProperties, within: ['value'] },
  ),
  removed(
    'oauth2generic-without-template',
    ['auth-oauth2generic-templates'],
    custom('oauth2generic'),
    'tokenUrlTemplate',
    inProperties,
  ),
  removed('aad-without-resource', ['auth-aad-resource-uri'], custom('aad'), 'resourceUri', inProperties),
  changed(
    'aad-resource-empty',
    ['auth-aad-resource-uri'],
    custom('aad'),
    'resourceUri',
    { value: '' },
    { ...inProperties, within: ['value'] },
  ),
  changed(
    'aadcertificate-of-third-party',
    ['auth-aadcertificate-first-party'],
    provider('aadcertificate'),
    'properties',
    { IsFirstParty: 'False' },
    { ...inProperties, within: ['IsFirstParty'] },
  ),
  changed(
    'first-party-a-boolean',
    ['auth-oauth-isfirstparty'],
    (connector) => oauth(connector).flatMap((one) => child(one, 'properties') ?? []),
    'IsFirstParty',
    false,
    inProperties,
  ),
]

function parameterRenamed(
  id: string,
  rule: string,
  change: (name: string) => string,
  fits: (connector: MutableConnector, name: string) => boolean = (_, name) =>
    /^\w+$/.test(name) && !/^(token|username|password)$/.test(name),
): Mutation {
  return mutation(id, requirement(`requirements.json: ${rule}`), [rule], (connector, random) => {
    const names = children(properties(connector), 'connectionParameters').map(({ key }) => key)
    const used = JSON.stringify(properties(connector)?.value.policyTemplateInstances ?? null)
    const name = choose(
      random,
      names.filter((one) => fits(connector, one) && !used.includes(`'${one}'`)),
    )
    const holder = child(properties(connector), 'connectionParameters')
    return name === undefined ? undefined : atProperties(rename(holder, name, change(name)), holder?.pointer ?? '')
  })
}

function parameterGone(id: string, rule: string, type: string, name: string): Mutation {
  return mutation(id, requirement(`requirements.json: ${rule}`), [rule], (connector) => {
    const [only, ...others] = securityDefinitions(connector)
    const all = properties(connector)
    if (
      only?.value.type !== type ||
      others.length > 0 ||
      all === undefined ||
      Object.hasOwn(all.value, 'connectionParameterSets')
    )
      return undefined
    const holder = child(all, 'connectionParameters')
    const oauthCount = connectionParameters(connector).filter(({ value }) => value.type === 'oauthSetting').length
    if (name === 'token' && oauthCount !== 1) return undefined
    const pointer = drop(holder, name)
    const elsewhere = [
      { file: 'properties', pointer: '/properties' },
      { file: 'definition', pointer: only.pointer },
    ] as const
    return pointer === undefined ? undefined : { file: 'properties', pointer, alternatives: elsewhere }
  })
}
