import type { AnyNode } from 'acorn'
import { hostOfAddress } from '../data/known-hosts.ts'
import { followValue } from '../script/follow-value.ts'
import type { Script, TextPlace } from '../script/script.ts'
import { nodesOf } from '../script/script-nodes.ts'
import type { Following } from '../script/value.ts'
import { wrapperModule } from '../script/wrapper-module.ts'
import type { GalleryAddress, HostPage, PortalFrame } from './host-page.ts'
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
      galleries.push({ address: withScheme(source.value), at: source.at, element })
    }
  }
  const inMarkup = new Set(galleries.map(({ address }) => address))
  for (const script of scripts) {
    for (const node of addressNodes(script)) {
      const value = followValue(script, node, following)
      const at = script.placeOf(node)
      if (value.kind === 'unknown') unfollowed.push({ at, why: value.why })
      else if (value.kind === 'text' && isGallery(value.text) && !inMarkup.has(withScheme(value.text)))
        galleries.push({ address: withScheme(value.text), at, element: undefined })
    }
  }
  return { galleries, unfollowed }
}

/** Frames of other pages of Microsoft's hosts: widgets without their script, pages of the portal. */
export function findPortalFrames(markup: readonly HtmlPage[]): readonly PortalFrame[] {
  return markup.flatMap(({ elements }) =>
    elements.flatMap((element): PortalFrame[] => {
      const source = element.attributes.get('src')
      if (element.name !== 'iframe' || source === undefined || isGallery(source.value)) return []
      if (hostOfAddress(source.value) === undefined) return []
      return [{ address: withScheme(source.value), at: source.at, element }]
    }),
  )
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

/** Of addresses without a scheme, which take that of the page: it has to be https. */
function withScheme(address: string): string {
  return address.trim().replace(/^\/\//, 'https://')
}

function isGallery(address: string): boolean {
  const trimmed = address.trim()
  return /^(?:https?:)?\/\//i.test(trimmed) && /\/widgets\/templates(\/|\?|$)/i.test(trimmed)
}
