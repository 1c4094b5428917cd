import {
  checkOffer,
  describeRules,
  looksLikeOffer,
  type Offer,
  type OfferFile,
  offerFileIn,
  readOffer,
  readOfferArchive,
  ruleFamilies,
} from '@sevenstep/listing-checks'
import { partFacts } from '../../part-facts.ts'
import type { ReadingTrouble, UploadedFile } from '../messages.ts'
import { startsLikeZip } from '../upload-tree.ts'
import { foldersOf, outermost, shownFolder } from './given-files.ts'
import type { JudgedSubject, KnownBeside, Room } from './room.ts'

/** Offers for the marketplace, each a folder with the offer's file or a zip of one. */
export const offerRoom: Room = {
  name: 'listing-checks',
  find(files) {
    // A zip alone: each has an account of its own of what it may unpack to.
    const given = files.length === 1 ? [...foldersIn(files), ...files.flatMap(zipIn)] : foldersIn(files)
    if (given.length === 0) return undefined
    return {
      judge(known) {
        const offers = given.map((one) => ({ ...one, offer: readOffer(one.files) }))
        const hasPackage = offers.some(({ offer }) => offer.package !== undefined)
        return {
          subjects: offers.map((offer) => judged(offer, known)),
          trouble: given.flatMap(({ trouble }) => trouble),
          facts: (subjects) =>
            partFacts(subjects, describeRules(), ruleFamilies, (id) => ofPackage.has(id) && !hasPackage),
        }
      },
    }
  },
}

/** The families that judge what is in the package. */
const ofPackage: ReadonlySet<string> = new Set(['appsource-package', 'package-input'])

interface GivenOffer {
  readonly path: string
  readonly files: readonly OfferFile[]
  readonly isArchive: boolean
  readonly trouble: readonly ReadingTrouble[]
  uploadOf(file: string): UploadedFile | undefined
}

function foldersIn(files: readonly UploadedFile[]): readonly GivenOffer[] {
  const marked = outermost(foldersOf(files), (folder) => {
    const name = offerFileIn(folder.names)
    const bytes = name === undefined ? undefined : folder.files().get(name)?.bytes
    return bytes !== undefined && looksLikeOffer(new TextDecoder().decode(bytes))
  })
  return marked.map((folder) => {
    const inside = folder.files()
    return {
      path: shownFolder(folder.path),
      files: [...inside].map(([path, { bytes }]) => ({ path, bytes })),
      isArchive: false,
      trouble: [],
      // Files of a package are named below it.
      uploadOf: (file) => inside.get(file) ?? [...inside].find(([path]) => file.startsWith(`${path}/`))?.[1],
    }
  })
}

function zipIn(file: UploadedFile): readonly GivenOffer[] {
  if (!startsLikeZip(file.bytes)) return []
  const archive = readOfferArchive(file.bytes, file.path)
  const name = archive === undefined ? undefined : offerFileIn(archive.files.map(({ path }) => path))
  const main = archive?.files.find(({ path }) => path === name)
  if (archive === undefined || main === undefined) return []
  if (!looksLikeOffer(new TextDecoder().decode(main.bytes))) return []
  const trouble = archive.problems.map((what) => ({
    path: file.path,
    what,
    why: 'What is not read is not checked.',
    fix: 'Pack the folder again, or hand in the folder itself.',
  }))
  return [{ path: file.path, files: archive.files, isArchive: true, trouble, uploadOf: () => file }]
}

function judged(
  { path, files, isArchive, uploadOf, offer }: GivenOffer & { readonly offer: Offer },
  { today }: KnownBeside,
): JudgedSubject {
  const { subject } = checkOffer(offer, { path, ...(today !== undefined && { today }) })
  return {
    draft: subject,
    files: files.map((file) => file.path).filter((file) => /\.(?:json|ya?ml|png|jpe?g|pdf|zip)$/i.test(file)),
    isArchive,
    textOf: (name) => offer.texts.find((file) => file.path === name)?.text,
    uploadOf,
  }
}
