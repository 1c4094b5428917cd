import { dirname, join } from 'node:path'
import {
  checkOffer,
  describeRules,
  landingPageOf,
  listingFactsFormat,
  looksLikeOffer,
  type Offer,
  offerFileIn,
  profiles,
  readOffer,
} from '@sevenstep/listing-checks'
import { type OfferFolder, readOfferFolder } from '@sevenstep/listing-checks/node'
import type { Judging, Source } from '../check/source.ts'
import { pathOfGroup } from './group-files.ts'
import type { FoundFolder, LaterKind } from './kind.ts'
import { entryOf } from './later-kinds.ts'
import { readFacts } from './read-facts.ts'
import { roomOptions, roomSource } from './room-source.ts'

/** Offers, each a folder; the offer's file names its folder. */
export const offerKind: LaterKind = {
  inFolder: found,
  inFiles: (files) =>
    files.flatMap((file) => {
      const source = found({ path: pathOfGroup(file), absolute: dirname(file.absolute) })
      return source === undefined ? [] : [{ source, files: [file] }]
    }),
  describeRules: () => describeRules(),
  pages: async () => (await import('@sevenstep/listing-checks/pages')).rulePages,
}

function found({ path, absolute }: FoundFolder): Source | undefined {
  const { files } = readOfferFolder(absolute)
  const name = offerFileIn(files.map((file) => file.path))
  const bytes = files.find((file) => file.path === name)?.bytes
  if (name === undefined || bytes === undefined || !looksLikeOffer(new TextDecoder().decode(bytes))) return undefined
  let last: Offer | undefined
  return roomSource({
    entry: entryOf('offer'),
    path,
    kind: 'offer',
    recognised: `an offer for the marketplace (${name})`,
    at: { folder: absolute },
    reads: files.map((file) => join(absolute, file.path)),
    check(judging) {
      const now = readOfferFolder(absolute)
      last = readOffer(now.files)
      const { withEdits: _, ...options } = optionsFor(judging)
      const landingPageSignIn = judging.run.handingOn?.signInFor(landingPageOf(last))
      const handed = landingPageSignIn === undefined ? {} : { handedOn: { landingPageSignIn } }
      return { ...checkOffer(last, { ...options, ...handed, path }), unreadable: leftOut(path, now) }
    },
    applied(judging) {
      const { profile = 'told from the offer', edition = 'current' } = optionsFor(judging)
      return { profile, edition }
    },
    textOf: (file) => last?.texts.find((one) => one.path === file)?.text,
  })
}

function optionsFor(judging: Judging) {
  const { flags, console } = judging.run
  const options = roomOptions(judging, profiles, judging.settings.configuration.offer)
  if (flags.facts === undefined) return options
  return { ...options, facts: readFacts(flags.facts, console.folder, listingFactsFormat) }
}

function leftOut(folder: string, { problems }: OfferFolder) {
  return problems.map(({ path, what, fix }) => ({
    path: `${folder}/${path}`,
    what: what.replace(/^"[^"]*" /, ''),
    why: 'What is not read is not checked.',
    fix,
  }))
}
