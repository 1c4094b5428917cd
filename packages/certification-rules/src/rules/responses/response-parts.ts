import type { Operation, Response } from '@sevenstep/connector-schema'
import { type JsonNode, toValue } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily, type MendContext } from '../../engine/rule-family.ts'

const knownKeys = ['description', 'schema', 'headers', 'examples']

/** What a response is made of. */
export const responseParts = defineRuleFamily({
  id: 'response-parts',
  rules: {
    'response-known-keys': {
      title: 'A response has only keys of OpenAPI 2.0 and extensions.',
      mend: 'proposed',
      messages: {
        found: {
          what: 'The response "{code}" of {owner} has a key "{key}", which OpenAPI 2.0 does not know.',
          why: 'The validator refuses unknown keys; "content", for one, came with OpenAPI 3.',
          fix: 'Remove the key, or put what it says under "schema", "headers" or "examples".',
        },
        misspelled: {
          what: 'The response "{code}" of {owner} has a key "{key}", which is spelled "{known}".',
          why: 'Keys are told apart by case; written like this it is refused and has no effect.',
          fix: 'Rename the key to "{known}".',
        },
      },
    },
    'response-headers-unique': {
      title: 'No header of a response is named twice.',
      mend: 'automatic',
      deviation: 'mended only where both say the same; which of two different ones is meant, a person decides',
      messages: {
        found: {
          what: 'The response "{code}" of {owner} names the header "{header}" twice.',
          why: 'Letter case does not tell headers apart; the validator refuses the second.',
          fix: 'Remove one of the two.',
        },
      },
    },
    'response-example-mime': {
      title: 'An example is of a type that the operation produces.',
      deviation: 'no mend: either the list of types or the example may be wrong',
      messages: {
        found: {
          what: 'The response "{code}" of {owner} has an example of the type "{type}", which it does not produce.',
          why: 'An example that can never be an answer misleads, and the validator refuses it.',
          fix: 'Add the type to "produces", or name the example by the type it is of.',
        },
      },
    },
  },
  check(context) {
    let rootProduces: JsonNode | undefined
    return {
      definition({ node, sharedResponses }) {
        rootProduces = node.member('produces')
        for (const shared of sharedResponses?.children ?? []) checkParts(context, shared, 'the shared responses')
      },
      response(response, operation) {
        checkParts(context, response.site, `"${operation.label}"`)
        checkExamples(context, response, operation, rootProduces)
      },
    }
  },
  mends: {
    'response-known-keys': ({ node, data, message, edit }) => {
      if (node !== undefined && message === 'misspelled') edit.rename(node, String(data.known))
    },
    'response-headers-unique': removeTwin,
  },
})

function checkParts({ report }: CheckContext, node: JsonNode, owner: string): void {
  if (node.kind !== 'object' || node.member('$ref') !== undefined) return
  const code = node.key ?? ''
  for (const child of node.children) {
    const key = child.key ?? ''
    if (key === 'headers') checkHeaders(report, child, { owner, code })
    if (knownKeys.includes(key) || key.startsWith('x-')) continue
    const meant = knownKeys.find((name) => name === key.toLowerCase())
    const data = { owner, code, key }
    if (meant === undefined || node.member(meant) !== undefined) {
      report('response-known-keys', child, { onKey: true, data })
    } else report('response-known-keys', child, { onKey: true, message: 'misspelled', data: { ...data, known: meant } })
  }
}

function checkHeaders(
  report: CheckContext['report'],
  headers: JsonNode,
  data: { readonly owner: string; readonly code: string },
): void {
  if (headers.kind !== 'object' || headers.children.length < 2) return
  const seen = new Map<string, JsonNode>()
  for (const node of headers.children) {
    const name = (node.key ?? '').toLowerCase()
    const first = seen.get(name)
    if (first === undefined) seen.set(name, node)
    else {
      const related = [{ at: first, note: 'The first of the two.' }]
      report('response-headers-unique', node, { onKey: true, data: { ...data, header: node.key ?? '' }, related })
    }
  }
}

function checkExamples(
  { report }: CheckContext,
  { site, node, code }: Response,
  operation: Operation,
  rootProduces: JsonNode | undefined,
): void {
  const examples = site === node ? node.member('examples') : undefined
  const produces = operation.node.member('produces') ?? rootProduces
  if (examples?.kind !== 'object' || produces?.kind !== 'array' || produces.children.length === 0) return
  const types = new Set(produces.children.map((type) => bare(String(type.value))))
  for (const example of examples.children) {
    const type = example.key ?? ''
    if (type.startsWith('x-') || types.has(bare(type))) continue
    report('response-example-mime', example, { onKey: true, data: { owner: `"${operation.label}"`, code, type } })
  }
}

/** A media type without its parameters, in lower case. */
function bare(type: string): string {
  return (type.split(';', 1)[0] ?? '').trim().toLowerCase()
}

function removeTwin({ node, edit }: MendContext): void {
  const name = node?.key?.toLowerCase()
  const first = node?.parent?.children.find((other) => other.key?.toLowerCase() === name)
  if (node === undefined || first === undefined || first === node) return
  if (JSON.stringify(toValue(first)) === JSON.stringify(toValue(node))) edit.remove(node)
}
