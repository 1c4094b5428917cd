import { disarmCommands } from '../build-commands.ts'
import type { Finding } from '../finding.ts'
import type { Report, Subject } from '../report.ts'
import { handedOnInWords, notCheckedInWords, quantity, summaryOf, verdictNote } from '../report-wording.ts'
import { isAtLeast, type Severity } from '../severity.ts'
import { fitTo, toProse, wrapProse } from './display-text.ts'
import { groupFindings } from './group-findings.ts'
import { shownSources } from './shown-sources.ts'
import { printBrief, printGroup, printOneLine, type TextContext } from './text-finding.ts'
import { printNotes } from './text-notes.ts'
import { createTextStyle, type Verbosity } from './text-style.ts'

/** From more rules than this on, warnings are shortened: a person has to see at a glance what there is to do. */
const maxRulesInFull = 8
const briefNote = 'There are many, so warnings are short; --verbose says why for each and shows every place.'

/** How a report is printed for a terminal. */
export interface TextOptions {
  /** Colours and bold; off unless asked for. */
  readonly color?: boolean
  /** False keeps to ASCII signs. */
  readonly unicode?: boolean
  /** Gives the text of a file of a subject, for code frames; without it, or where it gives none, places are named only. */
  readonly sources?: (subject: Subject, file: string) => string | undefined
  /** Columns of the terminal; 80 unless given, never taken as fewer than 40. Prose keeps to 90. */
  readonly width?: number
  readonly verbosity?: Verbosity
  /** The mildest severity that is still printed when quiet; errors only unless given. */
  readonly quietFrom?: Severity
  /** Where a reader finds a rule explained; the finding's own documentation unless given. */
  readonly see?: (finding: Finding) => string | undefined
  /** What to tell a reader whose findings can be mended automatically. */
  readonly mendHint?: string
  /** True for what lies in an archive, where nothing is mended before it is unpacked; false for all unless given. */
  readonly isPacked?: (subject: Subject) => boolean
}

/**
 * Prints a report for a person at a terminal: per subject and file, what blocks first, each with its place in the
 * code, why it matters and what to do; a summary at the end. Text from checked files can steer neither the terminal
 * nor a build server that reads the log.
 */
export function printText(report: Report, options: TextOptions = {}): string {
  const verbosity = options.verbosity ?? 'normal'
  const style = createTextStyle(options.color ?? false, options.unicode ?? true)
  const columns = Math.max(options.width ?? 80, 40)
  const lines: string[] = []
  for (const subject of report.subjects) {
    const sourceOf = shownSources(subject, options.sources)
    const context: TextContext = {
      subject,
      style,
      columns,
      verbosity,
      sourceOf,
      see: options.see,
      isPacked: options.isPacked?.(subject) ?? false,
    }
    if (verbosity === 'quiet') append(lines, printQuiet(context, options.quietFrom ?? 'error'))
    else if (isTold(subject) || verbosity === 'verbose' || report.subjects.length === 1) {
      append(lines, printSubject(context))
      lines.push('')
    }
  }
  if (verbosity === 'quiet' && lines.length > 0) lines.push('')
  lines.push(...printSummary(report, options, columns))
  return `${disarmCommands(lines.join('\n'))}\n`
}

/** Of one that is clean among others only its count is told, unless it is so by what another shows. */
function isTold({ findings, handedOn = [] }: Subject): boolean {
  return findings.length + handedOn.length > 0
}

function printSubject(context: TextContext): string[] {
  const { subject, style, columns, verbosity } = context
  const about = [subject.kind, subject.profile, subject.target].map(toProse).filter((part) => part !== '')
  const lines = [style.bold(toProse(subject.path)), style.dim(about.join(` ${style.symbols.dot} `)), '']
  if (subject.findings.length === 0) lines.push(`${style.good(style.symbols.clean)} Nothing found.`)
  const folded = verbosity === 'verbose' ? [] : subject.findings.filter(({ severity }) => severity === 'info')
  const shown =
    verbosity === 'verbose' ? subject.findings : subject.findings.filter(({ severity }) => severity !== 'info')
  const files = groupFindings(shown)
  const rules = files.reduce((sum, { groups }) => sum + groups.length, 0)
  const isBrief = verbosity !== 'verbose' && rules > maxRulesInFull
  for (const { file, groups } of files) {
    const name = fitTo(toProse(file), columns - 8)
    lines.push(style.dim(`${style.symbols.rule.repeat(2)} `) + style.bold(name), '')
    for (const group of groups) {
      const isShort = isBrief && group.severity !== 'error'
      append(lines, isShort ? printBrief(group, context) : printGroup(group, context))
    }
  }
  if (isBrief && shown.some(({ severity }) => severity !== 'error')) lines.push(style.dim(briefNote), '')
  if (folded.length > 0) lines.push(...printNotes(folded, context), '')
  lines.push(...printHandedOn(context), ...printNotChecked(context))
  while (lines.at(-1) === '') lines.pop()
  return lines
}

/** Line by line: a call takes no more arguments than its stack holds, and a report has as many lines as it has. */
function append(lines: string[], more: readonly string[]): void {
  for (const line of more) lines.push(line)
}

function printQuiet(context: TextContext, from: Severity): string[] {
  return context.subject.findings
    .filter(({ severity }) => isAtLeast(severity, from))
    .map((finding) => printOneLine(finding, context))
}

function printHandedOn({ subject, style, columns }: TextContext): string[] {
  const entries = subject.handedOn ?? []
  if (entries.length === 0) return []
  const lines = entries.flatMap((entry) => wrapProse(handedOnInWords(entry), Math.min(columns, 90)))
  return [...lines.map((line) => style.dim(line)), '']
}

function printNotChecked({ subject, style, columns, verbosity }: TextContext): string[] {
  const entries = subject.notChecked ?? []
  if (entries.length === 0) return []
  const lines = [style.dim('Not checked')]
  for (const entry of entries) {
    const { rules } = entry
    const names = verbosity === 'verbose' ? rules.join(', ') : quantity(rules.length, 'rule', 'rules')
    const wrapped = wrapProse(
      `${notCheckedInWords(entry)}${rules.length > 0 ? ` (${names})` : ''}`,
      Math.min(columns, 90) - 4,
    )
    lines.push(...wrapped.map((line, index) => style.dim(`  ${index === 0 ? style.symbols.dot : ' '} ${line}`)))
  }
  return [...lines, '']
}

function printSummary(report: Report, options: TextOptions, columns: number): string[] {
  const style = createTextStyle(options.color ?? false, options.unicode ?? true)
  const { counts, subjects } = report
  const gravest: Severity | undefined = counts.error > 0 ? 'error' : counts.warning > 0 ? 'warning' : undefined
  const sign = gravest === undefined ? style.good(style.symbols.clean) : style.of(gravest)(style.symbols[gravest])
  const isEmpty = subjects.length === 0
  const lines = [isEmpty ? summaryOf(report) : `${sign} ${style.bold(summaryOf(report))}`]
  lines.push(...printMendable(subjects, options))
  const aside = subjects.flatMap((subject) => subject.setAside ?? [])
  const known = aside.filter(({ by }) => by === 'baseline').length
  const parts = [
    ...(aside.length > known ? [`${aside.length - known} suppressed`] : []),
    ...(known > 0 ? [`${known} known from the baseline`] : []),
  ]
  if (parts.length > 0) lines.push(style.dim(`  Not counted: ${parts.join(', ')}.`))
  if (!isEmpty) lines.push(...wrapProse(verdictNote, columns - 2).map((line) => style.dim(`  ${line}`)))
  return lines
}

/** How many findings a machine mends, apart from those it only reaches once an archive is unpacked. */
function printMendable(subjects: readonly Subject[], { mendHint, isPacked }: TextOptions): string[] {
  const hint = mendHint ?? 'run again with --fix'
  let here = 0
  let packed = 0
  for (const subject of subjects) {
    const count = subject.findings.filter(
      ({ mend, edits, severity }) => mend === 'automatic' && severity !== 'info' && (edits?.length ?? 0) > 0,
    ).length
    if (isPacked?.(subject) === true) packed += count
    else here += count
  }
  if (here === 0 && packed === 0) return []
  if (here === 0) return [`  ${packed} of them can be mended automatically: unpack the archive, then ${hint}.`]
  return [
    `  ${here} of them can be mended automatically: ${hint}.`,
    ...(packed === 0
      ? []
      : [`  ${packed} more can once ${packed === 1 ? 'its archive is' : 'their archives are'} unpacked.`]),
  ]
}
