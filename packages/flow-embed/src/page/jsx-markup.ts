import type { AnyNode } from 'acorn'
import { followValue } from '../script/follow-value.ts'
import type { Script } from '../script/script.ts'
import { nodesOf } from '../script/script-nodes.ts'
import type { Following, Value } from '../script/value.ts'
import type { HtmlPage, PageAttribute, PageElement } from './html-page.ts'
import { asMarkup, asNode, givenBy, type MarkupNode, nameOf } from './markup-nodes.ts'

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
    const given = givenBy(attribute)
    if (name === 'ref') reference = given?.type === 'Identifier' ? script.names.bindingOf(asNode(given)) : undefined
    const value = attributeOf(script, name, given, following)
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
