import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { allowedTags, voidTags } from '../data/html-subset.ts'
import { placeholderMark } from '../text/text-checks.ts'
import { escapeText } from './escape-text.ts'

const mostCharacters = 50_000
const deepest = 100
/** Elements whose content is no text for readers. */
const silentTags = new Set([
  'script',
  'style',
  'template',
  'iframe',
  'noscript',
  'title',
  'textarea',
  'object',
  'svg',
  'math',
])

/**
 * A description as the marketplace would show it: allowed tags without attributes, the words of other tags without the
 * tags, and nothing of scripts and styles. Every text is escaped anew.
 */
export function descriptionHtml(html: string): string {
  const fragment = parseFragment(html.slice(0, mostCharacters))
  return write(fragment.childNodes, 0)
}

/** A text with what waits to be filled in marked. */
export function marked(text: string): string {
  return escapeText(text).replace(
    new RegExp(`\\b${placeholderMark}\\b[^<\\n]*`, 'g'),
    '<span class="missing">$&</span>',
  )
}

function write(nodes: readonly DefaultTreeAdapterTypes.ChildNode[], depth: number): string {
  if (depth > deepest) return ''
  return nodes.map((node) => writeNode(node, depth)).join('')
}

function writeNode(node: DefaultTreeAdapterTypes.ChildNode, depth: number): string {
  if (node.nodeName === '#text' && 'value' in node) return marked(node.value)
  if (!('tagName' in node) || silentTags.has(node.tagName)) return ''
  const inner = write(node.childNodes, depth + 1)
  const { tagName } = node
  if (!allowedTags.has(tagName)) return inner
  // The page has headings of its own: those of the text stand below them.
  const shown = /^h[1-6]$/.test(tagName) ? 'h4' : tagName
  return voidTags.has(tagName) ? `<${shown}>` : `<${shown}>${inner}</${shown}>`
}
