import type { AnyNode } from 'acorn'
import { bareOf, lastNameOf, pathTextOf } from '../../script/script-nodes.ts'

const storages = ['localStorage', 'sessionStorage']

/**
 * Which storage of the browser an expression reads: `localStorage` for `localStorage.getItem(…)`, for a member of it, and
 * for what is parsed from either. Undefined for anything else.
 */
export function storageReadOf(node: AnyNode): string | undefined {
  for (let read = bareOf(node); ; ) {
    if (read.type === 'CallExpression') {
      const { callee, arguments: given } = read
      const [first] = given
      if (pathTextOf(callee) === 'JSON.parse' && first !== undefined && first.type !== 'SpreadElement') {
        read = partRead(first)
        continue
      }
      const isRead = callee.type === 'MemberExpression' && lastNameOf(callee) === 'getItem'
      return isRead ? storageNamed(callee.object) : undefined
    }
    if (read.type !== 'MemberExpression') return undefined
    const where = storageNamed(read.object)
    if (where !== undefined) return where
    read = partRead(read.object)
  }
}

/** By its last name alone: `window.localStorage` is the same one. */
function storageNamed(node: AnyNode): string | undefined {
  return storages.find((name) => name === lastNameOf(bareOf(node)))
}

/** `a ?? '{}'` is read from `a`. */
function partRead(node: AnyNode): AnyNode {
  const bare = bareOf(node)
  return bare.type === 'LogicalExpression' ? bareOf(bare.left) : bare
}
