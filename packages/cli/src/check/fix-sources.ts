import { lstatSync, readFileSync } from 'node:fs'
import { checkConnector } from '@sevenstep/certification-rules'
import { type Connector, decodeText, readConnector, textFilesOf } from '@sevenstep/connector-schema'
import { applyEditGroups, type DraftFinding, hideSecrets } from '@sevenstep/findings'
import { exitCodes } from '../exit-codes.ts'
import { Failure, onOneLine } from '../failure.ts'
import { writeFileWhole } from '../write-file-whole.ts'
import type { CheckRun } from './check-run.ts'
import { placeOnDisk } from './find-sources.ts'
import { printDifference } from './print-difference.ts'
import { settingsFor } from './settings-for.ts'
import type { Source } from './source.ts'

const maxRounds = 30

/** Makes the automatic mends of every source, or shows them under `--dry-run`. What came out of an archive is left. */
export function fixSources(sources: readonly Source[], run: CheckRun): void {
  const { console, flags } = run
  let files = 0
  let mends = 0
  for (const source of sources) {
    if (source.folder === undefined && source.file === undefined) {
      console.error(
        `sevenstep: ${onOneLine(source.path)}: nothing is mended inside an archive; unpack it and run --fix on the folder.\n`,
      )
      continue
    }
    for (const { path, before, after, count, shownBefore, shownAfter } of fixSource(source, run)) {
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

interface FixedFile {
  readonly path: string
  readonly before: string
  readonly after: string
  readonly count: number
  /** The two texts with dots in place of secrets, for showing what would change. */
  readonly shownBefore: string
  readonly shownAfter: string
}

/** Mends round after round in memory until nothing is left to mend, then gives the files that changed. */
function fixSource(source: Source, run: CheckRun): readonly FixedFile[] {
  const settings = settingsFor(source, run)
  const original = source.read(settings.elsewhere).connector
  const changed = new Map<string, { text: string; count: number }>()
  let first: readonly DraftFinding[] | undefined
  let last: readonly DraftFinding[] = []
  for (let round = 0; round < maxRounds; round++) {
    const overlay = new Map([...changed].map(([path, { text }]) => [path, text]))
    const connector = withTexts(original, overlay, source.folder !== undefined)
    const { findings } = checkConnector(connector, { ...settings.options, withEdits: 'automatic' }).subject
    first ??= findings
    last = findings
    const groups = automaticGroups(findings.filter((finding) => isWorthMending(finding, run)))
    if (groups.size === 0) break
    for (const [path, edits] of groups) {
      const text = overlay.get(path) ?? originalText(original, path)
      if (text === undefined) continue
      const result = applyEditGroups(text, edits)
      if (result.text !== text)
        changed.set(path, { text: result.text, count: (changed.get(path)?.count ?? 0) + result.applied.length })
    }
  }
  return [...changed].map(([path, { text: after, count }]) => {
    const before = originalText(original, path) ?? ''
    const shownBefore = hideSecrets(before, first ?? [], path)
    return { path, before, after, count, shownBefore, shownAfter: hideSecrets(after, last, path) }
  })
}

/** Notes are advice: they are mended when their rule is asked for by name, so that a mended file shows what mattered. */
function isWorthMending({ severity, ruleId }: DraftFinding, { flags }: CheckRun): boolean {
  return severity !== 'info' || flags.rule?.includes(ruleId) === true
}

/** The same connector with other texts in some of its files. */
function withTexts(connector: Connector, overlay: ReadonlyMap<string, string>, isWholeFolder: boolean): Connector {
  if (overlay.size === 0) return connector
  const texts = new Map(textFilesOf(connector).map((file) => [file.path, file.text]))
  const files = connector.paths.map((path) => ({
    path,
    content: overlay.get(path) ?? texts.get(path) ?? (path === connector.icon?.path ? connector.icon.bytes : undefined),
  }))
  return readConnector(files, { name: connector.name, isWholeFolder })
}

/** The edits of automatic mends by file; a mend that touches several files is left to a person. */
function automaticGroups(
  findings: readonly DraftFinding[],
): Map<string, (readonly { start: number; end: number; text: string }[])[]> {
  const groups = new Map<string, (readonly { start: number; end: number; text: string }[])[]>()
  for (const { mend, edits = [] } of findings) {
    const path = edits[0]?.file
    if (mend !== 'automatic' || path === undefined || edits.some((edit) => edit.file !== path)) continue
    const list = groups.get(path)
    if (list === undefined) groups.set(path, [edits])
    else list.push(edits)
  }
  return groups
}

/** The text as it was read; nothing when it is no UTF-8, because writing it back would change other bytes. */
function originalText(connector: Connector, path: string): string | undefined {
  const file = textFilesOf(connector).find((one) => one.path === path)
  return file?.isUtf8 === true ? file.text : undefined
}
