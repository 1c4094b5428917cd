import type { Finding } from './finding.ts'
import type { Report, Subject } from './report.ts'
import {
  countOf,
  handedOnInWords,
  headlineOf,
  notCheckedInWords,
  quantity,
  summaryOf,
  verdictNote,
} from './report-wording.ts'
import { safeLink } from './safe-link.ts'
import { type Severity, severities } from './severity.ts'
import { neutralise } from './text/display-text.ts'

/** How a report is printed as Markdown. */
export interface MarkdownOptions {
  /** Most characters the text may have; GitHub's limit for a comment, 65,536, unless given. Never below 2,000. */
  readonly maxLength?: number
}

/** A table row with the subject and severity it belongs to. */
interface Row {
  readonly subject: number
  readonly severity: Severity
  readonly text: string
}

const labels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }
const longestText = 400
const head = '| | Where | What to know | Rule |\n|---|---|---|---|\n'

/**
 * Prints a report for a comment on a pull request: the answer as a heading, a table per subject, warnings and notes
 * folded away. When it would grow longer than a comment may be, the gravest findings of all subjects stay and a
 * sentence says how many are left out. Text from checked files cannot become markup, mentions or links.
 */
export function printMarkdown(report: Report, options: MarkdownOptions = {}): string {
  const limit = Math.max(options.maxLength ?? 65_536, 2_000)
  const top = `## ${headlineOf(report)}\n\n${summaryOf(report)}.\n`
  const bottom = `\n${verdictNote} Rules: ${escapeText(`${report.ruleSet.name} ${report.ruleSet.version}`, 100)}.\n`
  const rows = rowsOf(report)
  const shown = fitRows(rows, report, limit - top.length - bottom.length - 300)
  const sections = report.subjects.map((subject, index) =>
    sectionOf(
      subject,
      shown.filter((row) => row.subject === index),
    ),
  )
  const missing = rows.length - shown.length
  const cut =
    missing === 0
      ? ''
      : `\n**Shown are ${shown.length} of ${quantity(rows.length, 'finding', 'findings')}, the gravest first**: a comment holds no more. The check's own output has them all.\n`
  return top + sections.join('') + cut + bottom
}

function rowsOf({ subjects }: Report): Row[] {
  return severities.flatMap((severity) =>
    subjects.flatMap((subject, index) =>
      subject.findings
        .filter((finding) => finding.severity === severity)
        .map((finding) => ({ subject: index, severity, text: rowOf(finding) })),
    ),
  )
}

/** The first rows that fit, with what their sections cost. */
function fitRows(rows: readonly Row[], { subjects }: Report, budget: number): Row[] {
  const fitting: Row[] = []
  const opened = new Set<string>()
  let length = 0
  for (const row of rows) {
    const section = `${row.subject} ${row.severity}`
    const subject = subjects[row.subject]
    const title = subject === undefined ? 0 : titleOf(subject).length + notesOf(subject).length
    length += row.text.length + (opened.has(section) ? 0 : title + head.length + 80)
    if (length > budget) break
    opened.add(section)
    fitting.push(row)
  }
  return fitting
}

function sectionOf(subject: Subject, rows: readonly Row[]): string {
  if (rows.length === 0) return ''
  const tables = severities.map((severity) => {
    const own = rows.filter((row) => row.severity === severity)
    if (own.length === 0) return ''
    const table = head + own.map(({ text }) => text).join('')
    if (severity === 'error') return `\n${table}`
    return `\n<details><summary>${countOf(severity, subject.counts[severity])}</summary>\n\n${table}\n</details>\n`
  })
  return titleOf(subject) + tables.join('') + notesOf(subject)
}

function titleOf({ path, kind, profile }: Subject): string {
  return `\n### ${escapeText(path, 200) || 'Subject'}\n\n${escapeText([kind, profile].join(', '), 200)}\n`
}

function notesOf(subject: Subject): string {
  const known = (subject.handedOn ?? []).slice(0, 5).map((one) => escapeText(handedOnInWords(one), 250))
  return (known.length === 0 ? '' : `\n${known.join(' ')}\n`) + notCheckedOf(subject)
}

function notCheckedOf({ notChecked }: Subject): string {
  if (notChecked === undefined || notChecked.length === 0) return ''
  const items = notChecked
    .slice(0, 5)
    .map((entry) => `${escapeText(notCheckedInWords(entry), 250)} (${quantity(entry.rules.length, 'rule', 'rules')})`)
  return `\nNot checked: ${items.join(' ')}\n`
}

function rowOf(finding: Finding): string {
  const { severity, message, ruleId, documentation, range, file } = finding
  const place = range === undefined ? '' : `:${range.start.line}:${range.start.column}`
  const link = safeLink(documentation)
  const rule =
    link === undefined ? escapeText(ruleId, 100) : `<a href="${escapeHtml(link)}">${escapeText(ruleId, 100)}</a>`
  const path = `<code>${escapeText(file, 200)}${place}</code>`
  const texts = [
    `<b>${escapeText(message.what, longestText)}</b>`,
    escapeText(message.why, longestText),
    escapeText(message.fix, longestText),
  ]
  return `| ${labels[severity]} | ${path} | ${texts.filter((text) => text !== '').join('<br>')} | ${rule} |\n`
}

/** Whatever Markdown, HTML or GitHub gives a meaning: markup, addresses, mentions, issue numbers, emoji, list and heading starts. */
const active = /^[-+=#\d]|[&<>"`*_[\]|~\\$^{}]|:(?=\/\/)|(?<=www)\.|[@#](?=\w)|(?<=\bgh)-(?=\d)|:(?=[\w+-]+:)/gi
const isReference = (found: string, at: number, next: string): boolean =>
  found === '@' || found === '#' || (found === '-' && at > 0) || (found === ':' && next !== '/')
const entity = (character: string): string => `&#${character.codePointAt(0) ?? 0};`

/** Foreign text as Markdown that shows it and does nothing: no markup, mention, reference, formula or link. */
function escapeText(text: string, longest: number): string {
  const line = neutralise(
    text
      .slice(0, longest)
      .replace(/[\s\u0085]+/g, ' ')
      .trim(),
  )
  const escaped = line.replace(active, (found, at: number) =>
    isReference(found, at, line[at + 1] ?? '') ? `${found}<!-- -->` : entity(found),
  )
  return text.length > longest ? `${escaped}…` : escaped
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"'|]/g, entity)
}
