import { resolve } from 'node:path'
import { previewOffer } from '@sevenstep/listing-checks/preview'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { writeFileWhole } from '../write-file-whole.ts'
import { readGivenOffer } from './read-given-offer.ts'

/** `sevenstep listing preview`: the listing as a page, to look at before anybody else does. */
export function previewListing(folder: string, { output }: { readonly output?: string }, console: Console): ExitCode {
  const page = previewOffer(readGivenOffer(folder, console))
  if (output === undefined) {
    console.out(page)
    return exitCodes.fine
  }
  writeFileWhole(resolve(console.folder, output), page, output)
  console.error(`Wrote ${output}.\n`)
  return exitCodes.fine
}
