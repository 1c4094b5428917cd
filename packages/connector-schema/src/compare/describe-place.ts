import type { JsonNode } from '@sevenstep/located-json'
import { isMethod } from '../model/operation.ts'

/** A schema, field or parameter in words a person knows it by. */
interface DescribedPlace {
  /** Property path such as `order/lines[]/price`; empty for the whole content. */
  readonly field: string
  /** What the field belongs to: a shared schema, the body or an answer of an operation, a webhook's payload. */
  readonly owner: string
}

/** Says where in a definition a node stands. The words depend only on keys, never on the order of lists. */
function describePlace(node: JsonNode): DescribedPlace {
  const chain: JsonNode[] = []
  for (let at: JsonNode | undefined = node; at?.parent !== undefined; at = at.parent) chain.unshift(at)
  const keyAt = (index: number): string => chain[index]?.key ?? String(chain[index]?.index ?? '')
  const field = (from: number): string => fieldPath(chain.slice(from))
  switch (keyAt(0)) {
    case 'definitions':
      return { field: field(2), owner: `the shared schema \`${keyAt(1)}\`` }
    case 'parameters':
      return inParameter(chain, 1, 'the shared parameters')
    case 'responses':
      return { field: field(3), owner: `the shared answer \`${keyAt(1)}\`` }
    case 'paths':
      return inPath(chain, keyAt, field)
    default:
      return { field: field(0), owner: 'the definition' }
  }
}

/** The place as one phrase: `` `a/b` of the shared schema `X` ``. */
export function phraseOf(node: JsonNode): string {
  const { field, owner } = describePlace(node)
  return field === '' ? `the whole content of ${owner}` : `\`${field}\` of ${owner}`
}

/** The same for what holds fields: the owner alone when it is the whole content. */
export function holderOf(node: JsonNode): string {
  const { field, owner } = describePlace(node)
  return field === '' ? owner : `\`${field}\` of ${owner}`
}

function inPath(
  chain: readonly JsonNode[],
  keyAt: (index: number) => string,
  field: (from: number) => string,
): DescribedPlace {
  const path = keyAt(1)
  const part = keyAt(2)
  if (part === 'x-ms-notification-content') return { field: field(4), owner: `the webhook payload of \`${path}\`` }
  if (part === 'parameters') return inParameter(chain, 3, `path \`${path}\``)
  if (!isMethod(part)) return { field: '', owner: `path \`${path}\`` }
  const operation = `\`${chain[2]?.text('operationId') ?? `${part.toUpperCase()} ${path}`}\``
  if (keyAt(3) === 'responses') return { field: field(6), owner: `the ${keyAt(4)} answer of ${operation}` }
  if (keyAt(3) !== 'parameters') return { field: '', owner: operation }
  return inParameter(chain, 4, operation)
}

/** A body's fields are known by their own names, anything in another parameter by the parameter's. */
function inParameter(chain: readonly JsonNode[], at: number, owner: string): DescribedPlace {
  const parameter = chain[at]
  if (parameter?.text('in') === 'body') return { field: fieldPath(chain.slice(at + 2)), owner: `the body of ${owner}` }
  return { field: `${parameter?.text('name') ?? ''}${fieldPath(chain.slice(at + 1))}`, owner }
}

/** Schema keywords between the properties are folded into `[]` and `{}`; anything behind a schema is left out. */
function fieldPath(steps: readonly JsonNode[]): string {
  let path = ''
  for (let at = 0; at < steps.length; at++) {
    const key = steps[at]?.key
    if (key === 'properties') {
      at++
      path += `${path === '' ? '' : '/'}${steps[at]?.key ?? ''}`
    } else if (key === 'items') path += '[]'
    else if (key === 'additionalProperties') path += '{}'
    else if (key === 'allOf') at++
    else if (key !== undefined) break
  }
  return path
}
