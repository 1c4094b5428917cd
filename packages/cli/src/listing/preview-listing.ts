import { resolve } from 'node:path'
import { previewOffer } from '@sevenstep/listing-checks/preview'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { writeFileWhole } from '../write-file-whole.ts'
import { readGivenOffer } from './read-given-offer.ts'

/**
 * `sevenstep listing preview`: the listing as a page, to look at before anybody else does. A terminal is no place for
 * it, so there it goes to a file that is named.
 */
export function previewListing(folder: string, flags: { readonly output?: string }, console: Console): ExitCode {
  const page = previewOffer(readGivenOffer(folder, console))
  const output = flags.output ?? (console.isOutTerminal ? 'preview.html' : undefined)
  if (output === undefined) {
    console.out(page)
    return exitCodes.fine
  }
  writeFileWhole(resolve(console.folder, output), page, output)
  console.error(`Wrote ${output}. Open it in a browser.\n`)
  return exitCodes.fine
}
