import { textProperty } from '../example/definition.ts'
import { type ParameterSpot, parameters, plainParameters } from '../json-walk.ts'
import type { JsonObject, JsonValue, MutableConnector } from '../mutable-connector.ts'
import { type Mutation, mutation, requirement } from '../mutation.ts'
import { choose } from '../seeded-random.ts'
import { at, below, type Spot, text } from '../spot.ts'
import { changed, removed, where } from './one-change.ts'

const any = (connector: MutableConnector): ParameterSpot[] => parameters(connector)
const plain = (connector: MutableConnector): ParameterSpot[] => plainParameters(connector)
const visible = (connector: MutableConnector): ParameterSpot[] => parameters(connector).filter((one) => one.visible)
const inPath = (connector: MutableConnector): ParameterSpot[] => plainParameters(connector, 'path')
const inQuery = (connector: MutableConnector): ParameterSpot[] => plainParameters(connector, 'query')
const inBody = (connector: MutableConnector): ParameterSpot[] =>
  parameters(connector).filter(({ value }) => value.in === 'body')
const inForm = (connector: MutableConnector): ParameterSpot[] => plainParameters(connector, 'formData')
const summed = (connector: MutableConnector): Spot[] =>
  visible(connector).filter((one) => text(one, 'x-ms-summary') !== undefined)
const described = (connector: MutableConnector): Spot[] =>
  visible(connector).filter((one) => text(one, 'description') !== undefined)
const tidySummed = where(summed, ({ value }) => /^[A-Z][a-z]+( [A-Z][a-z]+)*$/.test(String(value['x-ms-summary'])))
const texts = { 'x-ms-summary': 'Region', description: 'The region to look in.' }

/** Parameters of all places. */
export const parameterRequirements: readonly Mutation[] = [
  removed('parameter-name-missing', ['param-name-required'], inQuery, 'name'),
  changed('parameter-name-empty', ['param-name-required'], inQuery, 'name', ''),
  removed('parameter-place-missing', ['param-in-valid'], inQuery, 'in'),
  changed('parameter-place-misspelt', ['param-in-valid'], inQuery, 'in', 'Query'),
  mutation(
    'parameter-repeated',
    requirement('requirements.json: param-unique'),
    ['param-unique'],
    (connector, random) => {
      const parameter = choose(random, plain(connector))
      if (parameter === undefined) return undefined
      parameter.siblings.push(structuredClone(parameter.value))
      const pointer = below(parameter.operation.pointer, 'parameters', parameter.siblings.length - 1)
      return at(pointer, below(pointer, 'name'), parameter.pointer, below(parameter.pointer, 'name'))
    },
  ),
  removed('parameter-type-missing', ['param-type-required'], plain, 'type'),
  changed(
    'parameter-type-object',
    ['param-type-required', 'schema-type-valid'],
    where(inQuery, ({ value }) => value.enum === undefined && value.default === undefined),
    'type',
    'object',
  ),
  removed('body-schema-missing', ['param-body-schema'], inBody, 'schema'),
  changed('body-with-type', ['param-body-no-type', 'param-known-keys'], inBody, 'type', 'object'),
  added('second-body', ['param-single-body'], inBody, {
    in: 'body',
    name: 'second',
    schema: { type: 'object', properties: { name: textProperty('Name') } },
  }),
  added('form-beside-body', ['param-no-body-and-form'], inBody, {
    in: 'formData',
    name: 'extra',
    type: 'string',
    ...texts,
  }),
  added(
    'body-in-get',
    ['param-no-body-in-get'],
    (connector) => any(connector).filter(({ operation }) => operation.verb === 'get'),
    { in: 'body', name: 'body', schema: { type: 'object', properties: { name: textProperty('Name') } } },
  ),
  added(
    'body-in-delete',
    ['param-no-body-in-delete'],
    (connector) => any(connector).filter(({ operation }) => operation.verb === 'delete'),
    { in: 'body', name: 'body', schema: { type: 'object', properties: { name: textProperty('Name') } } },
  ),
  removed('path-parameter-not-required', ['param-path-required'], inPath, 'required'),
  changed('path-parameter-optional', ['param-path-required'], inPath, 'required', false),
  removed('path-parameter-without-encoding', ['param-path-url-encoding'], inPath, 'x-ms-url-encoding'),
  changed('query-parameter-with-encoding', ['param-url-encoding-path-only'], inQuery, 'x-ms-url-encoding', 'single'),
  added('parameter-named-connection-id', ['param-not-connection-id'], any, {
    in: 'query',
    name: 'connectionId',
    type: 'string',
    ...texts,
  }),
  added('parameter-authorization-header', ['param-no-authorization-header'], any, {
    in: 'header',
    name: 'Authorization',
    type: 'string',
    ...texts,
  }),
  added('parameter-content-type-header', ['param-no-content-type-header'], any, {
    in: 'header',
    name: 'Content-Type',
    type: 'string',
    ...texts,
  }),
  changed(
    'parameter-summary-too-long',
    ['param-summary-max-length'],
    summed,
    'x-ms-summary',
    'The name of the region that the records to be found belong to as the office has it',
  ),
  changed('parameter-summary-with-slash', ['param-summary-charset'], tidySummed, 'x-ms-summary', 'Region / Place'),
  changed(
    'parameter-summary-in-snake-case',
    ['param-summary-human-readable'],
    tidySummed,
    'x-ms-summary',
    'region_name',
  ),
  changed(
    'parameter-summary-in-camel-case',
    ['param-summary-human-readable'],
    tidySummed,
    'x-ms-summary',
    'regionName',
  ),
  changed(
    'parameter-summary-names-product',
    ['param-summary-no-product-names'],
    summed,
    'x-ms-summary',
    'Power BI Region',
  ),
  changed(
    'parameter-description-without-full-stop',
    ['param-description-ends-punctuation'],
    where(described, ({ value }) => String(value.description).endsWith('.')),
    'description',
    'The region to look in',
  ),
  changed(
    'parameter-description-repeats-summary',
    ['param-description-differs-summary'],
    where(described, (one) => differ(one)),
    'description',
    ({ value }) => String(value['x-ms-summary']),
  ),
  changed(
    'parameter-description-names-product',
    ['param-description-no-product-names'],
    described,
    'description',
    'The region that Power Apps shows.',
  ),
  removed(
    'internal-parameter-without-default',
    ['param-internal-required-default'],
    where(
      plain,
      ({ value }) => value['x-ms-visibility'] === 'internal' && value.required === true && value.in !== 'path',
    ),
    'default',
  ),
  removed(
    'internal-default-not-required',
    ['param-internal-default-required'],
    where(
      plain,
      ({ value }) => value['x-ms-visibility'] === 'internal' && value.default !== undefined && value.in !== 'path',
    ),
    'required',
  ),
  removed(
    'parameter-array-without-items',
    ['param-array-items'],
    where(plain, ({ value }) => value.type === 'array'),
    'items',
  ),
  changed(
    'file-in-query',
    ['param-file-in-form'],
    where(
      inQuery,
      ({ value }) => value.enum === undefined && value.default === undefined && value.format === undefined,
    ),
    'type',
    'file',
  ),
  changed('form-name-not-ascii', ['param-form-name-ascii'], inForm, 'name', 'Anhänge'),
  changed(
    'collection-format-unknown',
    ['param-collection-format'],
    where(plain, ({ value }) => value.type === 'array'),
    'collectionFormat',
    'semicolons',
  ),
  changed(
    'collection-format-multi-in-header',
    ['param-collection-format'],
    (connector) => plainParameters(connector, 'path', 'header').filter(({ value }) => value.type === 'array'),
    'collectionFormat',
    'multi',
  ),
  changed('empty-value-allowed-in-path', ['param-allow-empty-value'], inPath, 'allowEmptyValue', true),
  changed('parameter-key-unknown', ['param-known-keys'], plain, 'label', 'Region'),
  mutation(
    'parameter-reference-dangling',
    requirement('requirements.json: param-ref-valid'),
    ['param-ref-valid', 'schema-ref-resolves'],
    (connector, random) => referenced(connector, random, '#/parameters/NobodyDefinedThis'),
  ),
  mutation(
    'parameter-reference-to-definition',
    requirement('requirements.json: param-ref-valid'),
    ['param-ref-valid', 'schema-ref-location', 'schema-ref-resolves'],
    (connector, random) => referenced(connector, random, '#/definitions/NobodyDefinedThis'),
  ),
]

/** Summary and description both say something, and not the same. */
function differ(place: Spot): boolean {
  const [summary, description] = ['x-ms-summary', 'description'].map((key) =>
    text(place, key)?.toLowerCase().replace(/\W+/g, ' ').trim(),
  )
  return summary !== undefined && description !== undefined && summary !== description
}

function added(
  id: string,
  rules: readonly string[],
  beside: (connector: MutableConnector) => readonly ParameterSpot[],
  value: JsonObject,
): Mutation {
  return mutation(id, requirement(`requirements.json: ${rules[0]}`), rules, (connector, random) => {
    const parameter = choose(random, beside(connector))
    if (parameter === undefined) return undefined
    const pointer = append(parameter, structuredClone(value))
    const { operation } = parameter
    return at(
      pointer,
      below(pointer, 'in'),
      below(pointer, 'name'),
      below(operation.pointer, 'parameters'),
      operation.pointer,
      ...bodies(connector, operation.pointer),
    )
  })
}

/** Of two bodies either may be called the surplus one. */
function bodies(connector: MutableConnector, operation: string): string[] {
  return inBody(connector).flatMap((body) => (body.operation.pointer === operation ? [body.pointer] : []))
}

function referenced(connector: MutableConnector, random: () => number, target: string): ReturnType<typeof at> {
  const parameter = choose(random, any(connector))
  if (parameter === undefined) return undefined
  const pointer = append(parameter, { $ref: target })
  return at(below(pointer, '$ref'), pointer)
}

function append({ siblings, operation }: ParameterSpot, value: JsonValue): string {
  siblings.push(value)
  return below(operation.pointer, 'parameters', siblings.length - 1)
}
