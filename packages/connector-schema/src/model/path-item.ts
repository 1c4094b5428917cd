import type { JsonNode } from '@sevenstep/located-json'
import { isMethod, Operation } from './operation.ts'
import { Parameter } from './parameter.ts'
import { resolved } from './references.ts'

/** One path of the definition with its operations. */
export class PathItem {
  readonly node: JsonNode
  /** The key: `/items/{id}`. */
  readonly path: string
  readonly operations: readonly Operation[]
  /** Parameters every operation of the path shares. */
  readonly parameters: readonly Parameter[]
  /** The payload a webhook on this path receives (`x-ms-notification-content`). */
  readonly notificationContent: JsonNode | undefined

  constructor(node: JsonNode) {
    this.node = node
    this.path = node.key ?? ''
    this.parameters = parametersIn(node, this)
    this.notificationContent = node.member('x-ms-notification-content')
    const operations: Operation[] = []
    for (const child of node.children) {
      if (child.key !== undefined && isMethod(child.key) && child.kind === 'object')
        operations.push(new Operation(child, child.key, this))
    }
    this.operations = operations
  }
}

/** The parameters listed under a path item or an operation. */
export function parametersIn(node: JsonNode, owner: Operation | PathItem): readonly Parameter[] {
  const list = node.member('parameters')
  if (list?.kind !== 'array') return []
  const parameters: Parameter[] = []
  for (const site of list.children) {
    if (site.kind === 'object') parameters.push(new Parameter(site, resolved(site) ?? site, owner))
  }
  return parameters
}
