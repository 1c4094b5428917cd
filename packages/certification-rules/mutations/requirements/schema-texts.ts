import type { JsonObject, MutableConnector } from '../mutable-connector.ts'
import type { Mutation } from '../mutation.ts'
import { propertySchemas, type SchemaSpot } from '../schema-walk.ts'
import { text } from '../spot.ts'
import { changed, removed, where } from './one-change.ts'

const strings = (connector: MutableConnector): SchemaSpot[] =>
  propertySchemas(connector, 'string').filter(
    ({ value }) =>
      value.enum === undefined && value.default === undefined && !hasDynamic(value) && value.format === undefined,
  )
const shown = (direction: 'input' | 'output', key: string) => (connector: MutableConnector) =>
  strings(connector).filter((one) => one[direction] && one.visible && text(one, key) !== undefined)

/** Summaries and descriptions of properties. */
export const schemaTextRequirements: readonly Mutation[] = [
  removed(
    'request-property-without-summary',
    ['schema-request-property-summary'],
    where(shown('input', 'x-ms-summary'), ({ value }) => value.title === undefined),
    'x-ms-summary',
  ),
  removed(
    'request-property-without-description',
    ['schema-request-property-description'],
    shown('input', 'description'),
    'description',
  ),
  removed(
    'response-property-without-summary',
    ['schema-response-property-summary'],
    where(shown('output', 'x-ms-summary'), ({ value }) => value.title === undefined),
    'x-ms-summary',
  ),
  removed(
    'response-property-without-description',
    ['schema-response-property-description'],
    shown('output', 'description'),
    'description',
  ),
  changed(
    'property-description-repeats-summary',
    ['schema-summary-differs-description'],
    shown('output', 'x-ms-summary'),
    'description',
    ({ value }) => String(value['x-ms-summary']),
  ),
  changed(
    'property-summary-too-long',
    ['schema-summary-max-length'],
    shown('output', 'x-ms-summary'),
    'x-ms-summary',
    'The name of the region that the records to be found belong to as the office has it',
  ),
  changed(
    'property-description-without-full-stop',
    ['schema-description-ends-punctuation'],
    where(shown('output', 'description'), ({ value }) => /[a-z]\.$/.test(String(value.description))),
    'description',
    ({ value }) => String(value.description).slice(0, -1),
  ),
  changed('property-description-empty', ['no-empty-strings'], shown('output', 'description'), 'description', ''),
  changed('property-summary-empty', ['no-empty-strings'], shown('input', 'x-ms-summary'), 'x-ms-summary', ''),
  changed('property-title-empty', ['no-empty-strings'], strings, 'title', ''),
]

function hasDynamic(value: JsonObject): boolean {
  return Object.keys(value).some((key) => key.startsWith('x-ms-dynamic'))
}
