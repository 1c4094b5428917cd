import type { AnyNode } from 'acorn'
import { followValue } from '../script/follow-value.ts'
import type { Script } from '../script/script.ts'
import { nodesOf } from '../script/script-nodes.ts'
import type { Following, Value } from '../script/value.ts'
import type { HtmlPage, PageAttribute, PageElement } from './html-page.ts'

/** A node of markup in a script; acorn's own types have none. */
interface MarkupNode {
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

/** Names that JSX gives to attributes of HTML. */
const htmlNames: Readonly<Record<string, string>> = { classname: 'class', htmlfor: 'for' }

/** The markup in a script, with the attributes that can be followed; undefined where there is none. */
export function markupIn(script: Script, following: Following): HtmlPage | undefined {
  if (script.dialect?.hasMarkup !== true) return undefined
  const elements = new Map<AnyNode, PageElement>()
  for (const node of nodesOf(script.program)) {
    const markup = asMarkup(node)
    if (markup.type !== 'JSXElement' || markup.openingElement === undefined) continue
    elements.set(
      node,
      elementOf(script, markup, markup.openingElement, elementAround(script, node, elements), following),
    )
  }
  return elements.size === 0 ? undefined : { file: script.file, elements: [...elements.values()] }
}

/** Markup is read by the other parser, whose nodes acorn's types do not list. */
function asMarkup(node: AnyNode): MarkupNode {
  return node as unknown as MarkupNode
}

function elementAround(
  script: Script,
  node: AnyNode,
  elements: ReadonlyMap<AnyNode, PageElement>,
): PageElement | undefined {
  for (let at = script.names.parentOf(node); at !== undefined; at = script.names.parentOf(at)) {
    const found = elements.get(at)
    if (found !== undefined) return found
  }
  return undefined
}

function elementOf(
  script: Script,
  node: MarkupNode,
  opening: MarkupNode,
  parent: PageElement | undefined,
  following: Following,
): PageElement {
  const attributes = new Map<string, PageAttribute>()
  let isOpen = false
  let reference: PageElement['reference']
  for (const attribute of opening.attributes ?? []) {
    if (attribute.type !== 'JSXAttribute') {
      isOpen = true
      continue
    }
    const name = nameOf(attribute.name).toLowerCase()
    const given = attribute.value?.type === 'JSXExpressionContainer' ? attribute.value.expression : attribute.value
    if (name === 'ref') reference = given?.type === 'Identifier' ? script.names.bindingOf(asNode(given)) : undefined
    const value = attributeOf(script, name, given ?? undefined, following)
    if (value !== undefined) attributes.set(htmlNames[name] ?? name, { ...value, at: script.placeOf(attribute) })
  }
  const inner = script.placeOf({ start: opening.end, end: node.closingElement?.start ?? opening.end })
  return {
    // Next's `Script` puts a script into the page as it is.
    name: nameOf(opening.name) === 'Script' ? 'script' : nameOf(opening.name),
    attributes,
    at: script.placeOf(opening),
    parent,
    inner: { start: inner.start, end: inner.end },
    isOpen,
    ...(reference !== undefined && { reference }),
  }
}

function asNode(node: MarkupNode): AnyNode {
  return node as unknown as AnyNode // an expression inside markup has the form that acorn gives it
}

function attributeOf(
  script: Script,
  name: string,
  node: MarkupNode | undefined,
  following: Following,
): Omit<PageAttribute, 'at'> | undefined {
  if (node === undefined) return { value: '' }
  const value = followValue(script, asNode(node), following)
  if (name === 'style' && value.kind === 'object') return { value: styleText(value) }
  switch (value.kind) {
    case 'text':
      return { value: value.text }
    case 'number':
      return { value: String(value.number) }
    case 'other':
      return value.literal === true ? { value: '' } : undefined
    case 'unknown':
      return { value: '', unknown: value.why }
    default:
      return { value: '', unknown: 'it is no text' }
  }
}

/** `{ maxWidth: 1100 }` as a style sheet writes it. */
function styleText({ entries }: Extract<Value, { kind: 'object' }>): string {
  return [...entries.values()]
    .flatMap(({ key, value }) => {
      const name = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
      if (value.kind === 'number') return [`${name}: ${value.number}px`]
      return value.kind === 'text' ? [`${name}: ${value.text}`] : []
    })
    .join('; ')
}

function nameOf(node: MarkupNode | string | undefined): string {
  if (node === undefined || typeof node === 'string') return node ?? ''
  if (node.type === 'JSXMemberExpression') return `${nameOf(node.object)}.${nameOf(node.property)}`
  if (node.type === 'JSXNamespacedName') return `${nameOf(node.namespace)}:${nameOf(node.name)}`
  return nameOf(node.name)
}
