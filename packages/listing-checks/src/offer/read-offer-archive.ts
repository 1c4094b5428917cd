import { createBudget, openArchive } from '@sevenstep/package-archives'
import type { OfferFile } from './offer.ts'
import { offerFileNames } from './recognise-offer.ts'

/** An offer's folder that came as a zip. */
export interface OfferArchive {
  readonly files: readonly OfferFile[]
  /** What was left out and why, each as a sentence. */
  readonly problems: readonly string[]
}

/**
 * Takes an offer's folder out of a zip, as people upload it; a folder around everything is taken away. Gives nothing when
 * no offer's file is in it. Never throws; one budget covers all of it.
 */
export function readOfferArchive(bytes: Uint8Array, name = 'offer.zip'): OfferArchive | undefined {
  const { entries, problems } = openArchive(bytes, { budget: createBudget(), name })
  const own = entries.filter(({ isFolder, isPlatformJunk }) => !isFolder && !isPlatformJunk)
  const main = own
    .filter(({ path }) => offerFileNames.includes(path.split('/').at(-1) ?? ''))
    .sort((left, right) => left.path.split('/').length - right.path.split('/').length)[0]
  if (main === undefined) return undefined
  const base = main.path.slice(0, main.path.lastIndexOf('/') + 1)
  const files: OfferFile[] = []
  const left = problems.filter(({ effect }) => effect !== 'none').map(({ what }) => what)
  for (const entry of own) {
    if (!entry.path.startsWith(base)) continue
    const content = entry.bytes()
    if (content.ok) files.push({ path: entry.path.slice(base.length), bytes: content.bytes })
    else left.push(content.problem.what)
  }
  return { files, problems: left }
}
