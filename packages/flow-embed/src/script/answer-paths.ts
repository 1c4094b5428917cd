import type { AnyNode } from 'acorn'
import type { Names } from './names.ts'
import { childrenOf, type FunctionNode, isFunction, lastNameOf, nodesOf } from './script-nodes.ts'

/** How a listener deals with the function that answers. */
export type Answering =
  /** Answered on every way that can be seen. */
  | { readonly kind: 'always' }
  /** The listener takes no such function, or never uses it. */
  | { readonly kind: 'never' }
  /** One way through leaves without an answer. */
  | { readonly kind: 'leaves'; readonly at: AnyNode }
  /** A promise that is refused, or something thrown while it is awaited, leaves without an answer. */
  | { readonly kind: 'refusal'; readonly at: AnyNode }
  /** It is handed on to where it cannot be followed. */
  | { readonly kind: 'unknown' }

type Reach = 'always' | 'sometimes' | 'never'

/** Judges whether a listener calls its second parameter whatever happens. */
export function answeringOf(names: Names, listener: FunctionNode): Answering {
  const second = listener.params[1]
  if (second === undefined) return usesArguments(listener) ? { kind: 'unknown' } : { kind: 'never' }
  if (second.type !== 'Identifier') return { kind: 'unknown' }
  const calls = new Set<AnyNode>()
  let isHandedOn = false
  for (const node of nodesOf(listener.body)) {
    if (node.type !== 'Identifier' || node.name !== second.name) continue
    const isOwn = names.bindingOf(node)?.of?.function === listener
    if (!isOwn) continue
    const parent = names.parentOf(node)
    if (parent?.type === 'CallExpression' && parent.callee === node) calls.add(parent)
    else isHandedOn = true
  }
  if (calls.size === 0) return { kind: isHandedOn ? 'unknown' : 'never' }
  if (isHandedOn || [...calls].some((call) => runsElsewhere(names, call, listener))) return { kind: 'unknown' }
  const walk = new AnswerWalk(calls)
  const reach =
    listener.body.type === 'BlockStatement' ? walk.statements(listener.body.body) : walk.expression(listener.body)
  if (walk.leavesAt !== undefined) return { kind: 'leaves', at: walk.leavesAt }
  const refusal = walk.refusalAt ?? [...walk.pending][0]
  if (refusal !== undefined) return { kind: 'refusal', at: refusal }
  return reach === 'always' ? { kind: 'always' } : { kind: 'leaves', at: listener }
}

/** True where a call stands in a function that is kept under a name or in an object, and so runs when somebody says so. */
function runsElsewhere(names: Names, call: AnyNode, listener: FunctionNode): boolean {
  for (let at = names.parentOf(call); at !== undefined && at !== listener; at = names.parentOf(at)) {
    if (!isFunction(at)) continue
    const parent = names.parentOf(at)
    if (parent?.type === 'CallExpression') continue
    const id = at.type === 'FunctionDeclaration' ? at.id : parent?.type === 'VariableDeclarator' ? parent.id : undefined
    // One that nobody names again never runs, and is judged as if it were not there.
    const references = id?.type === 'Identifier' ? names.bindingOf(id)?.references : undefined
    if (references === undefined || references.some((reference) => reference !== id)) return true
  }
  return false
}

class AnswerWalk {
  leavesAt: AnyNode | undefined
  refusalAt: AnyNode | undefined
  readonly #calls: ReadonlySet<AnyNode>
  /** How many `try` around have a `catch` that answers. */
  #guards = 0
  readonly #pending = new Set<AnyNode>()

  constructor(calls: ReadonlySet<AnyNode>) {
    this.#calls = calls
  }

  statements(body: readonly AnyNode[]): Reach {
    let reach: Reach = 'never'
    for (const node of body) {
      const next = this.statement(node)
      if (next === 'always') return 'always'
      if (next === 'sometimes') reach = 'sometimes'
    }
    return reach
  }

  statement(node: AnyNode): Reach {
    switch (node.type) {
      case 'BlockStatement':
        return this.statements(node.body)
      case 'IfStatement': {
        const test = this.expression(node.test)
        if (test === 'always') return test
        const left = this.statement(node.consequent)
        const right = node.alternate ? this.statement(node.alternate) : 'never'
        return left === right ? left : 'sometimes'
      }
      case 'ReturnStatement':
      case 'ThrowStatement': {
        const reach = node.argument ? this.expression(node.argument) : 'never'
        const isCaught = node.type === 'ThrowStatement' && this.#guards > 0
        if (reach !== 'always' && !isCaught) this.leavesAt ??= node
        return 'always'
      }
      case 'TryStatement':
        return this.#try(node)
      case 'SwitchStatement': {
        const reaches = node.cases.map((one) => this.statements(one.consequent))
        const isWhole = node.cases.some(({ test }) => !test)
        const filled = reaches.filter((_, index) => (node.cases[index]?.consequent.length ?? 0) > 0)
        if (isWhole && filled.every((reach) => reach === 'always')) return 'always'
        return reaches.some((reach) => reach !== 'never') ? 'sometimes' : 'never'
      }
      case 'FunctionDeclaration':
        return 'never'
      case 'ForStatement':
      case 'ForOfStatement':
      case 'ForInStatement':
      case 'WhileStatement':
        return this.statement(node.body) === 'never' ? 'never' : 'sometimes'
      default:
        return this.expression(node)
    }
  }

  expression(node: AnyNode): Reach {
    if (this.#calls.has(node)) {
      // What is awaited for the answer may be refused before there is one.
      for (const child of childrenOf(node)) this.expression(child)
      return 'always'
    }
    if (isFunction(node)) return 'never'
    if (node.type === 'AwaitExpression') {
      const reach = this.expression(node.argument)
      if (reach === 'always') return reach
      if (this.#guards === 0 && !this.#isAnswered(node.argument)) this.refusalAt ??= node
      return reach
    }
    if (node.type === 'ConditionalExpression') {
      const [left, right] = [this.expression(node.consequent), this.expression(node.alternate)]
      return left === right ? left : 'sometimes'
    }
    if (node.type === 'LogicalExpression') {
      const first = this.expression(node.left)
      if (first === 'always') return first
      return this.expression(node.right) === 'never' ? first : 'sometimes'
    }
    if (node.type === 'CallExpression') return this.#call(node)
    return this.#any(childrenOf(node).map((child) => this.expression(child)))
  }

  #try(node: Extract<AnyNode, { type: 'TryStatement' }>): Reach {
    const last = node.finalizer ? this.statements(node.finalizer.body) : 'never'
    const caught = node.handler ? this.statements(node.handler.body.body) : 'never'
    const isGuarded = caught === 'always' || last === 'always'
    if (isGuarded) this.#guards++
    const tried = this.statements(node.block.body)
    if (isGuarded) this.#guards--
    if (last === 'always') return 'always'
    if (tried === 'always' && node.handler && caught !== 'always') {
      this.refusalAt ??= node.handler
    }
    return tried
  }

  /** A call that hands functions on: a promise's `then` and `catch`, or a callback that is called later. */
  #call(node: Extract<AnyNode, { type: 'CallExpression' }>): Reach {
    const outer = this.expression(node.callee)
    const name = lastNameOf(node.callee)
    const functions = node.arguments.flatMap((one) => (isFunction(one) ? [one as FunctionNode] : []))
    const inner = functions.map((one) =>
      one.body.type === 'BlockStatement' ? this.statements(one.body.body) : this.expression(one.body),
    )
    const others = node.arguments.filter((one) => !isFunction(one)).map((one) => this.expression(one))
    if (this.#any(others) === 'always') return 'always'
    if (name === 'then') {
      const isRefusalAnswered = inner.length > 1 && inner[1] === 'always'
      if (inner[0] === 'always' && !isRefusalAnswered) this.#pending.add(node)
      return inner[0] ?? outer
    }
    if (name === 'catch' || name === 'finally') {
      const isAnswered = inner[0] === 'always'
      const receiver = node.callee.type === 'MemberExpression' ? node.callee.object : undefined
      if (isAnswered && receiver !== undefined) this.#settle(receiver)
      return name === 'finally' && isAnswered ? 'always' : outer
    }
    return this.#any([outer, ...inner])
  }

  /** `then` calls whose refusal nobody answered, once all is walked. */
  get pending(): ReadonlySet<AnyNode> {
    return this.#pending
  }

  #settle(node: AnyNode): void {
    for (const inner of nodesOf(node)) this.#pending.delete(inner)
  }

  /** A chain that answers its own refusal may be awaited without a guard. */
  #isAnswered(node: AnyNode): boolean {
    return node.type === 'CallExpression' && lastNameOf(node.callee) === 'catch'
  }

  #any(reaches: readonly Reach[]): Reach {
    return reaches.includes('always') ? 'always' : reaches.includes('sometimes') ? 'sometimes' : 'never'
  }
}

function usesArguments(listener: FunctionNode): boolean {
  for (const node of nodesOf(listener.body)) if (node.type === 'Identifier' && node.name === 'arguments') return true
  return false
}
