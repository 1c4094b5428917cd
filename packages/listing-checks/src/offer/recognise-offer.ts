const names = ['offer.json', 'offer.yaml', 'offer.yml'] as const

/** Names that an offer's file may have, in the order in which they are looked for. */
export const offerFileNames: readonly string[] = names

/**
 * Says whether a text is an offer's file, by its content: it names the kind of offer, and has a listing or an offer ID.
 * Looks at the first 64 kB only and reads nothing, so it may be asked about any file.
 */
export function looksLikeOffer(text: string): boolean {
  const head = text.slice(0, 65_536)
  const has = (key: string) => new RegExp(`(^|[{,\\n])\\s*["']?${key}["']?\\s*:`).test(head)
  return has('offerType') && (has('listing') || has('offerId'))
}

/** The path of the offer's file among a folder's paths; nothing when the folder is no offer. */
export function offerFileIn(paths: Iterable<string>): string | undefined {
  const known = new Set(paths)
  return names.find((name) => known.has(name))
}
