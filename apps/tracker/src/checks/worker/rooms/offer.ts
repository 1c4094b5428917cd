import {
  checkOffer,
  describeRules,
  landingPageOf,
  listingFactsFormat,
  looksLikeOffer,
  type Offer,
  offerFileIn,
  readOffer,
  ruleFamilies,
} from '@sevenstep/listing-checks'
import { partFacts } from '../../part-facts.ts'
import { type GivenFile, handedIn, type Upload } from '../upload.ts'
import { foldersOf, outermost, shownFolder } from './given-files.ts'
import type { JudgedSubject, KnownBeside, Room } from './room.ts'

/** Offers for the marketplace, each a folder with the offer's file; a zip of one was unpacked before. */
export const offerRoom: Room = {
  name: 'listing-checks',
  find(upload) {
    const given = foldersIn(upload)
    if (given.length === 0) return undefined
    return {
      taken: given.flatMap(ownFiles),
      judge(known) {
        const offers = given.map((one) => ({ ...one, offer: readOffer(contentsOf(one)) }))
        return {
          subjects: offers.map((offer) => judged(offer, known)),
          trouble: [],
          facts: (subjects) =>
            partFacts({ subjects, rules: describeRules(known.edition), families: ruleFamilies, lacks: 'any' }),
        }
      },
    }
  },
}

interface GivenOffer {
  readonly path: string
  readonly place: string
  /** By their paths in the offer's folder. */
  readonly files: ReadonlyMap<string, GivenFile>
  /** What the offer's file says. */
  readonly text: string
  readonly isArchive: boolean
}

function foldersIn({ free }: Upload): readonly GivenOffer[] {
  const texts = new Map<string, string>()
  const marked = outermost(foldersOf(free), (folder) => {
    const name = offerFileIn(folder.names)
    const bytes = name === undefined ? undefined : folder.files().get(name)?.bytes
    const text = bytes === undefined ? '' : new TextDecoder().decode(bytes)
    texts.set(folder.path, text)
    return looksLikeOffer(text)
  })
  return marked.map(({ path, files }) => {
    const inside = files()
    const archive = [...inside.values()][0]?.archive
    return {
      path: shownFolder(path, archive),
      place: path,
      files: inside,
      text: texts.get(path) ?? '',
      isArchive: archive !== undefined,
    }
  })
}

/** Images and documents, and whatever the offer's file names; what else lies in its folder may be of another step. */
function ownFiles({ files, text }: GivenOffer): readonly GivenFile[] {
  return [...files].filter(([path]) => isOwn(path, text)).map(([, file]) => file)
}

function isOwn(path: string, text: string): boolean {
  return offerFileIn([path]) !== undefined || /\.(?:png|jpe?g|gif|svg|pdf|mp4)$/i.test(path) || text.includes(path)
}

function contentsOf({ files }: GivenOffer) {
  return [...files].map(([path, { bytes }]) => ({ path, bytes }))
}

function judged(
  { path, place, files, text, isArchive, offer }: GivenOffer & { readonly offer: Offer },
  { today, edition, reported, handingOn }: KnownBeside,
): JudgedSubject {
  const facts = reported?.factsFor('listing-checks', place, listingFactsFormat)
  const landingPageSignIn = handingOn?.signInFor(landingPageOf(offer))
  const { subject } = checkOffer(offer, {
    path,
    ...(edition !== undefined && { edition }),
    ...(today !== undefined && { today }),
    ...(facts !== undefined && { facts }),
    ...(landingPageSignIn !== undefined && { handedOn: { landingPageSignIn } }),
  })
  return {
    draft: subject,
    files: [...files.keys()].filter((file) => isOwn(file, text)),
    isArchive,
    filesNamedBy({ file, pointer }) {
      if (file !== offer.file.path || pointer === undefined) return []
      const steps = pointer.split('/').slice(1)
      const value = offer.root.find(...steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step)))?.value
      return typeof value === 'string' && files.has(value) ? [value] : []
    },
    textOf: (name) => offer.texts.find((file) => file.path === name)?.text,
    uploadOf(name) {
      // Files of a package are named below it.
      const file = files.get(name) ?? [...files].find(([inside]) => name.startsWith(`${inside}/`))?.[1]
      return file && handedIn(file)
    },
  }
}
