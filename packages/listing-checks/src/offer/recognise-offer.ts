const names = ['offer.json', 'offer.yaml', 'offer.yml'] as const

/** Names that an offer's file may have, in the order in which they are looked for. */
export const offerFileNames: readonly string[] = names

/** A key at the beginning of a line or entry; blanks are passed over once, however many there are. */
const key = (name: string) => new RegExp(`(?:^|[{,\\n])[ \\t]*["']?${name}["']?[ \\t]*:`)

const kindOfOffer = key('offerType')
const partsOfOffers = [
  'offerId',
  'listing',
  'listingOption',
  'publisherId',
  'media',
  'markets',
  'plans',
  'package',
].map(key)

/**
 * Says whether a text is an offer's file, by its content: it names the kind of offer, or has two parts that offers have.
 * Looks at the first 64 kB only and reads nothing, so it may be asked about any file of one of the names.
 */
export function looksLikeOffer(text: string): boolean {
  // What was read as UTF-8 and is UTF-16 has NULs between its letters; it is told when the offer is read.
  const head = text
    .slice(0, 65_536)
    .replace(/^[\ufeff\ufffd]+/, '')
    .replaceAll('\0', '')
  return kindOfOffer.test(head) || partsOfOffers.filter((part) => part.test(head)).length >= 2
}

/** The path of the offer's file among a folder's paths; nothing when the folder is no offer. */
export function offerFileIn(paths: Iterable<string>): string | undefined {
  const known = new Set(paths)
  return names.find((name) => known.has(name))
}
