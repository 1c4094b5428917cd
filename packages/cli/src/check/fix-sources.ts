import { lstatSync, readFileSync } from 'node:fs'
import { decodeText } from '@sevenstep/connector-schema'
import { exitCodes } from '../exit-codes.ts'
import { Failure, onOneLine } from '../failure.ts'
import { writeFileWhole } from '../write-file-whole.ts'
import type { CheckRun } from './check-run.ts'
import { placeOnDisk } from './place-on-disk.ts'
import { printDifference } from './print-difference.ts'
import { settingsFor } from './settings-for.ts'
import { isPacked, type Source } from './source.ts'

/** Makes the automatic mends of every source, or shows them under `--dry-run`. What came out of an archive is left. */
export async function fixSources(sources: readonly Source[], run: CheckRun): Promise<void> {
  const { console, flags } = run
  let files = 0
  let mends = 0
  for (const source of sources) {
    if (isPacked(source)) {
      console.error(
        `sevenstep: ${onOneLine(source.path)}: nothing is mended inside an archive; unpack it and run --fix on the folder.\n`,
      )
      continue
    }
    const settings = settingsFor(source, run)
    for (const { path, before, after, count, shownBefore, shownAfter } of await source.mend({
      run,
      settings,
      withEdits: 'automatic',
    })) {
      files++
      mends += count
      const shown = source.file === undefined ? `${source.path}/${path}` : source.path
      if (flags.dryRun) console.error(printDifference(onOneLine(shown), shownBefore, shownAfter))
      else writeMended(placeOnDisk(source, path) ?? '', shown, before, after)
    }
  }
  const verb = flags.dryRun ? 'would be made' : 'made'
  console.error(`${mends} ${mends === 1 ? 'mend' : 'mends'} ${verb} in ${files} ${files === 1 ? 'file' : 'files'}.\n`)
}

/** Only over the text that was judged, and never over a link: what it leads to may be far from the connector. */
function writeMended(place: string, shown: string, before: string, after: string): void {
  if (lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() === true) {
    throw new Failure(
      exitCodes.unreadable,
      `${shown} is a link, and mends are not written through links.`,
      'What it leads to may belong to something else.',
      'Run --fix where the file itself is, or put a copy in place of the link.',
    )
  }
  if (textOnDisk(place) !== before) {
    throw new Failure(
      exitCodes.unreadable,
      `${shown} was changed while it was being mended.`,
      'Writing the mends would undo that change; the file is as it was.',
      'Run the command again once nothing else writes to the file.',
    )
  }
  writeFileWhole(place, after, shown)
}

function textOnDisk(place: string): string | undefined {
  try {
    return decodeText(place, readFileSync(place)).text
  } catch {
    return undefined
  }
}
