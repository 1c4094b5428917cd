import type { Finding, Location } from '../finding.ts'
import type { Subject } from '../report.ts'
import { pathOf, quantity } from '../report-wording.ts'
import type { Severity } from '../severity.ts'
import { codeFrame, type FrameSource } from './code-frame.ts'
import { displayWidth, toProse, wrapProse } from './display-text.ts'
import type { FindingGroup } from './group-findings.ts'
import type { TextStyle, Verbosity } from './text-style.ts'

/** What printing one finding needs to know about its surroundings. */
export interface TextContext {
  readonly subject: Subject
  readonly style: TextStyle
  readonly columns: number
  readonly verbosity: Verbosity
  readonly sourceOf: (file: string) => FrameSource | undefined
  /** Where a rule is explained, where the caller knows better than the finding. */
  readonly see: ((finding: Finding) => string | undefined) | undefined
  /** Whether it lies in an archive, where nothing is mended. */
  readonly isPacked: boolean
}

/** Findings of one rule in one file that are shown in full before the rest is only counted. */
const shownPerRule: Readonly<Record<Severity, number>> = { error: 3, warning: 1, info: 1 }
const shownRelated = 3
const proseColumns = 90
const labels = { error: 'error', warning: 'warning', info: 'note' } as const

/** Prints the findings of one rule in one file: the first in full, the rest as a list of lines. */
export function printGroup({ findings, severity }: FindingGroup, context: TextContext): string[] {
  const most = context.verbosity === 'verbose' ? findings.length : shownPerRule[severity]
  const isFolded = findings.length > most
  const shown = findings.slice(0, most)
  const lines: string[] = []
  for (const [index, finding] of shown.entries()) {
    const isRepeated = finding.message.what === shown[index - 1]?.message.what
    lines.push(...(isRepeated ? [] : printHead(finding, context)), ...printPlace(finding, context))
    const next = shown[index + 1]
    if (next === undefined && isFolded) lines.push(...printMore(finding, findings.slice(most), context))
    if (next === undefined || !isSameAdvice(finding, next)) lines.push('', ...printAdvice(finding, context))
    const isListed = next?.message.what === finding.message.what && context.sourceOf(finding.file) === undefined
    if (!isListed) lines.push('')
  }
  return lines
}

/** Prints the findings of one rule in one file as short as can be: the first place, the lines of the others, what to do. */
export function printBrief({ findings }: FindingGroup, context: TextContext): string[] {
  const [first, ...others] = findings
  if (first === undefined) return []
  const { style, subject } = context
  return [
    ...printHead(first, context),
    `  ${style.link(placeOf(first, subject))}`,
    ...(others.length > 0 ? printMore(first, others, context) : []),
    ...printFix(first, context),
    style.dim(`  rule ${ruleNameOf(first, context)}`),
    '',
  ]
}

/** `path:line:column  error  What is wrong.  rule-id`. */
export function printOneLine(finding: Finding, { subject, style }: TextContext): string {
  const label = style.of(finding.severity)(labels[finding.severity])
  return `${placeOf(finding, subject)}  ${label}  ${toProse(finding.message.what)}  ${style.dim(toProse(finding.ruleId))}`
}

/** `path:line:column`, in the form that terminals and editors turn into a link. */
function placeOf({ file, range }: Location, subject: Pick<Subject, 'path'>): string {
  const path = toProse(pathOf(subject.path, file))
  return range === undefined ? path : `${path}:${range.start.line}:${range.start.column}`
}

function printHead(finding: Finding, { style, columns }: TextContext): string[] {
  const paint = style.of(finding.severity)
  const label = `${style.symbols[finding.severity]} ${labels[finding.severity]}`
  const indent = displayWidth(label) + 2
  const [first = '', ...others] = wrapProse(finding.message.what, Math.min(columns, proseColumns) - indent)
  return [`${paint(label)}  ${style.bold(first)}`, ...others.map((line) => ' '.repeat(indent) + style.bold(line))]
}

function printPlace(finding: Finding, context: TextContext): string[] {
  const { subject, style, columns } = context
  const { range, related } = finding
  const lines = [`  ${style.link(placeOf(finding, subject))}`]
  const source = range === undefined ? undefined : context.sourceOf(finding.file)
  if (source !== undefined && range !== undefined) {
    lines.push(...codeFrame(source, range, columns, { ...style, strong: style.of(finding.severity) }))
  }
  for (const other of related?.slice(0, shownRelated) ?? []) {
    lines.push(...printLabelled('also', other.note, context), `       ${style.link(placeOf(other, subject))}`)
  }
  return lines
}

/** The places that are not shown: apart from those that the sentence above them holds for, those of others of the rule. */
function printMore({ message }: Finding, rest: readonly Finding[], context: TextContext): string[] {
  const same = rest.filter((one) => one.message.what === message.what)
  const others = rest.filter((one) => one.message.what !== message.what)
  return [
    ...(same.length > 0 ? [placesInWords(same, quantity(same.length, 'more place', 'more places'), context)] : []),
    ...(others.length > 0 ? [placesInWords(others, `${others.length} more of the same rule`, context)] : []),
  ]
}

function placesInWords(findings: readonly Finding[], count: string, { columns, style }: TextContext): string {
  const numbers = [...new Set(findings.flatMap(({ range }) => (range === undefined ? [] : [range.start.line])))]
  const budget = Math.min(columns, proseColumns) - 36
  let list = ''
  for (const number of numbers) {
    const longer = list === '' ? `line ${number}` : `${list}, ${number}`
    if (longer.length > budget) {
      list += ', …'
      break
    }
    list = longer
  }
  return `  ${style.bold(`and ${count}${list === '' ? '' : `: ${list}`}`)}`
}

function printAdvice(finding: Finding, context: TextContext): string[] {
  const { style } = context
  const { why } = finding.message
  const lines = [...(why.trim() === '' ? [] : printLabelled('why', why, context)), ...printFix(finding, context)]
  lines.push(style.dim(`  rule ${ruleNameOf(finding, context)}`))
  const see = context.see?.(finding) ?? finding.documentation
  if (see !== undefined) lines.push(style.dim(`  see  ${toProse(see)}`))
  return lines
}

function printFix({ message: { fix }, mend, edits }: Finding, context: TextContext): string[] {
  if (fix.trim() === '') return []
  const isMendable = mend === 'automatic' && (edits?.length ?? 0) > 0
  return printLabelled(
    'fix',
    isMendable ? `${fix} (can be mended automatically${context.isPacked ? ' once it is unpacked' : ''})` : fix,
    context,
  )
}

function ruleNameOf({ ruleId, code, codeConfidence }: Finding, { style }: TextContext): string {
  const codes = code === undefined ? [] : [`Microsoft's ${code}${codeConfidence === 'low' ? ' (uncertain)' : ''}`]
  return [ruleId, ...codes].map(toProse).join(` ${style.symbols.dot} `)
}

function printLabelled(label: string, text: string, { style, columns }: TextContext): string[] {
  const lines = wrapProse(text, Math.min(columns, proseColumns) - 7)
  return lines.map((line, index) => `  ${index === 0 ? style.dim(label.padEnd(4)) : '    '} ${line}`)
}

function isSameAdvice(left: Finding, right: Finding): boolean {
  return (
    left.message.why === right.message.why &&
    left.message.fix === right.message.fix &&
    left.code === right.code &&
    left.documentation === right.documentation &&
    left.mend === right.mend
  )
}
