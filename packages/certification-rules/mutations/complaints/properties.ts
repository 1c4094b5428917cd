import { properties } from '../json-walk.ts'
import type { JsonValue, PublisherKind } from '../mutable-connector.ts'
import { complaint, type Mutation, mutation, type Provenance, rejection, review } from '../mutation.ts'
import { choose } from '../seeded-random.ts'
import { atProperties, below, child, drop, list, put, rename, text } from '../spot.ts'
import { policies } from './hosts-and-secrets.ts'

const colour = rejection('seven-steps I: invalid brand colour')

/** Brand colour, publisher, and policies that point at nothing. */
export const propertiesComplaints: readonly Mutation[] = [
  mutation('brand-color-missing', colour, ['props-brand-color-required'], (connector) =>
    atProperties(drop(properties(connector), 'iconBrandColor')),
  ),
  coloured('brand-color-empty', ['props-brand-color-hex', 'props-brand-color-required'], ''),
  coloured('brand-color-by-name', ['props-brand-color-hex'], 'navy'),
  coloured('brand-color-with-three-digits', ['props-brand-color-hex'], '#1ac'),
  coloured('brand-color-with-alpha', ['props-brand-color-hex'], '#1a2b3c4d'),
  coloured('brand-color-without-hash', ['props-brand-color-hex'], '1a2b3c'),
  coloured('brand-color-default', ['props-brand-color-not-default'], '#007ee5', 'verified-publisher'),
  coloured('brand-color-default-in-capitals', ['props-brand-color-not-default'], '#007EE5', 'verified-publisher'),
  coloured('brand-color-white', ['props-brand-color-not-white'], '#ffffff', 'verified-publisher'),
  coloured('brand-color-white-in-capitals', ['props-brand-color-not-white'], '#FFFFFF', 'verified-publisher'),
  coloured('brand-color-of-own-choice', ['props-brand-color-independent'], '#1a2b3c', 'independent-publisher'),
  coloured('brand-color-of-independents', ['props-brand-color-not-independent'], '#da3b01', 'verified-publisher'),
  missing('publisher', review('PR #2637'), 'props-publisher-required'),
  missing('stackOwner', complaint('issue #614'), 'props-stack-owner-required'),
  set('publisher-empty', review('PR #2637'), ['props-publisher-required'], 'publisher', ''),
  set('stack-owner-empty', review('PR #2637'), ['props-stack-owner-required'], 'stackOwner', ''),
  mutation(
    'properties-wrapper-misnamed',
    complaint('PR #887'),
    ['props-root', 'props-schema', 'props-brand-color-required'],
    (connector) => {
      const file = connector.properties === undefined ? undefined : { pointer: '', value: connector.properties }
      return atProperties(rename(file, 'properties', 'property'), '')
    },
  ),
  mutation(
    'policy-names-missing-operation',
    complaint('issue #948'),
    ['policy-operation-exists'],
    (connector, random) => {
      const key = 'x-ms-apimTemplate-operationName'
      const places = policies(connector).flatMap((policy) => {
        const parameters = child(policy, 'parameters')
        return (list(parameters, key) ?? []).map((_, index) => ({ parameters, index }))
      })
      const place = choose(random, places)
      const names = list(place?.parameters, key)
      if (place?.parameters === undefined || names === undefined) return undefined
      names[place.index] = 'OperationNobodyKnows'
      const pointer = below(place.parameters.pointer, key)
      return atProperties(below(pointer, place.index), pointer)
    },
  ),
  mutation(
    'policy-for-operation-under-old-name',
    complaint('issue #2945'),
    ['policy-operation-exists'],
    (connector, random) => {
      const parameters = choose(
        random,
        policies(connector).flatMap((policy) => child(policy, 'parameters') ?? []),
      )
      const names = list(parameters, 'x-ms-apimTemplate-operationName')
      if (parameters === undefined || names === undefined) return undefined
      names.push('ListOrdersBefore2020')
      const pointer = below(parameters.pointer, 'x-ms-apimTemplate-operationName')
      return atProperties(below(pointer, names.length - 1), pointer)
    },
  ),
]

function coloured(id: string, expects: readonly string[], to: string, profile?: PublisherKind): Mutation {
  const setting = profile === undefined ? {} : { profile }
  return mutation(
    id,
    colour,
    expects,
    (connector) => {
      const judgedAsOther = profile !== undefined && connector.kind !== profile
      return judgedAsOther || text(properties(connector), 'iconBrandColor') === undefined
        ? undefined
        : atProperties(put(properties(connector), 'iconBrandColor', to))
    },
    setting,
  )
}

function missing(key: string, provenance: Provenance, rule: string): Mutation {
  return mutation(rule.replace('props-', '').replace('-required', '-missing'), provenance, [rule], (connector) =>
    text(properties(connector), key) === undefined ? undefined : atProperties(drop(properties(connector), key)),
  )
}

function set(id: string, provenance: Provenance, expects: readonly string[], key: string, to: JsonValue): Mutation {
  return mutation(id, provenance, expects, (connector) =>
    text(properties(connector), key) === undefined
      ? undefined
      : atProperties(put(properties(connector), key, to), '/properties'),
  )
}
