import type { AnyNode } from 'acorn'
import type { Names } from '../../script/names.ts'
import { type FunctionNode, isFunction, lastNameOf, nodesOf } from '../../script/script-nodes.ts'

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

/** The tokens that a listener answers with. */
export function answeredTokens(names: Names, listener: FunctionNode): readonly AnyNode[] {
  return tokenAnswers(names, listener).flatMap(({ call }): readonly AnyNode[] => {
    const result = call.arguments[1]
    if (result === undefined || result.type === 'SpreadElement') return []
    if (result.type !== 'ObjectExpression') return [result]
    return result.properties.flatMap((property) =>
      // Also under a key that is wrong: the token is one all the same.
      property.type === 'Property' && /token/i.test(lastNameOf(property.key) ?? '') ? [property.value] : [],
    )
  })
}
