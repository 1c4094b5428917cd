import { type ParameterSpot, parameters, plainParameters } from '../json-walk.ts'
import type { JsonObject, MutableConnector } from '../mutable-connector.ts'
import { complaint, type Mutation, mutation, rejection, review } from '../mutation.ts'
import { choose } from '../seeded-random.ts'
import { at, below, drop, put, text } from '../spot.ts'

/** Texts parameters lack, and parameters brought along from OpenAPI 3. */
export const parameterComplaints: readonly Mutation[] = [
  mutation('parameter-description-missing', review('PR #550'), ['param-description-required'], (connector, random) =>
    drop(choose(random, withText(connector, 'description')), 'description'),
  ),
  mutation(
    'parameter-description-empty',
    review('PR #4160'),
    ['param-description-required', 'no-empty-strings'],
    (connector, random) => put(choose(random, withText(connector, 'description')), 'description', ''),
  ),
  mutation('parameter-summary-missing', review('PR #3407'), ['param-x-ms-summary-required'], (connector, random) =>
    drop(choose(random, withText(connector, 'x-ms-summary')), 'x-ms-summary'),
  ),
  mutation(
    'parameter-summary-empty',
    review('PR #4041'),
    ['param-x-ms-summary-required', 'no-empty-strings'],
    (connector, random) => put(choose(random, withText(connector, 'x-ms-summary')), 'x-ms-summary', ''),
  ),
  mutation(
    'parameter-summary-under-plain-key',
    review('PR #4041'),
    ['param-x-ms-summary-required', 'param-known-keys'],
    (connector, random) => {
      const parameter = choose(random, withText(connector, 'x-ms-summary'))
      const summary = text(parameter, 'x-ms-summary')
      if (parameter === undefined || summary === undefined) return undefined
      drop(parameter, 'x-ms-summary')
      return at(parameter.pointer, below(parameter.pointer, 'summary'), put(parameter, 'summary', summary) ?? '')
    },
    { compound: true },
  ),
  mutation(
    'path-parameter-not-declared',
    rejection('requirements.json: path-parameters-defined'),
    ['path-parameters-defined'],
    (connector, random) => {
      const parameter = choose(random, plainParameters(connector, 'path').filter(isOnlyDeclaration))
      if (parameter === undefined) return undefined
      parameter.siblings.splice(parameter.index, 1)
      const { operation } = parameter
      return at(operation.pointer, operation.item.pointer, below(operation.pointer, 'parameters'))
    },
  ),
  added('parameter-in-cookie', ['param-in-valid'], 'in', { in: 'cookie', type: 'string' }),
  added('parameter-with-schema-of-openapi-3', ['param-no-schema'], 'schema', {
    in: 'query',
    type: 'string',
    schema: { type: 'string' },
  }),
  mutation(
    'parameter-with-example',
    complaint('documentation issue #456 of the connectors documentation'),
    ['param-known-keys'],
    (connector, random) => {
      const parameter = choose(
        random,
        plainParameters(connector).filter(({ value }) => value.example === undefined),
      )
      return parameter === undefined ? undefined : at(put(parameter, 'example', 'north'), parameter.pointer)
    },
  ),
  mutation(
    'parameter-type-moved-into-schema',
    complaint('issue #2067'),
    ['param-no-schema', 'param-type-required'],
    (connector, random) => {
      const parameter = choose(
        random,
        plainParameters(connector, 'query', 'header').filter(({ value }) => value.type === 'string'),
      )
      if (parameter === undefined) return undefined
      drop(parameter, 'type')
      return at(put(parameter, 'schema', { type: 'string' }), parameter.pointer)
    },
    { compound: true },
  ),
]

function added(id: string, expects: readonly string[], key: string, part: JsonObject): Mutation {
  return mutation(id, complaint('issue #2067'), expects, (connector, random) => {
    const parameter = choose(random, parameters(connector))
    if (parameter === undefined) return undefined
    const { operation, siblings } = parameter
    const texts = { name: 'region', 'x-ms-summary': 'Region', description: 'The region to look in.' }
    siblings.push({ ...texts, ...structuredClone(part) })
    const pointer = below(operation.pointer, 'parameters', siblings.length - 1)
    return at(below(pointer, key), pointer)
  })
}

function withText(connector: MutableConnector, key: string): ParameterSpot[] {
  return parameters(connector).filter((parameter) => parameter.visible && text(parameter, key) !== undefined)
}

/** No parameter of the path item declares the same variable. */
function isOnlyDeclaration({ operation, value }: ParameterSpot): boolean {
  return !Object.hasOwn(operation.item.value, 'parameters') && operation.path.includes(`{${String(value.name)}}`)
}
