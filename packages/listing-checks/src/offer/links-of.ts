import type { JsonNode } from '@sevenstep/located-json'
import type { Offer } from './offer.ts'

const linkKeys: readonly (readonly string[])[] = [
  ['listing', 'websiteUrl'],
  ['listing', 'helpUrl'],
  ['listing', 'supportUrl'],
  ['listing', 'privacyUrl'],
  ['terms', 'url'],
]

/**
 * The addresses of an offer that customers open, in the order of the offer's parts: what `./live` asks and what rules
 * judge. The landing page has rules of its own.
 */
export function linksOf(offer: Pick<Offer, 'root'>): readonly JsonNode[] {
  const { root } = offer
  const single = linkKeys.map((path) => root.find(...path))
  const useful = root.find('listing', 'usefulLinks')?.children.map((link) => link.member('url')) ?? []
  const videos = root.find('media', 'videos')?.children.map((video) => video.member('url')) ?? []
  return [...single, ...useful, ...videos].filter(
    (node): node is JsonNode => typeof node?.value === 'string' && node.value.trim() !== '',
  )
}
