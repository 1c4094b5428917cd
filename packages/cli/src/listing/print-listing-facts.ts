import { disarmJson } from '@sevenstep/findings'
import { gatherListingFacts } from '@sevenstep/listing-checks/live'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { readGivenOffer } from './read-given-offer.ts'

/** `sevenstep listing facts`: what the addresses of an offer answer, as facts for `check`. Reaches public addresses only. */
export async function printListingFacts(folder: string, console: Console): Promise<ExitCode> {
  const facts = await gatherListingFacts(readGivenOffer(folder, console))
  console.out(disarmJson(`${JSON.stringify(facts, undefined, 2)}\n`))
  return exitCodes.fine
}
