import { securityDefinitions } from '../complaints/hosts-and-secrets.ts'
import { operations, root } from '../json-walk.ts'
import { isObject, type JsonValue, type MutableConnector } from '../mutable-connector.ts'
import { type Mutation, mutation, requirement } from '../mutation.ts'
import { choose } from '../seeded-random.ts'
import { at, below, child, children, drop, put, type Spot } from '../spot.ts'
import { changed, type Places, removed, where } from './one-change.ts'

const definitions = (connector: MutableConnector): Spot[] => securityDefinitions(connector)
const ofType = (type: string) => where(definitions, ({ value }) => value.type === type)
const requirements: Places = (connector) =>
  [root(connector) ?? [], ...operations(connector)]
    .flat()
    .flatMap((one) => children(one, 'security').map(({ spot }) => spot))
const keyed = where(requirements, ({ value }) =>
  Object.values(value).some((scopes) => Array.isArray(scopes) && scopes.length === 0),
)

/** How a connector signs in, in both files. */
export const securityRequirements: readonly Mutation[] = [
  changed('security-type-unknown', ['security-type-valid'], definitions, 'type', 'openIdConnect'),
  removed('api-key-without-name', ['security-apikey-fields'], ofType('apiKey'), 'name'),
  removed('api-key-without-place', ['security-apikey-fields'], ofType('apiKey'), 'in'),
  changed('api-key-in-cookie', ['security-apikey-fields'], ofType('apiKey'), 'in', 'cookie'),
  changed('basic-with-scheme', ['security-basic-no-extra'], ofType('basic'), 'scheme', 'basic'),
  changed('oauth-flow-implicit', ['security-oauth-flow'], ofType('oauth2'), 'flow', 'implicit'),
  changed('oauth-flow-application', ['security-oauth-flow'], ofType('oauth2'), 'flow', 'application'),
  removed('oauth-without-authorization-url', ['security-oauth-urls'], ofType('oauth2'), 'authorizationUrl'),
  removed('oauth-without-token-url', ['security-oauth-urls'], ofType('oauth2'), 'tokenUrl'),
  firstRequirement('security-names-unknown-definition', 'security-requirement-defined', () => ({
    nobodyDefinedThis: [],
  })),
  mutation(
    'api-key-with-scopes',
    requirement('requirements.json: security-non-oauth-empty-scopes'),
    ['security-non-oauth-empty-scopes'],
    (connector, random) => {
      const simple = new Set(
        children(root(connector), 'securityDefinitions').flatMap(({ key, spot }) =>
          spot.value.type === 'oauth2' ? [] : [key],
        ),
      )
      const place = choose(
        random,
        keyed(connector).filter(({ value }) => simple.has(Object.keys(value)[0] ?? '')),
      )
      const name = Object.keys(place?.value ?? {})[0]
      if (place === undefined || name === undefined) return undefined
      const pointer = put(place, name, ['orders.read'])
      return at(pointer, `${pointer}/0`, place.pointer)
    },
  ),
  mutation(
    'scope-not-defined',
    requirement('requirements.json: security-scope-defined'),
    ['security-scope-defined'],
    (connector, random) => {
      const scoped = new Set(
        children(root(connector), 'securityDefinitions').flatMap(({ key, spot }) =>
          spot.value.type === 'oauth2' && isObject(spot.value.scopes) && Object.keys(spot.value.scopes).length > 0
            ? [key]
            : [],
        ),
      )
      const place = choose(
        random,
        requirements(connector).filter(({ value }) => scoped.has(Object.keys(value)[0] ?? '')),
      )
      const name = Object.keys(place?.value ?? {})[0]
      const scopes = name === undefined ? undefined : place?.value[name]
      if (place === undefined || name === undefined || !Array.isArray(scopes)) return undefined
      scopes.push('nobody.defined.this')
      const pointer = below(place.pointer, name)
      return at(`${pointer}/${scopes.length - 1}`, pointer)
    },
  ),
  mutation(
    'security-not-required',
    requirement('requirements.json: security-requirement-present'),
    ['security-requirement-present'],
    (connector) => {
      const own = operations(connector).some(({ value }) => value.security !== undefined)
      return own || securityDefinitions(connector).length === 0
        ? undefined
        : at(drop(root(connector), 'security'), '/securityDefinitions')
    },
  ),
  mutation(
    'two-security-definitions',
    requirement('requirements.json: security-single-definition'),
    ['security-single-definition'],
    (connector) => {
      if (securityDefinitions(connector).length !== 1) return undefined
      const pointer = put(child(root(connector), 'securityDefinitions'), 'second', { type: 'basic' })
      return at('/securityDefinitions', pointer ?? '')
    },
  ),
  firstRequirement('security-requirement-null', 'security-requirement-not-null', (name) => ({ [name]: null })),
]

function firstRequirement(id: string, rule: string, make: (name: string) => JsonValue): Mutation {
  return mutation(
    id,
    requirement(`requirements.json: ${rule}`),
    [rule],
    (connector, random) => {
      const places = [root(connector) ?? [], ...operations(connector)]
        .flat()
        .filter(({ value }) => Array.isArray(value.security) && value.security.length > 0)
      const place = choose(random, places)
      const list = place?.value.security
      const name = Array.isArray(list) && isObject(list[0]) ? Object.keys(list[0])[0] : undefined
      if (place === undefined || !Array.isArray(list) || name === undefined) return undefined
      const made = make(name)
      list[0] = made
      const pointer = below(place.pointer, 'security', 0)
      return at(
        below(pointer, Object.keys(isObject(made) ? made : {})[0] ?? ''),
        pointer,
        below(place.pointer, 'security'),
      )
    },
    { compound: true },
  )
}
