import type { Definition, Operation } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily, type MendContext } from '../../engine/rule-family.ts'
import { isCutOff } from '../cut-off.ts'

const supported: ReadonlySet<string> = new Set([
  'application/json',
  'text/plain',
  'multipart/form-data',
  'application/x-www-form-urlencoded',
  'application/octet-stream',
])
const multipart = 'multipart/form-data'
const urlEncoded = 'application/x-www-form-urlencoded'

/** What operations send and receive: `consumes` and `produces`. */
export const operationMediaTypes = defineRuleFamily({
  id: 'operation-media-types',
  rules: {
    'op-consumes-present': {
      title: 'An operation that sends a body or a form says its media type.',
      mend: 'proposed',
      deviation: 'the mend is proposed, not automatic: only the API knows which type it takes',
      messages: {
        found: {
          what: '"{operation}" sends {content}, but neither it nor the definition has "consumes".',
          why: 'The platform then chooses the Content-Type of the request, and the API may refuse it.',
          fix: 'Add "consumes" with the type the API takes, such as "{type}".',
        },
      },
    },
    'op-form-consumes': {
      title: 'An operation that sends a form consumes a form type.',
      mend: 'proposed',
      deviation: 'the mend is proposed, not automatic: only the API knows which of the two form types it takes',
      messages: {
        found: {
          what: '"{operation}" sends form fields, but consumes no form type.',
          why: 'Form fields can only be sent as multipart/form-data or application/x-www-form-urlencoded.',
          fix: 'Add "{type}" to "consumes".',
        },
      },
    },
    'op-mime-supported': {
      title: 'Consumes and produces list supported media types.',
      mend: 'proposed',
      messages: {
        found: {
          what: 'The list "{list}" names "{type}", which is not among the supported media types.',
          why: 'The platform handles JSON, plain text, forms and octet streams; the validator warns about others.',
          fix: 'Leave it out, or keep it and suppress this when the API really answers with it.',
        },
        malformed: {
          what: 'The list "{list}" names "{type}", which is no media type.',
          why: 'A media type has the form "type/subtype"; anything else is refused.',
          fix: 'Write a media type such as "application/json".',
        },
      },
    },
  },
  check(context) {
    let rootConsumes: JsonNode | undefined
    return {
      definition({ node }) {
        rootConsumes = node.member('consumes')
        checkLists(context, node)
      },
      operation(operation) {
        checkLists(context, operation.node)
        checkConsumes(context, operation, rootConsumes)
      },
    }
  },
  mends: {
    'op-consumes-present': ({ node, data, edit }) => {
      if (node !== undefined) edit.insert(node, 'consumes', [String(data.type)], { before: 'parameters' })
    },
    'op-form-consumes': ({ node, data, connector, edit }) => {
      const operation = operationOf(connector.definition, node)
      if (operation === undefined) return
      const own = operation.node.member('consumes')
      if (own?.kind === 'array') edit.append(own, String(data.type))
      else edit.insert(operation.node, 'consumes', [String(data.type)], { before: 'parameters' })
    },
    'op-mime-supported': mendType,
  },
})

function checkLists({ report }: CheckContext, holder: JsonNode): void {
  for (const list of ['consumes', 'produces']) {
    const types = holder.member(list)
    if (types?.kind !== 'array') continue
    for (const node of types.children) {
      const type = String(node.value)
      if (supported.has(bare(type))) continue
      const message = /^[^\s/]+\/[^\s/]+/.test(type) ? 'found' : 'malformed'
      report('op-mime-supported', node, { message, data: { list, type } })
    }
  }
}

function checkConsumes(context: CheckContext, operation: Operation, rootConsumes: JsonNode | undefined): void {
  const { parameters } = operation
  const isForm = parameters.some((parameter) => parameter.location === 'formData')
  if (!isForm && !parameters.some((parameter) => parameter.isBody)) return
  const own = operation.node.member('consumes')
  const consumes = own ?? rootConsumes
  const hasFile = isForm && parameters.some((parameter) => parameter.type === 'file')
  const type = hasFile ? multipart : isForm ? urlEncoded : 'application/json'
  const data = { operation: operation.label, content: isForm ? 'form fields' : 'a body', type }
  if (consumes === undefined || consumes.kind !== 'array' || consumes.children.length === 0) {
    if (!isCutOff(context.connector, operation.node)) context.report('op-consumes-present', operation.node, { data })
  } else if (
    isForm &&
    !parameters.some((parameter) => parameter.isBody) &&
    !consumes.children.some((item) => isFormType(String(item.value)))
  ) {
    context.report('op-form-consumes', own ?? operation.node, { data })
  }
}

/** A media type without its parameters, in lower case. */
function bare(type: string): string {
  return (type.split(';', 1)[0] ?? '').trim().toLowerCase()
}

function isFormType(type: string): boolean {
  return bare(type) === multipart || bare(type) === urlEncoded
}

function operationOf(definition: Definition | undefined, node: JsonNode | undefined): Operation | undefined {
  return definition?.operations.find((operation) => operation.node === node || operation.node === node?.parent)
}

/** Takes an unsupported type out of a list that holds a supported one too, unless an example is of that type. */
function mendType({ node, connector, edit }: MendContext): void {
  const list = node?.parent
  if (node === undefined || list === undefined) return
  const hasSupported = list.children.some((item) => item !== node && supported.has(bare(String(item.value))))
  if (hasSupported && !hasExample(connector.definition, list.parent, bare(String(node.value)))) edit.remove(node)
}

function hasExample(definition: Definition | undefined, holder: JsonNode | undefined, type: string): boolean {
  const operations = definition?.operations.filter(({ node }) => node === holder || holder === definition.node) ?? []
  return operations.some(({ responses }) =>
    responses.some(({ node }) => node.member('examples')?.children.some(({ key = '' }) => bare(key) === type) === true),
  )
}
