import { resolve } from 'node:path'
import { toSafeLines } from '@sevenstep/findings'
import { knownCatalogue, printCatalogue, renderDifference, updateCatalogue } from '@sevenstep/licensing-checks'
import type { CatalogueFlags } from '../commands/licences-command.ts'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import { writeFileWhole } from '../write-file-whole.ts'
import { loadCatalogue } from './load-catalogue.ts'
import { readTextFile } from './read-text-file.ts'

/**
 * `sevenstep licences catalogue`: what is new in Microsoft's table of products.
 *
 * @throws Failure when the table cannot be read, or no product stands in it.
 */
export function compareCatalogue(path: string, flags: CatalogueFlags, console: Console): ExitCode {
  const { seen, output } = flags
  const { folder, today } = console
  const current =
    flags.catalogue === undefined ? knownCatalogue() : loadCatalogue(resolve(folder, flags.catalogue), flags.catalogue)
  const update = updateCatalogue(readTextFile(path, folder), current, { seen: expectMonth(seen ?? today.slice(0, 7)) })
  if (update.catalogue === current) {
    throw new Failure(
      exitCodes.unreadable,
      `${path} is no table of products.`,
      update.problems[0] ?? 'No product with a GUID stands in it.',
      'Download the CSV from Microsoft’s page of product names and service plan identifiers.',
    )
  }
  console.out(toSafeLines(renderDifference(update)))
  if (output === undefined) return exitCodes.fine
  writeFileWhole(resolve(folder, output), printCatalogue(update.catalogue), output)
  console.error(
    `Wrote ${output}. Use it with --catalogue ${output}, or as "catalogue" under "licences" in sevenstep.config.json.\n`,
  )
  return exitCodes.fine
}

function expectMonth(seen: string): string {
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(seen)) return seen
  throw new Failure(exitCodes.usage, `"${seen}" is no month.`, 'It says how old the table is.', 'Write it as YYYY-MM.')
}
