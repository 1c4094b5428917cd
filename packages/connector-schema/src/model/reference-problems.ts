import type { JsonNode } from '@sevenstep/located-json'
import type { Definition } from './definition.ts'
import { resolve } from './references.ts'

/** A `$ref` that leads to no object. */
export interface ReferenceProblem {
  /** `missing`: there is no such place in the file; `foreign`: it leads out of the file; `circular`: to itself. */
  readonly is: 'missing' | 'foreign' | 'circular'
  /** The text of the reference that was met first. */
  readonly ref: string
  /** The `$ref` member's value, where the chain starts. */
  readonly node: JsonNode
  /** The `$ref` at which a chain of references breaks; the same as `node` when there is only one. */
  readonly at: JsonNode
}

/**
 * All `$ref` of a definition that lead nowhere, in the order of the file. Texts named `$ref` inside examples and
 * defaults are data and no references. What a reference is allowed to point at is for the rules to say.
 */
export function referenceProblems(definition: Definition): readonly ReferenceProblem[] {
  const problems: ReferenceProblem[] = []
  // Kept as a list: a definition may be nested deeper than calls may be.
  const open: JsonNode[] = [definition.node]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const reference = node.kind === 'object' ? node.member('$ref') : undefined
    if (reference !== undefined && typeof reference.value === 'string') {
      const result = resolve(node)
      if (result.is !== 'found') problems.push({ is: result.is, ref: reference.value, node: reference, at: result.at })
    }
    for (let at = node.children.length - 1; at >= 0; at--) {
      const child = node.children[at]
      if (child !== undefined && child.children.length > 0 && !isData(child)) open.push(child)
    }
  }
  return problems
}

const dataKeys: ReadonlySet<string> = new Set(['example', 'examples', 'default', 'enum'])

/** True for a value that is data of the described service. Under `properties` such a name is a property's. */
function isData(node: JsonNode): boolean {
  return node.key !== undefined && dataKeys.has(node.key) && !isNameOfMap(node.parent)
}

function isNameOfMap(node: JsonNode | undefined): boolean {
  return node?.key === 'properties' || node?.key === 'definitions' || node?.key === 'responses'
}
