import {
  applyEdits,
  createLineTable,
  type Finding,
  hideSecrets,
  type LineTable,
  type Subject,
} from '@sevenstep/findings'
import { changesBetween } from './changes-between.ts'
import type { ShownPlace } from './messages.ts'
import type { SecretIndex } from './secret-index.ts'

/** Places of one rule that are shown with their lines; the rest are listed. */
const framesPerRule = 3
const linesAround = 1
const longestMark = 6
const widestLine = 220
const mostMendedLines = 16

interface SourceText {
  readonly text: string
  readonly lines: LineTable
}

/** The text of a file of a subject, as it was read. */
export type TextOf = (file: string) => string | undefined

/**
 * The lines around the first places of each rule, with the mend on offer, by fingerprint. Secrets show as dots, wherever else
 * they stand too, and before lines are cut: a half of one is told as easily as the whole.
 */
export function shownPlaces(subject: Subject, textOf: TextOf, secrets: SecretIndex): ReadonlyMap<string, ShownPlace> {
  const isSecretFree = (text: string): boolean => !secrets.isIn(text)
  const sources = new Map<string, SourceText | undefined>()
  const counts = new Map<string, number>()
  const sourceOf = (file: string): SourceText | undefined => {
    if (!sources.has(file)) {
      const read = textOf(file)
      const text = read === undefined ? '' : secrets.replaceIn(hideSecrets(read, subject.findings, file), dots)
      sources.set(file, read === undefined ? undefined : { text, lines: createLineTable(text) })
    }
    return sources.get(file)
  }
  const shown = new Map<string, ShownPlace>()
  for (const finding of subject.findings) {
    const count = counts.get(finding.ruleId) ?? 0
    counts.set(finding.ruleId, count + 1)
    if (count >= framesPerRule) continue
    const source = sourceOf(finding.file)
    const frame = source === undefined ? undefined : frameOf(finding, source)
    if (frame === undefined || source === undefined) continue
    const mend = count === 0 ? mendOf(finding, source, isSecretFree) : undefined
    shown.set(finding.fingerprint, { ...frame, ...(mend !== undefined && { mend }) })
  }
  return shown
}

/** As many as there were signs, so that lines and columns stay where they are. */
function dots(secret: string): string {
  return secret.replace(/[^\r\n]/g, '•')
}

function frameOf({ range }: Finding, { text, lines }: SourceText): ShownPlace | undefined {
  if (range === undefined || range.start.line > lines.lineCount) return undefined
  const lastMarked = Math.min(range.end.line, range.start.line + longestMark - 1)
  const firstLine = Math.max(1, range.start.line - linesAround)
  const lastLine = Math.min(lines.lineCount, lastMarked + linesAround)
  const shown: string[] = []
  const marks: ShownPlace['marks'][number][] = []
  for (let line = firstLine; line <= lastLine; line++) {
    const whole = lineAt(text, lines, line)
    const isMarked = line >= range.start.line && line <= lastMarked
    const from = line === range.start.line ? range.start.column : whole.length - whole.trimStart().length + 1
    const to = line === range.end.line ? range.end.column : whole.length + 1
    const cut = isMarked ? Math.max(0, Math.min(from - 1 - 60, whole.length - widestLine)) : 0
    const lead = cut > 0 ? '…' : ''
    shown.push(lead + whole.slice(cut, cut + widestLine) + (whole.length > cut + widestLine ? '…' : ''))
    if (isMarked && to > from) marks.push({ line, from: from - cut + lead.length, to: to - cut + lead.length })
  }
  return { firstLine, lines: shown, marks }
}

function lineAt(text: string, lines: LineTable, line: number): string {
  const start = lines.offsetAt({ line, column: 1 })
  return text.slice(start, lines.offsetAt({ line, column: Number.MAX_SAFE_INTEGER }))
}

/** What the mend would write; nothing where it reaches into other files or would show a secret. */
function mendOf(
  { edits = [], mend, file }: Finding,
  { text, lines }: SourceText,
  isSecretFree: (text: string) => boolean,
): ShownPlace['mend'] {
  if (mend === undefined || edits.length === 0 || edits.some((edit) => edit.file !== file)) return undefined
  const from = { line: Math.min(...edits.map(({ range }) => range.start.line)), column: 1 }
  const to = { line: Math.max(...edits.map(({ range }) => range.end.line)), column: Number.MAX_SAFE_INTEGER }
  if (to.line - from.line > mostMendedLines || edits.some((edit) => !isSecretFree(edit.text))) return undefined
  const offset = lines.offsetAt(from)
  const before = text.slice(offset, lines.offsetAt(to))
  const moved = edits.map((edit) => ({ ...edit, start: edit.start - offset, end: edit.end - offset }))
  const changes = changesBetween(before, applyEdits(before, moved).text, { context: 0, firstLine: from.line })
  const fits = changes.length <= mostMendedLines && changes.every((change) => change.text.length <= widestLine)
  return fits && changes.length > 0 ? { kind: mend, changes } : undefined
}
