import type { AnyNode } from 'acorn'

/** Every node below and including the given one, outer nodes first, in the order of the text; deep trees are no danger. */
export function* nodesOf(root: AnyNode, enters: (node: AnyNode) => boolean = () => true): Generator<AnyNode> {
  const waiting: AnyNode[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node
    if (node !== root && !enters(node)) continue
    const children = childrenOf(node)
    for (let at = children.length - 1; at >= 0; at--) {
      const child = children[at]
      if (child !== undefined) waiting.push(child)
    }
  }
}

/** The nodes directly below one. */
export function childrenOf(node: AnyNode): AnyNode[] {
  const children: AnyNode[] = []
  // Every rule walks over every node: going through the keys is several times faster than making lists of them.
  const parts = node as unknown as Readonly<Record<string, unknown>>
  for (const key in parts) {
    const value = parts[key]
    if (typeof value !== 'object' || value === null) continue
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) children.push(item)
    } else if (isNode(value)) children.push(value)
  }
  return children
}

/** Any of the nodes that hold code of their own, to be run at another time. */
export type FunctionNode = Extract<
  AnyNode,
  { type: 'FunctionDeclaration' | 'FunctionExpression' | 'ArrowFunctionExpression' }
>

/** True for functions of every form. */
export function isFunction(node: AnyNode): node is FunctionNode {
  return (
    node.type === 'ArrowFunctionExpression' || node.type === 'FunctionExpression' || node.type === 'FunctionDeclaration'
  )
}

/** The name behind the last dot of `a.b.c`, or `name` of a bare identifier; undefined for what is computed. */
export function lastNameOf(node: AnyNode): string | undefined {
  if (node.type === 'Identifier') return node.name
  if (node.type === 'ChainExpression') return lastNameOf(node.expression)
  if (node.type !== 'MemberExpression') return undefined
  if (!node.computed && node.property.type === 'Identifier') return node.property.name
  if (node.property.type === 'PrivateIdentifier') return `#${node.property.name}`
  return node.property.type === 'Literal' && typeof node.property.value === 'string' ? node.property.value : undefined
}

/** `this.widgets.flows` as a text; undefined where a part is computed or called. */
export function pathTextOf(node: AnyNode): string | undefined {
  const names: string[] = []
  let inner = node
  while (inner.type === 'MemberExpression') {
    const name = lastNameOf(inner)
    if (name === undefined) return undefined
    names.unshift(name)
    inner = inner.object
  }
  if (inner.type === 'ThisExpression') return ['this', ...names].join('.')
  return inner.type === 'Identifier' ? [inner.name, ...names].join('.') : undefined
}

/** What `await`, parentheses and `?.` stand around. */
export function bareOf(node: AnyNode): AnyNode {
  let inner = node
  while (
    inner.type === 'AwaitExpression' ||
    inner.type === 'ChainExpression' ||
    inner.type === 'ParenthesizedExpression'
  )
    inner = inner.type === 'AwaitExpression' ? inner.argument : inner.expression
  return inner
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}
