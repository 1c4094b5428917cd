import type { AnyNode } from 'acorn'
import { followValue } from '../script/follow-value.ts'
import type { Script, TextPlace } from '../script/script.ts'
import { nodesOf } from '../script/script-nodes.ts'
import type { Following } from '../script/value.ts'
import { wrapperModule } from '../script/wrapper-module.ts'
import type { GalleryAddress, HostPage } from './host-page.ts'
import type { HtmlPage } from './html-page.ts'

/** Addresses of the gallery of templates, in frames and in scripts, and the places where one could not be followed. */
export function findGalleries(
  markup: readonly HtmlPage[],
  scripts: readonly Script[],
  following: Following,
): { readonly galleries: readonly GalleryAddress[]; readonly unfollowed: HostPage['unfollowedGalleries'] } {
  const galleries: GalleryAddress[] = []
  const unfollowed: { readonly at: TextPlace; readonly why: string }[] = []
  for (const { elements } of markup) {
    for (const element of elements) {
      const source = element.attributes.get('src')
      if (element.name !== 'iframe' || source === undefined || !isGallery(source.value)) continue
      galleries.push({ address: source.value.trim(), at: source.at, element })
    }
  }
  const inMarkup = new Set(galleries.map(({ address }) => address))
  for (const script of scripts) {
    for (const node of addressNodes(script)) {
      const value = followValue(script, node, following)
      const at = script.placeOf(node)
      if (value.kind === 'unknown') unfollowed.push({ at, why: value.why })
      else if (value.kind === 'text' && isGallery(value.text) && !inMarkup.has(value.text.trim()))
        galleries.push({ address: value.text, at, element: undefined })
    }
  }
  return { galleries, unfollowed }
}

/** Texts with the gallery's path, the outermost that they are joined to, and calls of this package's `galleryUrl`. */
function* addressNodes(script: Script): Generator<AnyNode> {
  const { text } = script.file
  const maker = [...script.names.top.values()].find(
    ({ from }) => from?.module === wrapperModule && from.imported === 'galleryUrl',
  )
  if (maker === undefined && !text.includes('widgets/templates')) return
  for (const node of nodesOf(script.program, (at) => at.type !== 'BinaryExpression')) {
    const isMade =
      node.type === 'CallExpression' &&
      node.callee.type === 'Identifier' &&
      maker !== undefined &&
      script.names.bindingOf(node.callee) === maker
    const isText =
      node.type === 'Literal' ||
      node.type === 'TemplateLiteral' ||
      (node.type === 'BinaryExpression' && node.operator === '+')
    if (isMade) yield node
    else if (isText && textOf(script, node).includes('widgets/templates')) yield node
  }
}

function textOf(script: Script, node: AnyNode): string {
  const { start, end } = script.placeOf(node)
  return script.file.text.slice(start, end)
}

function isGallery(address: string): boolean {
  const trimmed = address.trim()
  return /^https?:\/\//i.test(trimmed) && /\/widgets\/templates(\/|\?|$)/i.test(trimmed)
}
