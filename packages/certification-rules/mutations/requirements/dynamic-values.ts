import { dynamicExtensions } from '../complaints/triggers.ts'
import { operations, parameters } from '../json-walk.ts'
import { isObject, type JsonObject, type JsonValue, type MutableConnector } from '../mutable-connector.ts'
import { type Mutation, mutation, requirement } from '../mutation.ts'
import { schemas } from '../schema-walk.ts'
import { choose } from '../seeded-random.ts'
import { at, child, children, drop, put, type Spot, text } from '../spot.ts'
import { changed, where } from './one-change.ts'

const bodies = (connector: MutableConnector): Spot[] => parameters(connector).filter(({ value }) => value.in === 'body')
const values = (connector: MutableConnector): Spot[] =>
  dynamicExtensions(connector, 'x-ms-dynamic-values').filter((one) => text(one, 'operationId') !== undefined)
const named = (connector: MutableConnector): Spot[] =>
  values(connector).flatMap((one) => child(one, 'parameters') ?? [])
const trees = (connector: MutableConnector): Spot[] => dynamicExtensions(connector, 'x-ms-dynamic-tree')

/** Extensions that call other operations for values and schemas. */
export const dynamicValueRequirements: readonly Mutation[] = [
  dropArgument(),
  changed('dynamic-parameter-unknown', ['ext-dynamic-parameter-known'], named, 'nobodyTakesThis', 'yes'),
  mutation(
    'dynamic-source-misspelt',
    requirement('requirements.json: ext-dynamic-source-parameter-exists'),
    ['ext-dynamic-source-parameter-exists'],
    (connector, random) => {
      const place = choose(random, references(connector))
      return place === undefined ? undefined : at(put(place, 'parameter', 'nobodyHasThis'), place.pointer)
    },
  ),
  changed(
    'dynamic-collection-not-there',
    ['ext-dynamic-produces-array'],
    where(values, (one) => text(one, 'value-collection') !== undefined),
    'value-collection',
    'nothing/here',
  ),
  changed(
    'dynamic-value-path-not-there',
    ['ext-dynamic-produces-property'],
    where(values, (one) => text(one, 'value-path') !== undefined),
    'value-path',
    'nothingHere',
  ),
  changed(
    'dynamic-title-not-there',
    ['ext-dynamic-produces-property'],
    where(values, (one) => text(one, 'value-title') !== undefined),
    'value-title',
    'nothingHere',
  ),
  changed(
    'dynamic-values-on-body',
    ['ext-dynamic-not-on-body-parameter'],
    bodies,
    'x-ms-dynamic-values',
    (): JsonValue => ({ operationId: 'AadGraph.GetUsers', 'value-path': 'id' }),
  ),
  twinMissing('dynamic-list-missing', 'ext-dynamic-list-paired', 'x-ms-dynamic-values', 'x-ms-dynamic-list'),
  twinMissing(
    'dynamic-properties-missing',
    'ext-dynamic-properties-paired',
    'x-ms-dynamic-schema',
    'x-ms-dynamic-properties',
  ),
  changed(
    'dynamic-properties-other-path',
    ['ext-dynamic-properties-paired'],
    (connector) =>
      dynamicExtensions(connector, 'x-ms-dynamic-properties').filter((one) => text(one, 'itemValuePath') !== undefined),
    'itemValuePath',
    'elsewhere',
  ),
  mutation(
    'dynamic-tree-missing',
    requirement('requirements.json: ext-dynamic-tree-for-file-picker'),
    ['ext-dynamic-tree-for-file-picker'],
    (connector, random) => {
      const holders: Spot[] = [...parameters(connector), ...schemas(connector)]
      const holder = choose(
        random,
        holders.filter(
          (one) =>
            text(child(one, 'x-ms-dynamic-values'), 'capability') === 'file-picker' &&
            isObject(one.value['x-ms-dynamic-tree']),
        ),
      )
      return holder === undefined
        ? undefined
        : at(drop(holder, 'x-ms-dynamic-tree'), `${holder.pointer}/x-ms-dynamic-values`)
    },
  ),
  mutation(
    'selected-item-in-open',
    requirement('requirements.json: ext-selected-item-value-path'),
    ['ext-selected-item-value-path'],
    (connector, random) => {
      const open = choose(
        random,
        trees(connector)
          .flatMap((tree) => child(tree, 'open') ?? [])
          .filter(({ value }) => value.parameters === undefined),
      )
      const pointer = put(open, 'parameters', { folder: { selectedItemValuePath: 'id' } })
      return pointer === undefined
        ? undefined
        : at(`${pointer}/folder/selectedItemValuePath`, `${pointer}/folder`, pointer)
    },
  ),
]

/** An argument that the called operation requires is no longer passed. */
function dropArgument(): Mutation {
  return mutation(
    'dynamic-required-parameter-missing',
    requirement('requirements.json: ext-dynamic-required-parameters'),
    ['ext-dynamic-required-parameters'],
    (connector, random) => {
      const places = values(connector).flatMap((extension) => {
        const called = operations(connector).find(({ value }) => value.operationId === extension.value.operationId)
        const passed = child(extension, 'parameters')
        return children(called, 'parameters').flatMap(({ spot }) => {
          const { name, required } = spot.value
          const isNeeded = required === true && spot.value.default === undefined && spot.value.in !== 'body'
          return passed !== undefined && typeof name === 'string' && isNeeded && Object.hasOwn(passed.value, name)
            ? [{ extension, passed, name }]
            : []
        })
      })
      const place = choose(random, places)
      if (place === undefined) return undefined
      drop(place.passed, place.name)
      return at(place.extension.pointer, place.passed.pointer)
    },
  )
}

function references(connector: MutableConnector): Spot[] {
  return named(connector).flatMap((place) => {
    const name = firstReference(place.value)
    return name === undefined ? [] : (child(place, name) ?? [])
  })
}

function firstReference(value: JsonObject): string | undefined {
  return Object.keys(value).find(
    (key) => isObject(value[key]) && typeof child({ pointer: '', value }, key)?.value.parameter === 'string',
  )
}

function twinMissing(id: string, rule: string, extension: string, twin: string): Mutation {
  return mutation(id, requirement(`requirements.json: ${rule}`), [rule], (connector, random) => {
    const holders: Spot[] = [...parameters(connector), ...schemas(connector)]
    const holder = choose(
      random,
      holders.filter(({ value }) => isObject(value[extension]) && isObject(value[twin])),
    )
    return holder === undefined ? undefined : at(drop(holder, twin), `${holder.pointer}/${extension}`)
  })
}
