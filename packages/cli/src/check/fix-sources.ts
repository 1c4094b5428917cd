import { readFileSync } from 'node:fs'
import { checkConnector } from '@sevenstep/certification-rules'
import { type Connector, decodeText, readConnector, textFilesOf } from '@sevenstep/connector-schema'
import { applyEditGroups, type DraftFinding } from '@sevenstep/findings'
import { writeFileWhole } from '../write-file-whole.ts'
import type { CheckRun } from './check-run.ts'
import { placeOnDisk } from './find-sources.ts'
import { printDifference } from './print-difference.ts'
import { settingsFor } from './settings-for.ts'
import type { Source } from './source.ts'

const maxRounds = 10

/** Makes the automatic mends of every source, or shows them under `--dry-run`. What came out of an archive is left. */
export function fixSources(sources: readonly Source[], run: CheckRun): void {
  const { console, flags } = run
  let files = 0
  let mends = 0
  for (const source of sources) {
    if (source.folder === undefined && source.file === undefined) {
      console.error(
        `sevenstep: ${source.path}: nothing is mended inside an archive; unpack it and run --fix on the folder.\n`,
      )
      continue
    }
    for (const { path, before, after, count } of fixSource(source, run)) {
      files++
      mends += count
      const shown = source.file === undefined ? `${source.path}/${path}` : source.path
      if (flags.dryRun) console.error(printDifference(shown, before, after))
      else writeFileWhole(placeOnDisk(source, path) ?? '', after, shown)
    }
  }
  const verb = flags.dryRun ? 'would be made' : 'made'
  console.error(`${mends} ${mends === 1 ? 'mend' : 'mends'} ${verb} in ${files} ${files === 1 ? 'file' : 'files'}.\n`)
}

interface FixedFile {
  readonly path: string
  readonly before: string
  readonly after: string
  readonly count: number
}

/** Mends round after round in memory until nothing is left to mend, then gives the files that changed. */
function fixSource(source: Source, run: CheckRun): readonly FixedFile[] {
  const settings = settingsFor(source, run)
  const original = new Map<string, string>()
  const changed = new Map<string, { text: string; count: number }>()
  for (let round = 0; round < maxRounds; round++) {
    const overlay = new Map([...changed].map(([path, { text }]) => [path, text]))
    const connector = withTexts(source.read(settings.elsewhere).connector, overlay, source.folder !== undefined)
    const { findings } = checkConnector(connector, { ...settings.options, withEdits: true }).subject
    const groups = automaticGroups(findings)
    if (groups.size === 0) break
    for (const [path, edits] of groups) {
      const text = overlay.get(path) ?? readOriginal(source, path, original)
      if (text === undefined) continue
      const result = applyEditGroups(text, edits)
      if (result.text !== text)
        changed.set(path, { text: result.text, count: (changed.get(path)?.count ?? 0) + result.applied.length })
    }
  }
  return [...changed].map(([path, { text, count }]) => ({ path, before: original.get(path) ?? '', after: text, count }))
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

/** The text as it is on disk; nothing when it is no UTF-8, because writing it back would change other bytes. */
function readOriginal(source: Source, path: string, original: Map<string, string>): string | undefined {
  const known = original.get(path)
  const place = placeOnDisk(source, path)
  if (known !== undefined || place === undefined) return known
  const file = decodeText(path, readFileSync(place))
  if (!file.isUtf8) return undefined
  original.set(path, file.text)
  return file.text
}
