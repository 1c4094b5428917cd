import type { Report, Subject } from '../report.ts'
import {
  countsInWords,
  handedOnInWords,
  headlineOf,
  isClean,
  notCheckedInWords,
  quantity,
  summaryOf,
  verdictNote,
} from '../report-wording.ts'
import { groupFindings } from '../text/group-findings.ts'
import { shownSources } from '../text/shown-sources.ts'
import { escapeHtml } from './escape-html.ts'
import { printHtmlDrawings, type ReportDrawing } from './html-drawings.ts'
import { printHtmlGroup } from './html-finding.ts'
import { htmlStyle } from './html-style.ts'

/** How a report is printed as a page. */
export interface HtmlOptions {
  /** Gives the text of a file of a subject, for code frames; without it places are named only. */
  readonly sources?: (subject: Subject, file: string) => string | undefined
  /** Pictures of a subject, shown folded below its findings. */
  readonly drawings?: (subject: Subject) => readonly ReportDrawing[]
  /** Day of the report in words or as `YYYY-MM-DD`, printed as given. */
  readonly date?: string
}

/**
 * Prints a report as one self-contained page: no script, nothing loaded from elsewhere, forbidden even to try. It
 * follows the reader's light or dark setting and can be printed. All foreign text is escaped.
 */
export function printHtml(report: Report, options: HtmlOptions = {}): string {
  const headline = headlineOf(report)
  const { name, version } = report.ruleSet
  const made = [`Rules: ${name} ${version}`, ...(options.date === undefined ? [] : [options.date])]
    .map(escapeHtml)
    .join(' · ')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(headline)}</title>
<style>${htmlStyle}</style>
</head>
<body>
<header>
<h1>${escapeHtml(headline)}.</h1>
<p class="summary">${escapeHtml(summaryOf(report))}. <span class="quiet">${verdictNote}</span></p>
</header>
<main>
${report.subjects.length > 1 ? overviewOf(report.subjects) : ''}${report.subjects.map((subject, index) => sectionOf(subject, index, options)).join('')}</main>
<footer class="quiet">${made}</footer>
</body>
</html>
`
}

function overviewOf(subjects: readonly Subject[]): string {
  const rows = subjects.map((subject, index) => {
    const path = escapeHtml(subject.path)
    const name = hasSection(subject) ? `<a href="#subject-${index + 1}">${path}</a>` : path
    const { error, warning, info } = subject.counts
    return `<tr><td>${name}</td><td>${stateOf(subject)}</td><td class="n">${error}</td><td class="n">${warning}</td><td class="n">${info}</td></tr>\n`
  })
  return `<div class="scroll"><table>
<thead><tr><th>What was checked</th><th>State</th><th class="n">Errors</th><th class="n">Warnings</th><th class="n">Notes</th></tr></thead>
<tbody>
${rows.join('')}</tbody>
</table></div>
`
}

function stateOf(subject: Subject): string {
  if (subject.counts.error > 0) return '<span class="tag error">! not yet</span>'
  return isClean(subject) ? '<span class="tag good">✓ clean</span>' : '<span class="tag warning">✓ with warnings</span>'
}

/** A subject about which nothing more is to be said than its line in the overview gets no section of its own. */
function hasSection({ findings, notChecked, handedOn, setAside }: Subject): boolean {
  return findings.length + (notChecked?.length ?? 0) + (handedOn?.length ?? 0) + (setAside?.length ?? 0) > 0
}

function sectionOf(subject: Subject, index: number, options: HtmlOptions): string {
  const notChecked = notCheckedOf(subject)
  const drawings = printHtmlDrawings(options.drawings?.(subject) ?? [])
  if (!hasSection(subject) && drawings === '') return ''
  const sourceOf = shownSources(subject, options.sources)
  const about = [subject.kind, subject.profile, subject.target].filter((part) => part !== '').map(escapeHtml)
  const isNote = ({ severity }: { readonly severity: string }): boolean => severity === 'info'
  const files = groupFindings(subject.findings.filter((finding) => !isNote(finding)))
  const notes = groupFindings(subject.findings.filter(isNote))
  const print = (groups: typeof files): string =>
    groups
      .map(
        ({ file, groups: own }) =>
          `<h3>${escapeHtml(file)}</h3>\n${own.map((group) => printHtmlGroup(group, { subject, sourceOf })).join('')}`,
      )
      .join('')
  const noteCount = quantity(subject.counts.info, 'note', 'notes')
  const folded =
    notes.length === 0 ? '' : `<details class="notes"><summary>${noteCount}</summary>\n${print(notes)}</details>\n`
  return `<section id="subject-${index + 1}">
<h2>${escapeHtml(subject.path)} ${stateOf(subject)}</h2>
<p class="quiet">${[...about, escapeHtml(countsInWords(subject.counts))].join(' · ')}</p>
${print(files)}${folded}${handedOnOf(subject)}${notChecked}${drawings}${setAsideOf(subject)}</section>
`
}

function handedOnOf({ handedOn = [] }: Subject): string {
  return handedOn.map((entry) => `<p class="quiet">${escapeHtml(handedOnInWords(entry))}</p>\n`).join('')
}

function notCheckedOf({ notChecked }: Subject): string {
  if (notChecked === undefined || notChecked.length === 0) return ''
  const items = notChecked.map((entry) => {
    const { rules } = entry
    const names = rules.length === 0 ? '' : ` <span class="quiet">${rules.map(escapeHtml).join(', ')}</span>`
    return `<li>${escapeHtml(notCheckedInWords(entry))}${names}</li>\n`
  })
  return `<h3>Not checked</h3>\n<ul>\n${items.join('')}</ul>\n`
}

function setAsideOf({ setAside }: Subject): string {
  if (setAside === undefined || setAside.length === 0) return ''
  const items = setAside.map(({ finding, reason }) => {
    return `<li>${escapeHtml(finding.message.what)} <span class="quiet">${escapeHtml(finding.ruleId)}: ${escapeHtml(reason)}</span></li>\n`
  })
  return `<details class="notes"><summary>${setAside.length} not counted</summary>\n<ul>\n${items.join('')}</ul></details>\n`
}
