import type { AnyNode } from 'acorn'
import { followValue } from '../script/follow-value.ts'
import type { Script } from '../script/script.ts'
import { lastNameOf, nodesOf } from '../script/script-nodes.ts'
import type { Following } from '../script/value.ts'
import type { MessageHandler } from './host-page.ts'

/** Functions that take messages of other windows: listeners for `message` on the window, and `onmessage`. */
export function findMessageHandlers(scripts: readonly Script[], following: Following): readonly MessageHandler[] {
  return scripts.flatMap((script) => {
    if (!script.file.text.includes('message')) return []
    const handlers: MessageHandler[] = []
    for (const node of nodesOf(script.program)) {
      const handler = handlerIn(node)
      if (handler === undefined) continue
      const value = followValue(script, handler, following)
      if (value.kind === 'function') handlers.push({ node: value.node, script: value.script, at: script.placeOf(node) })
    }
    return handlers
  })
}

function handlerIn(node: AnyNode): AnyNode | undefined {
  if (node.type === 'CallExpression') {
    const [event, handler] = node.arguments
    const isOfWindow =
      node.callee.type === 'Identifier' || (node.callee.type === 'MemberExpression' && isWindow(node.callee.object))
    if (lastNameOf(node.callee) !== 'addEventListener' || !isOfWindow) return undefined
    return event?.type === 'Literal' && event.value === 'message' && handler?.type !== 'SpreadElement'
      ? handler
      : undefined
  }
  if (node.type !== 'AssignmentExpression' || lastNameOf(node.left) !== 'onmessage') return undefined
  const isOfWindow =
    node.left.type === 'Identifier' || (node.left.type === 'MemberExpression' && isWindow(node.left.object))
  return isOfWindow ? node.right : undefined
}

function isWindow(node: AnyNode): boolean {
  return node.type === 'Identifier' && /^(window|self|globalThis|top|parent)$/.test(node.name)
}
