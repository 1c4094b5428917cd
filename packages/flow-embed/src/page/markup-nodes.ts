import type { AnyNode } from 'acorn'

/** A node of markup in a script; acorn's own types have none. */
export interface MarkupNode {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly name?: MarkupNode | string
  readonly namespace?: MarkupNode
  readonly object?: MarkupNode
  readonly property?: MarkupNode
  readonly openingElement?: MarkupNode
  readonly closingElement?: MarkupNode | null
  readonly attributes?: readonly MarkupNode[]
  readonly value?: MarkupNode | null
  readonly expression?: MarkupNode
}

/** Markup is read by the other parser, whose nodes acorn's types do not list. */
export function asMarkup(node: AnyNode): MarkupNode {
  return node as unknown as MarkupNode
}

/** An expression inside markup, which has the form that acorn gives it. */
export function asNode(node: MarkupNode): AnyNode {
  return node as unknown as AnyNode
}

/** The expression that an attribute is given; undefined for one that only stands there. */
export function givenBy({ value }: MarkupNode): MarkupNode | undefined {
  return (value?.type === 'JSXExpressionContainer' ? value.expression : value) ?? undefined
}

/** The name of an element or attribute. */
export function nameOf(node: MarkupNode | string | undefined): string {
  if (node === undefined || typeof node === 'string') return node ?? ''
  if (node.type === 'JSXMemberExpression') return `${nameOf(node.object)}.${nameOf(node.property)}`
  if (node.type === 'JSXNamespacedName') return `${nameOf(node.namespace)}:${nameOf(node.name)}`
  return nameOf(node.name)
}
