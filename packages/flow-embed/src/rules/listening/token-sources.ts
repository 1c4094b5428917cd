import type { AnyNode } from 'acorn'
import { followValue } from '../../script/follow-value.ts'
import type { Binding } from '../../script/names.ts'
import type { Script } from '../../script/script.ts'
import { bareOf, type FunctionNode, isFunction, lastNameOf, nodesOf } from '../../script/script-nodes.ts'
import type { Following } from '../../script/value.ts'
import { reasonOf } from '../looking.ts'
import { storageReadOf } from './storage-read.ts'

type Call = Extract<AnyNode, { type: 'CallExpression' }>

/** Where a token that is handed to a widget is kept: a name, and of an object's name the member that holds it. */
export interface TokenHolder {
  readonly script: Script
  readonly binding: Binding
  readonly member: string | undefined
}

/** Where a token is read from the browser's storage. */
export interface StoredToken {
  readonly script: Script
  readonly node: AnyNode
  /** `localStorage` or `sessionStorage`. */
  readonly where: string
}

/** What is seen of a token's way to the widget. */
export interface TokenSources {
  readonly holders: readonly TokenHolder[]
  readonly stored: readonly StoredToken[]
  /** Why it could not be followed further back; empty where it comes from a library or a server. */
  readonly lost: readonly string[]
}

/** Follows tokens back through names and through functions of the page, to where a library or a server gives them. */
export function tokenSources(script: Script, tokens: readonly AnyNode[], following: Following): TokenSources {
  const walk = new SourceWalk(following)
  for (const token of tokens) walk.trace(script, token, 0)
  return walk
}

/** What a function gives back, on every way that can be seen. */
export function returnedBy({ body }: FunctionNode): readonly AnyNode[] {
  if (body.type !== 'BlockStatement') return [body]
  const given: AnyNode[] = []
  for (const node of nodesOf(body, (one) => !isFunction(one))) {
    if (node.type === 'ReturnStatement' && node.argument) given.push(node.argument)
  }
  return given
}

const deepest = 12

class SourceWalk implements TokenSources {
  readonly holders: TokenHolder[] = []
  readonly stored: StoredToken[] = []
  readonly lost: string[] = []
  readonly #following: Following
  readonly #seen = new Set<AnyNode>()

  constructor(following: Following) {
    this.#following = following
  }

  trace(script: Script, node: AnyNode, depth: number): void {
    const bare = bareOf(node)
    if (depth > deepest || this.#seen.has(bare)) return
    this.#seen.add(bare)
    const where = storageReadOf(bare)
    if (where !== undefined) {
      this.stored.push({ script, node: bare, where })
      return
    }
    switch (bare.type) {
      case 'ConditionalExpression':
        this.trace(script, bare.consequent, depth + 1)
        this.trace(script, bare.alternate, depth + 1)
        return
      case 'LogicalExpression':
        this.trace(script, bare.left, depth + 1)
        this.trace(script, bare.right, depth + 1)
        return
      case 'CallExpression':
        this.#traceCall(script, bare, depth + 1)
        return
      case 'Identifier':
      case 'MemberExpression':
        this.#traceName(script, bare, depth + 1)
        return
      default:
    }
  }

  #traceName(script: Script, node: AnyNode, depth: number): void {
    const isMember = node.type === 'MemberExpression'
    const binding = script.names.bindingOf(isMember ? bareOf(node.object) : node)
    if (binding === undefined || binding.kind === 'import' || binding.kind === 'function') return
    if (this.holders.some((one) => one.binding === binding)) return
    this.holders.push({ script, binding, member: isMember ? lastNameOf(node) : undefined })
    for (const value of binding.values) this.trace(script, value, depth)
    // The parameter of what is handed to `then` holds what the promise before it gives.
    const parent = binding.of?.index === 0 ? script.names.parentOf(binding.of.function) : undefined
    if (parent?.type !== 'CallExpression' || lastNameOf(parent.callee) !== 'then') return
    if (parent.callee.type === 'MemberExpression') this.trace(script, parent.callee.object, depth)
  }

  #traceCall(script: Script, { callee, arguments: given }: Call, depth: number): void {
    const name = callee.type === 'MemberExpression' ? lastNameOf(callee) : undefined
    if (callee.type === 'MemberExpression' && (name === 'then' || name === 'catch' || name === 'finally')) {
      const [next] = given
      if (name === 'then' && next !== undefined && isFunction(next)) this.#traceFunction(script, next, depth)
      else this.trace(script, callee.object, depth)
      return
    }
    const giver = followValue(script, callee, this.#following)
    if (giver.kind === 'function') this.#traceFunction(giver.script, giver.node, depth)
    // A call of a library's or the browser's own ends here; one of a function that the page was handed does not.
    else if (giver.kind === 'unknown' && /handed in by a caller|was not given$/.test(giver.why)) {
      if (!isElsewhere(script, callee)) this.lost.push(reasonOf(giver))
    }
  }

  #traceFunction(script: Script, node: FunctionNode, depth: number): void {
    for (const given of returnedBy(node)) this.trace(script, given, depth)
  }
}

/** True where what is called belongs to what a package hands out, or a promise or an event to a callback of the page. */
function isElsewhere({ names }: Script, callee: AnyNode): boolean {
  let node = callee
  while (node.type === 'MemberExpression') node = bareOf(node.object)
  const binding = names.bindingOf(node)
  if (binding?.from !== undefined) return !/^(?:\.|\/|@\/|~\/)/.test(binding.from.module)
  const owner = binding?.of?.function
  const parent = owner && names.parentOf(owner)
  return parent?.type === 'CallExpression' && parent.callee !== owner
}
