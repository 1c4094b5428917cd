import type { Parameter } from '@sevenstep/connector-schema'
import type { JsonNode, JsonValue } from '@sevenstep/located-json'
import { toValue } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily, type MendContext } from '../../engine/rule-family.ts'
import { isCutOff } from '../cut-off.ts'
import { labelOf, ownerOf } from './parameter-audience.ts'

const locations: ReadonlySet<string> = new Set(['query', 'header', 'path', 'formData', 'body'])
const simpleTypes: ReadonlySet<string> = new Set(['string', 'number', 'integer', 'boolean', 'array'])
const typeByFormat: Readonly<Record<string, string>> = {
  int32: 'integer',
  int64: 'integer',
  float: 'number',
  double: 'number',
  byte: 'string',
  binary: 'string',
  date: 'string',
  'date-time': 'string',
  uuid: 'string',
  password: 'string',
  uri: 'string',
  email: 'string',
}
const asked = 'the platform does not know what to send and the validator refuses the file'

/** What a parameter is: its name, place and type. */
export const parameterKind = defineRuleFamily({
  id: 'parameter-kind',
  rules: {
    'param-name-required': {
      title: 'Every parameter has a name.',
      messages: {
        found: {
          what: 'A parameter of {owner} has no name.',
          why: `Without a name ${asked}.`,
          fix: 'Add "name" as the API expects it.',
        },
      },
    },
    'param-in-valid': {
      title: 'Every parameter says where it is sent.',
      messages: {
        found: {
          what: 'The parameter "{name}" of {owner} is sent in "{in}".',
          why: 'A parameter travels in "query", "header", "path", "formData" or "body"; anything else is refused.',
          fix: 'Set "in" to one of the five, in exactly this spelling.',
        },
        missing: {
          what: 'The parameter "{name}" of {owner} does not say where it is sent.',
          why: `Without "in" ${asked}.`,
          fix: 'Add "in": "query", "header", "path", "formData" or "body".',
        },
      },
    },
    'param-type-required': {
      title: 'Every parameter that is no body has a type.',
      mend: 'proposed',
      messages: {
        found: {
          what: 'The parameter "{name}" of {owner} has no type.',
          why: `Without a type ${asked}.`,
          fix: 'Add "type": "string", "integer", "number", "boolean", "array" or, in a form, "file".',
        },
        unknown: {
          what: 'The parameter "{name}" of {owner} has the type "{type}".',
          why: 'Only a body may have other types than the simple ones, and it has them in its schema.',
          fix: 'Use "string", "integer", "number", "boolean", "array" or, in a form, "file".',
        },
      },
    },
    'param-no-schema': {
      title: 'A parameter that is no body has no schema.',
      mend: 'proposed',
      messages: {
        found: {
          what: 'The parameter "{name}" of {owner} has a schema, but is no body.',
          why: 'In OpenAPI 2.0 only a body has a schema; OpenAPI 3 is different. The validator refuses it.',
          fix: 'Put type, format, enum and the like into the parameter itself and remove the schema.',
        },
      },
    },
    'param-array-items': {
      title: 'A parameter of type array says what it holds.',
      mend: 'proposed',
      messages: {
        found: {
          what: 'The array parameter "{name}" of {owner} has no items.',
          why: 'The designer cannot show a field for an array of unknown things; the validator refuses it.',
          fix: 'Add "items" with a type, such as { "type": "string" }.',
        },
      },
    },
    'param-file-in-form': {
      title: 'A file is sent in a form.',
      messages: {
        found: {
          what: 'The file parameter "{name}" of {owner} is sent in "{in}".',
          why: 'The type "file" exists for form fields only.',
          fix: 'Set "in" to "formData" if the API takes a form, or use a body of type string and format binary.',
        },
      },
    },
    'param-form-name-ascii': {
      title: 'Form fields have names of ASCII characters.',
      messages: {
        found: {
          what: 'The name of the form field "{name}" of {owner} contains "{character}".',
          why: 'Names of form fields stand in headers, which hold ASCII characters only.',
          fix: 'Use the name the API expects, without accents and the like.',
        },
      },
    },
  },
  check(context) {
    return { parameter: (parameter) => checkKind(context, parameter) }
  },
  mends: { 'param-type-required': addType, 'param-no-schema': liftSchema, 'param-array-items': addItems },
})

function checkKind(context: CheckContext, parameter: Parameter): void {
  const { report, connector } = context
  const { node, name, location } = parameter
  const isWhole = !isCutOff(connector, node)
  if (name === undefined || name === '') {
    const at = node.member('name')
    if (at !== undefined || isWhole) report('param-name-required', at ?? node, { data: { owner: ownerOf(parameter) } })
  }
  const place = node.member('in')
  const data = { name: labelOf(parameter), owner: ownerOf(parameter) }
  if (place === undefined) {
    if (isWhole) report('param-in-valid', node, { message: 'missing', data })
  } else if (location === undefined || !locations.has(location)) {
    report('param-in-valid', place, { data: { ...data, in: String(place.value ?? place.kind) } })
  }
  if (location !== undefined && location !== 'body') checkType(context, parameter, { ...data, in: location }, isWhole)
}

type KindData = { readonly name: string; readonly owner: string; readonly in: string }

function checkType({ report }: CheckContext, parameter: Parameter, data: KindData, isWhole: boolean): void {
  const { node, name, location, type, schema } = parameter
  if (schema !== undefined) report('param-no-schema', schema, { onKey: true, data })
  const typeNode = node.member('type')
  if (typeNode === undefined) {
    if (isWhole && schema === undefined) report('param-type-required', node, { data })
  } else if (type === undefined || (type !== 'file' && !simpleTypes.has(type))) {
    const shown = String(typeNode.value ?? typeNode.kind)
    report('param-type-required', typeNode, { message: 'unknown', data: { ...data, type: shown } })
  } else if (type === 'array' && node.member('items') === undefined) {
    if (isWhole) report('param-array-items', node, { data })
  } else if (type === 'file' && location !== 'formData') report('param-file-in-form', typeNode, { data })
  if (location !== 'formData' || name === undefined) return
  const character = /[^\p{ASCII}]/u.exec(name)?.[0]
  if (character !== undefined) {
    report('param-form-name-ascii', node.member('name') ?? node, { data: { ...data, character } })
  }
}

/** Adds the type that the parameter's own default, choices or format show. */
function addType({ node, message, edit }: MendContext): void {
  if (node?.kind !== 'object' || message !== 'found') return
  const example = node.member('default') ?? node.member('enum')?.children[0]
  const format = node.text('format') ?? ''
  const fromFormat = Object.hasOwn(typeByFormat, format) ? typeByFormat[format] : undefined
  const type = fromFormat ?? (example === undefined ? undefined : typeOf(example))
  if (type !== undefined) edit.insert(node, 'type', type, { after: 'in' })
}

function typeOf({ kind, value }: JsonNode): string | undefined {
  if (kind === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  return kind === 'string' || kind === 'boolean' ? kind : undefined
}

/** Moves the keywords of a schema, as OpenAPI 3 has it, into the parameter. */
function liftSchema({ node, edit }: MendContext): void {
  const parameter = node?.parent
  if (node?.kind !== 'object' || parameter === undefined) return
  const type = node.text('type')
  const isLiftable =
    type !== undefined && simpleTypes.has(type) && (type !== 'array' || node.member('items')?.kind === 'object')
  if (!isLiftable) return
  edit.remove(node)
  for (const child of node.children) {
    if (child.key !== undefined && parameter.member(child.key) === undefined) {
      edit.insert(parameter, child.key, toValue(child), { after: 'in' })
    }
  }
}

function addItems({ node, edit }: MendContext): void {
  const example = node?.member('default')?.children[0] ?? node?.member('enum')?.children[0]
  const items: JsonValue = { type: (example === undefined ? undefined : typeOf(example)) ?? 'string' }
  if (node !== undefined) edit.insert(node, 'items', items, { after: 'type' })
}
