import { webhookTriggers } from '../complaints/triggers.ts'
import { responses } from '../json-walk.ts'
import { isObject, type JsonValue, type MutableConnector } from '../mutable-connector.ts'
import { propertySchemas, type SchemaSpot } from '../schema-walk.ts'
import { choose } from '../seeded-random.ts'
import { below, child, drop, put, type Spot, text } from '../spot.ts'
import { identified } from './operation-changes.ts'
import { inDefinition, type VersionChange } from './version-change.ts'

type Fields = (connector: MutableConnector) => SchemaSpot[]

const outputs: Fields = (connector) => fieldsAt(connector, /\/responses\/2\d\d\/schema\//, false)
const inputs: Fields = (connector) =>
  fieldsAt(connector, /\/parameters\/\d+\/schema\//).filter(({ value }) => value['x-ms-notification-url'] === undefined)
const payloads: Fields = (connector) => {
  const ids = new Set(identified(connector).map(({ pointer }) => pointer))
  const items = webhookTriggers(connector).flatMap(({ pointer, item }) =>
    ids.has(pointer) ? [`${item.pointer}/x-ms-`] : [],
  )
  return propertySchemas(connector).filter((one) => isPlain(one) && items.some((item) => one.pointer.startsWith(item)))
}
const shared: Fields = (connector) => {
  const answers = responses(connector).filter(({ code }) => /^2\d\d$/.test(code))
  const names = new Set(answers.map((response) => text(child(response, 'schema'), '$ref')))
  return propertySchemas(connector).filter((one) => {
    const isAnswer = one.output && !one.input && names.has(`#${one.parent?.pointer}`)
    return isAnswer && isPlain(one) && !hasTrigger(connector)
  })
}

/** Changes of fields in bodies, answers and webhook payloads. */
export const fieldChanges: readonly VersionChange[] = [
  gone('output-field-removed', 'br-output-field-deleted', outputs),
  gone('output-field-of-shared-definition-removed', 'br-output-field-deleted', shared),
  retyped('output-field-type-changed', 'br-output-field-type-changed', outputs),
  come('output-field-added', 'ok-output-added', outputs, false),
  gone('input-field-removed', 'br-input-field-deleted', inputs),
  retyped('input-field-type-changed', 'br-input-field-type-changed', inputs),
  come('required-input-field-added', 'br-required-input-field-added', inputs, true),
  come('optional-input-field-added', 'ok-optional-input-added', inputs, false),
  {
    id: 'input-field-became-required',
    expects: ['br-input-field-became-required'],
    plant: (connector, random) => {
      const free = inputs(connector).filter(
        ({ parent, property, value }) =>
          !required(parent).includes(property ?? '') && value.default === undefined && visibleChain(parent),
      )
      const field = choose(random, free)
      const { parent, property } = field ?? {}
      if (field === undefined || parent === undefined || property === undefined) return undefined
      const names = required(parent)
      const pointer = put(parent, 'required', [...names, property])
      return inDefinition(
        field.pointer,
        field.pointer,
        parent.pointer,
        pointer ?? '',
        below(pointer ?? '', names.length),
      )
    },
  },
  gone('trigger-output-removed', 'br-trigger-output-deleted', payloads),
  retyped('trigger-output-type-changed', 'br-trigger-output-type-changed', payloads),
]

function gone(id: string, kind: string, fields: Fields): VersionChange {
  return {
    id,
    expects: [kind],
    plant: (connector, random) => {
      const field = choose(
        random,
        fields(connector).filter(({ parent, property }) => !required(parent).includes(property ?? '')),
      )
      const holder = child(field?.parent, 'properties')
      if (field?.parent === undefined || holder === undefined || field.property === undefined) return undefined
      drop(holder, field.property)
      return inDefinition(field.pointer, undefined, field.parent.pointer, holder.pointer)
    },
  }
}

function retyped(id: string, kind: string, fields: Fields): VersionChange {
  return {
    id,
    expects: [kind],
    plant: (connector, random) => {
      const scalars = fields(connector).filter(
        ({ value }) => value.type === 'string' || value.type === 'number' || value.type === 'integer',
      )
      const field = choose(
        random,
        scalars.filter(
          ({ value }) => value.enum === undefined && value.default === undefined && value.format === undefined,
        ),
      )
      const pointer = put(field, 'type', 'boolean')
      return field === undefined ? undefined : inDefinition(pointer, pointer, field.pointer)
    },
  }
}

function come(id: string, kind: string, fields: Fields, isRequired: boolean): VersionChange {
  return {
    id,
    expects: [kind],
    plant: (connector, random) => {
      const parent = choose(
        random,
        fields(connector).filter((one) => visibleChain(one.parent)),
      )?.parent
      const holder = child(parent, 'properties')
      const pointer = put(holder, 'quiteNew', {
        type: 'string',
        'x-ms-summary': 'Quite New',
        description: 'Was not there before.',
      })
      if (parent === undefined || pointer === undefined) return undefined
      if (isRequired) put(parent, 'required', [...required(parent), 'quiteNew'])
      return inDefinition(undefined, pointer, parent.pointer)
    },
  }
}

/** Fields of operations that can be matched, written where they are used; those of triggers only when asked for. */
function fieldsAt(connector: MutableConnector, place: RegExp, triggers = true): SchemaSpot[] {
  const ids = identified(connector)
    .filter(({ value }) => triggers || value['x-ms-trigger'] === undefined)
    .map(({ pointer }) => `${pointer}/`)
  return propertySchemas(connector).filter(
    (one) => place.test(one.pointer) && isPlain(one) && ids.some((id) => one.pointer.startsWith(id)),
  )
}

/** Neither hidden nor reached through `allOf`, whose parts a comparison merges. */
function isPlain({ pointer, visible }: SchemaSpot): boolean {
  return visible && !pointer.includes('/allOf/')
}

/** A requirement deep inside binds only when everything around it is required too; keep to the outermost object. */
function visibleChain(parent: SchemaSpot | undefined): boolean {
  return parent?.top === true
}

function required(schema: Spot | undefined): string[] {
  const names: JsonValue | undefined = schema?.value.required
  return Array.isArray(names) ? names.map(String) : []
}

function hasTrigger(connector: MutableConnector): boolean {
  return JSON.stringify(isObject(connector.definition?.paths) ? connector.definition.paths : null).includes(
    '"x-ms-trigger"',
  )
}
