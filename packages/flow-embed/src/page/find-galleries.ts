import { type Following, followValue } from '../script/follow-value.ts'
import type { Script } from '../script/script.ts'
import { nodesOf } from '../script/script-nodes.ts'
import type { GalleryAddress } from './host-page.ts'
import type { HtmlPage } from './html-page.ts'

/** Addresses of the gallery of templates, in frames and in scripts. */
export function findGalleries(
  pages: readonly HtmlPage[],
  scripts: readonly Script[],
  following: Following,
): readonly GalleryAddress[] {
  const galleries: GalleryAddress[] = []
  for (const { elements } of pages) {
    for (const element of elements) {
      const source = element.attributes.get('src')
      if (element.name !== 'iframe' || source === undefined || !isGallery(source.value)) continue
      galleries.push({ address: source.value.trim(), at: source.at, element })
    }
  }
  for (const script of scripts) {
    if (!script.file.text.includes('widgets/templates')) continue
    for (const node of nodesOf(script.program, (at) => at.type !== 'BinaryExpression')) {
      if (node.type !== 'Literal' && node.type !== 'TemplateLiteral' && node.type !== 'BinaryExpression') continue
      const value = followValue(script, node, following)
      if (value.kind === 'text' && isGallery(value.text)) {
        galleries.push({ address: value.text, at: script.placeOf(node), element: undefined })
      }
    }
  }
  return galleries
}

function isGallery(address: string): boolean {
  const trimmed = address.trim()
  return /^https?:\/\//i.test(trimmed) && /\/widgets\/templates(\/|\?|$)/i.test(trimmed)
}
