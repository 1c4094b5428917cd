import { isInternal, type ParameterSpot, parameters, responses } from '../json-walk.ts'
import type { JsonObject, JsonValue, MutableConnector } from '../mutable-connector.ts'
import { choose } from '../seeded-random.ts'
import { below, drop, put, text } from '../spot.ts'
import { identified } from './operation-changes.ts'
import { inDefinition, type VersionChange } from './version-change.ts'

/** Changes of parameters outside of bodies, and of answers as a whole. */
export const parameterChanges: readonly VersionChange[] = [
  {
    id: 'parameter-removed',
    expects: ['br-parameter-deleted'],
    plant: (connector, random) => {
      const parameter = choose(
        random,
        plain(connector).filter(({ value }) => value.in !== 'path'),
      )
      parameter?.siblings.splice(parameter.index, 1)
      return parameter === undefined
        ? undefined
        : inDefinition(
            parameter.pointer,
            undefined,
            parameter.operation.pointer,
            below(parameter.operation.pointer, 'parameters'),
          )
    },
  },
  added('required-parameter-added', 'br-required-parameter-added', { required: true }),
  added('optional-parameter-added', 'ok-optional-parameter-added', {}),
  changed(
    'parameter-became-required',
    'br-parameter-became-required',
    'required',
    true,
    ({ value }) => value.required !== true && value.default === undefined && value.in !== 'path',
  ),
  changed(
    'parameter-became-optional',
    'ok-parameter-optional',
    'required',
    false,
    ({ value }) => value.required === true && value.in !== 'path' && value.default === undefined,
  ),
  changed(
    'parameter-type-changed',
    'br-parameter-type-changed',
    'type',
    'boolean',
    ({ value }) =>
      (value.type === 'string' || value.type === 'integer') &&
      value.enum === undefined &&
      value.default === undefined &&
      value.format === undefined,
  ),
  changed(
    'parameter-moved-to-header',
    'br-parameter-location-changed',
    'in',
    'header',
    ({ value, siblings }) =>
      value.in === 'query' &&
      siblings.filter((one) => JSON.stringify(one).includes(JSON.stringify(value.name))).length === 1,
  ),
  changed(
    'parameter-default-changed',
    'br-default-changed',
    'default',
    'something else',
    ({ value }) => value.type === 'string' && typeof value.default === 'string' && value.enum === undefined,
  ),
  changed(
    'parameter-format-changed',
    'br-format-changed',
    'format',
    'byte',
    ({ value }) => value.type === 'string' && typeof value.format === 'string' && value.format !== 'byte',
  ),
  changed(
    'parameter-hidden',
    'br-parameter-hidden',
    'x-ms-visibility',
    'internal',
    ({ value }) => value.required !== true,
  ),
  changed(
    'parameter-limited-to-values',
    'br-enum-added',
    'enum',
    ['north', 'south'],
    ({ value }) => value.type === 'string' && value.enum === undefined && value.default === undefined,
  ),
  changed(
    'parameter-summary-changed',
    'ok-parameter-summary-changed',
    'x-ms-summary',
    'Quite Another Name',
    ({ value }) => text({ pointer: '', value }, 'x-ms-summary') !== undefined,
  ),
  {
    id: 'parameter-value-removed',
    expects: ['br-enum-narrowed'],
    plant: (connector, random) => {
      const parameter = choose(
        random,
        plain(connector).filter(({ value }) => Array.isArray(value.enum) && value.enum.length > 1),
      )
      const values = parameter?.value.enum
      if (parameter === undefined || !Array.isArray(values)) return undefined
      values.pop()
      const pointer = below(parameter.pointer, 'enum')
      return inDefinition(pointer, pointer, parameter.pointer, below(pointer, values.length))
    },
  },
  {
    id: 'success-response-removed',
    expects: ['br-response-deleted'],
    plant: (connector, random) => {
      const ids = new Set(identified(connector).map(({ pointer }) => pointer))
      const response = choose(
        random,
        responses(connector).filter(({ code, operation }) => /^2\d\d$/.test(code) && ids.has(operation.pointer)),
      )
      if (response === undefined) return undefined
      const all = response.pointer.slice(0, response.pointer.lastIndexOf('/'))
      const { responses: map } = response.operation.value
      // The walk above found the response in this very object.
      delete (map as JsonObject)[response.code]
      return inDefinition(response.pointer, undefined, all, response.operation.pointer)
    },
  },
  {
    id: 'response-schema-removed',
    expects: ['br-response-schema-deleted'],
    plant: (connector, random) => {
      const ids = new Set(identified(connector).map(({ pointer }) => pointer))
      const response = choose(
        random,
        responses(connector).filter(
          ({ code, operation, value }) =>
            /^2\d\d$/.test(code) &&
            ids.has(operation.pointer) &&
            value.schema !== undefined &&
            JSON.stringify(value.schema) !== '{}',
        ),
      )
      const pointer = drop(response, 'schema')
      return response === undefined
        ? undefined
        : inDefinition(below(response.pointer, 'schema'), pointer, response.pointer)
    },
  },
]

function changed(
  id: string,
  kind: string,
  key: string,
  to: JsonValue,
  fits: (parameter: ParameterSpot) => boolean,
): VersionChange {
  return {
    id,
    expects: [kind],
    plant: (connector, random) => {
      const parameter = choose(
        random,
        plain(connector).filter((one) => fits(one) && one.value[key] !== to),
      )
      const had = parameter !== undefined && Object.hasOwn(parameter.value, key)
      const pointer = put(parameter, key, structuredClone(to))
      return parameter === undefined
        ? undefined
        : inDefinition(had ? pointer : parameter.pointer, pointer, parameter.pointer)
    },
  }
}

function added(id: string, kind: string, rest: JsonObject): VersionChange {
  return {
    id,
    expects: [kind],
    plant: (connector, random) => {
      const parameter = choose(random, plain(connector))
      if (parameter === undefined) return undefined
      const { siblings, operation } = parameter
      siblings.push({
        name: 'quiteNew',
        in: 'query',
        type: 'string',
        'x-ms-summary': 'Quite New',
        description: 'Was not there before.',
        ...rest,
      })
      return inDefinition(
        undefined,
        below(operation.pointer, 'parameters', siblings.length - 1),
        operation.pointer,
        below(operation.pointer, 'parameters'),
      )
    },
  }
}

/** Visible parameters outside of bodies, of operations that exist in both versions. */
function plain(connector: MutableConnector): ParameterSpot[] {
  const ids = new Set(identified(connector).map(({ pointer }) => pointer))
  return parameters(connector).filter(({ value, operation, siblings }) => {
    const sameName = siblings.filter((one) =>
      JSON.stringify(one).includes(`"name":${JSON.stringify(value.name)}`),
    ).length
    return (
      value.in !== 'body' &&
      !isInternal(value) &&
      ids.has(operation.pointer) &&
      sameName === 1 &&
      !Object.hasOwn(operation.item.value, 'parameters')
    )
  })
}
