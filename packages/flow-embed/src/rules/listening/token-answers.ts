import type { AnyNode } from 'acorn'
import type { Binding, Names } from '../../script/names.ts'
import { bareOf, type FunctionNode, isFunction, lastNameOf, nodesOf } from '../../script/script-nodes.ts'

/** One call of the function that answers. */
export interface TokenAnswer {
  readonly call: Extract<AnyNode, { type: 'CallExpression' }>
  /** It stands where failures are dealt with: in a `catch`, or second in a `then`. */
  readonly isFailure: boolean
}

/** Every call of a listener's second parameter. */
export function tokenAnswers(names: Names, listener: FunctionNode): readonly TokenAnswer[] {
  const second = listener.params[1]
  if (second?.type !== 'Identifier') return []
  const answers: TokenAnswer[] = []
  for (const node of nodesOf(listener.body)) {
    if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.callee.name !== second.name)
      continue
    if (names.bindingOf(node.callee)?.of?.function !== listener) continue
    answers.push({ call: node, isFailure: isInFailure(names, node, listener) })
  }
  return answers
}

function isInFailure(names: Names, node: AnyNode, listener: AnyNode): boolean {
  let at = node
  for (let parent = names.parentOf(at); parent !== undefined && at !== listener; parent = names.parentOf(at)) {
    if (parent.type === 'CatchClause') return true
    if (parent.type === 'CallExpression' && isFunction(at)) {
      const name = lastNameOf(parent.callee)
      if (name === 'catch' || (name === 'then' && parent.arguments[1] === at)) return true
    }
    if (parent.type === 'IfStatement' && parent.consequent === at) return true
    at = parent
  }
  return false
}

/** Where a token that is handed to a widget is kept: a name, and of an object's name the member that holds it. */
export interface TokenHolder {
  readonly binding: Binding
  readonly member: string | undefined
}

/** What holds the tokens that a listener answers with. */
export function tokenHolders(names: Names, listener: FunctionNode): readonly TokenHolder[] {
  const holders: TokenHolder[] = []
  const add = (node: AnyNode, depth: number): void => {
    const bare = bareOf(node)
    const isMember = bare.type === 'MemberExpression'
    const binding = names.bindingOf(isMember ? bareOf(bare.object) : bare)
    if (binding === undefined || binding.kind === 'import' || binding.kind === 'function') return
    if (holders.some((one) => one.binding === binding)) return
    holders.push({ binding, member: isMember ? lastNameOf(bare) : undefined })
    if (depth < 3) for (const value of binding.values) add(value, depth + 1)
  }
  for (const { call } of tokenAnswers(names, listener)) {
    const result = call.arguments[1]
    if (result === undefined || result.type === 'SpreadElement') continue
    if (result.type !== 'ObjectExpression') add(result, 0)
    else {
      for (const property of result.properties) {
        // Also under a key that is wrong: the token is one all the same.
        if (property.type === 'Property' && /token/i.test(lastNameOf(property.key) ?? '')) add(property.value, 0)
      }
    }
  }
  return holders
}
