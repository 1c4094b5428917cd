import { type Connector, readConnector, textFilesOf } from '@sevenstep/connector-schema'
import { applyEditGroups, type DraftFinding, hideSecrets, type TextEdit } from '@sevenstep/findings'
import { type CheckOptions, checkConnector } from './check-connector.ts'

/** A file of a connector with its automatic mends made. */
export interface MendedFile {
  readonly path: string
  readonly before: string
  readonly after: string
  /** How many mends were made in it. */
  readonly count: number
  /** The two texts with dots in place of secrets, for showing what would change. */
  readonly shownBefore: string
  readonly shownAfter: string
}

/** How a connector is mended; the rest is as in its check. */
export interface MendOptions extends Omit<CheckOptions, 'withEdits' | 'now'> {
  /** True when every file of the folder was given, so that a file that is not among them does not exist. */
  readonly isWholeFolder: boolean
  /** Findings to mend; all but notes unless given, so that a mended file shows what mattered. */
  readonly isWorthMending?: (finding: DraftFinding) => boolean
}

const maxRounds = 30

/**
 * Mends a connector round after round in memory until nothing is left to mend, and gives the files that changed. Only
 * mends that keep the meaning and invent nothing are made; one that touches several files, or one that is no UTF-8, is
 * left to a person. Never throws.
 */
export function mendConnector(original: Connector, options: MendOptions): readonly MendedFile[] {
  const { isWholeFolder, isWorthMending = isNoNote, ...checking } = options
  const changed = new Map<string, { text: string; count: number }>()
  let first: readonly DraftFinding[] | undefined
  let last: readonly DraftFinding[] = []
  for (let round = 0; round < maxRounds; round++) {
    const overlay = new Map([...changed].map(([path, { text }]) => [path, text]))
    const connector = withTexts(original, overlay, isWholeFolder)
    const { findings } = checkConnector(connector, { ...checking, withEdits: 'automatic' }).subject
    first ??= findings
    last = findings
    const groups = automaticGroups(findings.filter(isWorthMending))
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

function isNoNote({ severity }: DraftFinding): boolean {
  return severity !== 'info'
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
function automaticGroups(findings: readonly DraftFinding[]): Map<string, (readonly TextEdit[])[]> {
  const groups = new Map<string, (readonly TextEdit[])[]>()
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
