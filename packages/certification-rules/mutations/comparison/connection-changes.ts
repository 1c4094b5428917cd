import { connectionParameters, oauthSettings, policies, securityDefinitions } from '../complaints/hosts-and-secrets.ts'
import { properties, root } from '../json-walk.ts'
import type { JsonValue, MutableConnector } from '../mutable-connector.ts'
import { choose } from '../seeded-random.ts'
import { below, child, children, drop, put, type Spot } from '../spot.ts'
import { inDefinition, inProperties, type VersionChange } from './version-change.ts'

/** Changes of the ways to sign in, of connection parameters and of policies; most kinds are the project's own. */
export const connectionChanges: readonly VersionChange[] = [
  {
    id: 'sign-in-type-changed',
    expects: ['br-auth-type-changed'],
    plant: (connector) => {
      const [only, ...others] = securityDefinitions(connector)
      if (only === undefined || others.length > 0 || only.value.type === 'basic') return undefined
      const holder = child(root(connector), 'securityDefinitions')
      const name = Object.keys(holder?.value ?? {})[0] ?? ''
      const pointer = put(holder, name, { type: 'basic' })
      const parameters = connectionParameters(connector)[0]?.pointer
      const change = inDefinition(only.pointer, pointer, below(only.pointer, 'type'), '/securityDefinitions')
      return parameters === undefined
        ? change
        : { ...change, alternatives: [...(change.alternatives ?? []), { file: 'properties', pointer: parameters }] }
    },
  },
  {
    id: 'identity-provider-changed',
    expects: ['br-identity-provider-changed', 'br-auth-type-changed'],
    plant: (connector, random) => {
      const settings = choose(
        random,
        oauthSettings(connector).filter(({ value }) => value.identityProvider === 'oauth2'),
      )
      const pointer = put(settings, 'identityProvider', 'oauth2generic')
      return settings === undefined ? undefined : inProperties(pointer, pointer, settings.pointer)
    },
  },
  added('required-connection-parameter-added', ['br-required-connection-parameter-added'], 'true'),
  added('optional-connection-parameter-added', ['ok-optional-connection-parameter-added'], 'false'),
  {
    id: 'connection-parameter-removed',
    expects: ['br-connection-parameter-removed'],
    plant: (connector, random) => {
      const holder = child(properties(connector), 'connectionParameters')
      const name = choose(random, plainNames(connector))
      if (holder === undefined || name === undefined || drop(holder, name) === undefined) return undefined
      return inProperties(below(holder.pointer, name), undefined, holder.pointer, '/properties')
    },
  },
  {
    id: 'connection-parameter-type-changed',
    expects: ['br-connection-parameter-type-changed'],
    plant: (connector, random) => {
      const parameter = child(
        properties(connector),
        'connectionParameters',
        choose(random, plainNames(connector)) ?? '',
      )
      const pointer = put(parameter, 'type', 'int')
      return parameter === undefined ? undefined : inProperties(pointer, pointer, parameter.pointer)
    },
  },
  {
    id: 'connection-parameter-became-required',
    expects: ['br-connection-parameter-became-required'],
    plant: (connector, random) => {
      const optional = connectionParameters(connector)
        .flatMap((one) => child(one, 'uiDefinition', 'constraints') ?? [])
        .filter(({ value }) => value.required === 'false' && value.hidden !== 'true')
      const place = choose(random, optional)
      const pointer = put(place, 'required', 'true')
      return place === undefined
        ? undefined
        : inProperties(pointer, pointer, place.pointer, place.pointer.replace(/\/uiDefinition\/constraints$/, ''))
    },
  },
  {
    id: 'way-to-sign-in-removed',
    expects: ['br-connection-set-removed'],
    plant: (connector) => {
      const sets = child(properties(connector), 'connectionParameterSets')
      const values = sets?.value.values
      if (sets === undefined || !Array.isArray(values) || values.length < 2) return undefined
      values.pop()
      const pointer = below(sets.pointer, 'values')
      return inProperties(below(pointer, values.length), undefined, pointer, sets.pointer)
    },
  },
  policyChange('policy-removed', ['br-policy-removed', 'br-request-target-changed'], (holder, index) => {
    holder.splice(index, 1)
    return true
  }),
  policyChange('policy-value-changed', ['br-policy-changed', 'br-request-target-changed'], (holder, index) => {
    const parameters = child(asSpot(holder, index), 'parameters')
    const key = Object.keys(parameters?.value ?? {}).find(
      (one) => one.startsWith('x-ms-apimTemplateParameter.') && /\.(value|newPath|urlTemplate)$/.test(one),
    )
    return (
      parameters !== undefined &&
      key !== undefined &&
      put(parameters, key, 'https://quite.another.example/value') !== undefined
    )
  }),
  policyChange('policy-no-longer-for-operation', ['br-policy-scope-changed'], (holder, index) => {
    const names = child(asSpot(holder, index), 'parameters')?.value['x-ms-apimTemplate-operationName']
    if (!Array.isArray(names) || names.length < 2) return false
    names.pop()
    return true
  }),
]

function added(id: string, expects: readonly string[], required: string): VersionChange {
  return {
    id,
    expects,
    plant: (connector) => {
      const holder = child(properties(connector), 'connectionParameters')
      if (holder === undefined || Object.keys(holder.value).length === 0) return undefined
      const ui = {
        displayName: 'Quite new',
        description: 'Was not asked for before.',
        tooltip: 'New.',
        constraints: { required },
      }
      return inProperties(undefined, put(holder, 'quite_new', { type: 'string', uiDefinition: ui }), holder.pointer)
    },
  }
}

/** Changes one policy whose template occurs once, so that old and new can be told to be the same. */
function policyChange(
  id: string,
  expects: readonly string[],
  change: (holder: JsonValue[], index: number) => boolean,
): VersionChange {
  return {
    id,
    expects,
    plant: (connector, random) => {
      const holder = properties(connector)?.value.policyTemplateInstances
      const kinds = policies(connector).map(({ value }) => String(value.templateId).toLowerCase())
      const alone = kinds.flatMap((kind, index) => (kinds.indexOf(kind) === kinds.lastIndexOf(kind) ? [index] : []))
      const start = Math.floor(random() * alone.length)
      const order = [...alone.slice(start), ...alone.slice(0, start)]
      if (!Array.isArray(holder)) return undefined
      const index = order.find((one) => change(holder, one))
      if (index === undefined) return undefined
      const pointer = below('/properties/policyTemplateInstances', index)
      return id === 'policy-removed'
        ? inProperties(pointer, undefined, '/properties/policyTemplateInstances', '/properties')
        : inProperties(pointer, pointer, below(pointer, 'parameters'), ...parts(connector, index))
    },
  }
}

function parts(connector: MutableConnector, index: number): string[] {
  const parameters = child(properties(connector), 'policyTemplateInstances', index, 'parameters')
  return Object.keys(parameters?.value ?? {}).map((key) => below(parameters?.pointer ?? '', key))
}

function asSpot(holder: JsonValue[], index: number): Spot | undefined {
  return child({ pointer: '', value: { holder } }, 'holder', index)
}

/** Parameters a person types in, which nothing else in the properties names. */
function plainNames(connector: MutableConnector): string[] {
  return children(properties(connector), 'connectionParameters').flatMap(({ key, spot }) =>
    spot.value.type === 'string' && !key.startsWith('token') ? [key] : [],
  )
}
