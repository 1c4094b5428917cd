import { resolve } from 'node:path'
import { type Offer, offerFileIn, readOffer } from '@sevenstep/listing-checks'
import { readOfferFolder } from '@sevenstep/listing-checks/node'
import type { Console } from '../console.ts'
import { exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'

/**
 * The offer in a folder of the command line.
 *
 * @throws Failure when there is none, or its file cannot be read.
 */
export function readGivenOffer(path: string, { folder }: Pick<Console, 'folder'>): Offer {
  const { files, problems } = readOfferFolder(resolve(folder, path))
  const offer = readOffer(files)
  if (offerFileIn(files.map((file) => file.path)) !== undefined && offer.isReadable) return offer
  throw new Failure(
    exitCodes.unreadable,
    `There is no offer in ${path}.`,
    problems[0]?.what ?? offer.problems[0]?.what ?? 'It has no offer.json or offer.yaml that can be read.',
    'Give the folder with the offer’s file; "sevenstep listing init" makes one.',
  )
}
