import type { Schema } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily, type MendContext } from '../../engine/rule-family.ts'
import { isCutOff } from '../cut-off.ts'

/** Which properties of an object must be there: its `required` list. */
export const schemaRequired = defineRuleFamily({
  id: 'schema-required',
  rules: {
    'schema-required-is-array': {
      title: 'In a schema, "required" is a list of property names.',
      mend: 'proposed',
      deviation: 'Mended only after a look: naming the property in its object’s list changes what makers must fill in.',
      messages: {
        found: {
          what: 'Here "required" is {kind}, not a list of names.',
          why: 'Only parameters are required by true or false; in a schema the definition is refused.',
          fix: 'Name the property in the "required" list of the object that holds it.',
        },
      },
    },
    'schema-required-not-empty': {
      title: 'A "required" list names at least one property.',
      mend: 'automatic',
      messages: {
        found: {
          what: 'The "required" list is empty.',
          why: 'OpenAPI 2.0 demands at least one name, and the validator refuses an empty list.',
          fix: 'Remove the list.',
        },
      },
    },
    'schema-required-on-object-only': {
      title: 'Only objects have a "required" list.',
      mend: 'automatic',
      messages: {
        found: {
          what: 'A schema of the type "{type}" has a "required" list.',
          why: 'Only objects have properties, so the list says nothing, and the validator refuses it.',
          fix: 'Remove the list, or move it to the object it is about.',
        },
      },
    },
    'schema-required-properties-defined': {
      title: 'Every required property is described.',
      mend: 'proposed',
      messages: {
        found: {
          what: '"{name}" is required but not among the properties.',
          why: 'Makers are asked for a field they never see, so the call cannot succeed.',
          fix: 'Describe "{name}" under "properties", or take it out of the list.',
        },
      },
    },
    'schema-readonly-not-required': {
      title: 'A property that is read only is not required in a request.',
      mend: 'proposed',
      deviation:
        'Mended only after a look: the list may be shared with a response, where the property always comes back.',
      messages: {
        found: {
          what: 'The read-only property "{name}" is required in a request.',
          why: 'Makers must not send it and yet have to, so the step cannot be completed.',
          fix: 'Take "{name}" out of "required", or remove "readOnly".',
        },
      },
    },
    'schema-internal-default-required': {
      title: 'An internal property of a request that has a default is required.',
      mend: 'proposed',
      deviation: 'Mended only after a look: once it is required, the default is sent with every call.',
      messages: {
        found: {
          what: 'The internal property "{name}" has a default but is not required.',
          why: 'Makers cannot see it, and the default of an optional hidden property is never sent.',
          fix: 'Name "{name}" in the "required" list of its object, or remove it.',
        },
      },
    },
    'schema-discriminator': {
      title: 'A discriminator names a required text property.',
      messages: {
        found: {
          what: 'The discriminator "{name}" is not a required property of the type string.',
          why: 'It decides which kind of object is meant; without it the validator refuses the schema.',
          fix: 'Describe "{name}" as a string, name it in "required", or remove "discriminator".',
        },
      },
    },
  },
  check(context) {
    return {
      schemaKeyword: {
        required: (value, schema) => checkRequired(context, value, schema),
        readOnly: (value, schema) => checkReadOnly(context, value, schema),
        default: (_value, schema) => checkInternalDefault(context, schema),
        discriminator: (value, schema) => checkDiscriminator(context, value, schema),
      },
    }
  },
  mends: {
    'schema-required-is-array': nameInHolder,
    'schema-required-not-empty': ({ node, edit }) => {
      if (node !== undefined) edit.remove(node)
    },
    'schema-required-on-object-only': ({ node, edit }) => {
      if (node !== undefined) edit.remove(node)
    },
    'schema-required-properties-defined': ({ node, edit }) => {
      if (node !== undefined) removeName(node, edit)
    },
    'schema-readonly-not-required': ({ node, edit }) => {
      const list = node?.parent?.parent?.member('required')
      const name = list?.children.find((item) => item.value === node?.key)
      if (name !== undefined) removeName(name, edit)
    },
    'schema-internal-default-required': ({ node, edit }) => {
      const holder = node?.parent?.parent
      if (node?.key !== undefined && holder !== undefined) addName(holder, node.key, edit)
    },
  },
})

function checkRequired({ report, connector }: CheckContext, value: JsonNode, schema: Schema): void {
  const { node, place, type } = schema
  if (place === 'parameter' || place === 'header') return
  if (value.kind !== 'array') {
    report('schema-required-is-array', value, { data: { kind: nameOfKind(value) } })
    return
  }
  if (value.children.length === 0) report('schema-required-not-empty', value)
  else if (type !== undefined && type !== 'object') report('schema-required-on-object-only', value, { data: { type } })
  else {
    const properties = node.member('properties')
    if (properties?.kind !== 'object' || isOpen(node) || isCutOff(connector, node)) return
    for (const item of value.children) {
      if (typeof item.value === 'string' && properties.member(item.value) === undefined)
        report('schema-required-properties-defined', item, { data: { name: item.value } })
    }
  }
}

/** True when properties may come from elsewhere. */
function isOpen(node: JsonNode): boolean {
  for (const { key, parent } of node.children) {
    if (key === 'allOf' || key === 'additionalProperties' || key?.startsWith('x-ms-dynamic-') === true) return true
    if (parent?.parent?.key === 'allOf') return true
  }
  return false
}

function checkReadOnly({ report }: CheckContext, value: JsonNode, schema: Schema): void {
  if (value.value !== true || schema.place !== 'property' || !schema.isRequest || !schema.isRequired) return
  report('schema-readonly-not-required', schema.node, { data: { name: schema.name ?? '' } })
}

function checkInternalDefault({ report, connector }: CheckContext, schema: Schema): void {
  if (schema.place !== 'property' || !schema.isRequest || schema.isRequired) return
  if (schema.node.text('x-ms-visibility') !== 'internal' || isCutOff(connector, schema.node)) return
  report('schema-internal-default-required', schema.node, { data: { name: schema.name ?? '' } })
}

function checkDiscriminator({ report, connector }: CheckContext, value: JsonNode, { node, place }: Schema): void {
  if (place === 'parameter' || place === 'header') return
  const name = typeof value.value === 'string' ? value.value : ''
  const property = node.member('properties')?.member(name)
  const isRequired = node.member('required')?.children.some((item) => item.value === name) === true
  if (property?.text('type') === 'string' && isRequired) return
  if (isCutOff(connector, node)) return
  report('schema-discriminator', value, { data: { name } })
}

function nameOfKind({ kind }: JsonNode): string {
  return kind === 'boolean' ? 'true or false' : kind === 'object' ? 'an object' : kind === 'string' ? 'text' : kind
}

/** Takes the word away, and names the property in its holder's list when it was true. */
function nameInHolder({ node, edit }: MendContext): void {
  const property = node?.parent
  if (node === undefined || property === undefined) return
  edit.remove(node)
  const holder = property.parent?.key === 'properties' ? property.parent.parent : undefined
  if (node.value === true && holder !== undefined && property.key !== undefined) addName(holder, property.key, edit)
}

function addName(holder: JsonNode, name: string, edit: MendContext['edit']): void {
  const list = holder.member('required')
  if (list === undefined) edit.insert(holder, 'required', [name])
  else if (list.kind === 'array' && !list.children.some((item) => item.value === name)) edit.append(list, name)
}

/** Takes one name out of a list, and the list with its last name: an empty one is not allowed. */
function removeName(name: JsonNode, edit: MendContext['edit']): void {
  const list = name.parent
  edit.remove(list !== undefined && list.children.length === 1 ? list : name)
}
