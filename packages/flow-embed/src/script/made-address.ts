import { type GalleryOptions, galleryUrl } from '../gallery/gallery-url.ts'
import type { TextPlace } from './script.ts'
import type { Value } from './value.ts'

/** What `galleryUrl` of this package gives for options that can be followed to their end. */
export function madeAddress(given: Value | undefined, at: TextPlace): Value {
  const options = given === undefined ? undefined : plainOf(given)
  if (options === undefined)
    return { kind: 'unknown', why: 'the options of galleryUrl are worked out while it runs', at }
  try {
    // What does not fit the options is refused by galleryUrl itself.
    return { kind: 'text', text: galleryUrl(options as unknown as GalleryOptions), at }
  } catch (error) {
    return { kind: 'unknown', why: error instanceof RangeError ? error.message : 'galleryUrl refuses its options', at }
  }
}

/** A value as plain data; undefined where a part of it cannot be told. */
function plainOf(value: Value): unknown {
  switch (value.kind) {
    case 'text':
      return value.text
    case 'number':
      return value.number
    case 'object': {
      const entries = [...value.entries.values()].map(({ key, value: inner }) => [key, plainOf(inner)] as const)
      return value.isWhole && entries.every(([, one]) => one !== undefined) ? Object.fromEntries(entries) : undefined
    }
    default:
      return undefined
  }
}
