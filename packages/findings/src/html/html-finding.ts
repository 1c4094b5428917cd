import type { Finding, Location } from '../finding.ts'
import type { Subject } from '../report.ts'
import { pathOf, quantity } from '../report-wording.ts'
import { safeLink } from '../safe-link.ts'
import { codeFrame, type FrameSource } from '../text/code-frame.ts'
import type { FindingGroup } from '../text/group-findings.ts'
import { createTextStyle } from '../text/text-style.ts'
import { escapeHtml } from './escape-html.ts'

/** What printing one group of findings needs to know about its surroundings. */
export interface HtmlContext {
  readonly subject: Subject
  readonly sourceOf: (file: string) => FrameSource | undefined
}

const shownPerRule = 3
const frameColumns = 92
const labels = { error: 'error', warning: 'warning', info: 'note' } as const
/** Stand around marked and quiet parts until the text is escaped; frames hold no such characters themselves. */
const marker = { strong: '\u0001', dim: '\u0002', end: '\u0003' } as const
const frameStyle = {
  ...createTextStyle(false, true),
  strong: (text: string) => marker.strong + text + marker.end,
  dim: (text: string) => marker.dim + text + marker.end,
}

/** Prints the findings of one rule in one file as one card: three places in full, the rest folded. */
export function printHtmlGroup({ severity, ruleId, findings }: FindingGroup, context: HtmlContext): string {
  const parts = partsOf(findings)
  const cards = parts.map((part) => {
    const [first] = part
    if (first === undefined) return ''
    const rest = part.slice(shownPerRule)
    const shown = part
      .slice(0, shownPerRule)
      .map((finding) => placeOf(finding, context))
      .join('')
    return `<h4>${escapeHtml(first.message.what)}</h4>\n${shown}${moreOf(rest)}${adviceOf(first)}`
  })
  return `<article class="${severity}">
<p class="head"><span class="tag ${severity}">${labels[severity]}</span> <code>${escapeHtml(ruleId)}</code>${findings.length > 1 ? ` <span class="quiet">${findings.length} places</span>` : ''}</p>
${cards.join('')}</article>
`
}

/** Findings that say the same stand together under one sentence. */
function partsOf(findings: readonly Finding[]): Finding[][] {
  const parts = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = JSON.stringify([finding.message, finding.code, finding.documentation])
    const known = parts.get(key)
    if (known === undefined) parts.set(key, [finding])
    else known.push(finding)
  }
  return [...parts.values()]
}

function placeOf(finding: Finding, { subject, sourceOf }: HtmlContext): string {
  const { range, related } = finding
  const source = range === undefined ? undefined : sourceOf(finding.file)
  const frame = source === undefined || range === undefined ? [] : codeFrame(source, range, frameColumns, frameStyle)
  const code = frame.length === 0 ? '' : `<pre>${frame.map(toMarkup).join('\n')}</pre>\n`
  const others = (related ?? []).map(
    (other) => `<p class="place">${escapeHtml(other.note)} <code>${placeName(other, subject)}</code></p>\n`,
  )
  return `<p class="place">${ownPlace(finding)}</p>\n${code}${others.join('')}`
}

/** The place inside the file that the heading above already names. */
function ownPlace({ range, pointer }: Location): string {
  const where = range === undefined ? 'the whole file' : `line ${range.start.line}, column ${range.start.column}`
  return pointer === undefined || pointer === '' ? where : `${where} <code>${escapeHtml(pointer)}</code>`
}

function placeName({ file, range }: Location, subject: Subject): string {
  const path = pathOf(subject.path, file)
  return escapeHtml(range === undefined ? path : `${path}:${range.start.line}:${range.start.column}`)
}

function toMarkup(line: string): string {
  let markup = ''
  let plain = ''
  let closing = ''
  for (const character of line) {
    const opening = character === marker.strong ? '<b>' : character === marker.dim ? '<i>' : ''
    if (opening === '' && character !== marker.end) {
      plain += character
      continue
    }
    markup += escapeHtml(plain) + (opening === '' ? closing : opening)
    plain = ''
    closing = opening.replace('<', '</')
  }
  return markup + escapeHtml(plain)
}

function moreOf(rest: readonly Finding[]): string {
  if (rest.length === 0) return ''
  const items = rest.map((finding) => `<li>${ownPlace(finding)}</li>\n`)
  return `<details><summary>and ${quantity(rest.length, 'more place', 'more places')}</summary>\n<ul>\n${items.join('')}</ul></details>\n`
}

function adviceOf({ message, code, codeConfidence, documentation, mend, edits }: Finding): string {
  const isMendable = mend === 'automatic' && (edits?.length ?? 0) > 0
  const link = safeLink(documentation)
  const more = [
    ...(isMendable ? ['Can be mended automatically.'] : []),
    ...(code === undefined
      ? []
      : [`Microsoft's code: ${escapeHtml(code)}${codeConfidence === 'low' ? ' (uncertain)' : ''}.`]),
    ...(link === undefined ? [] : [`<a href="${escapeHtml(link)}">More about this rule</a>`]),
  ]
  const rows = [
    ...(message.why === '' ? [] : [`<dt>Why</dt><dd>${escapeHtml(message.why)}</dd>`]),
    ...(message.fix === '' ? [] : [`<dt>Fix</dt><dd>${escapeHtml(message.fix)}</dd>`]),
  ]
  return `<dl>\n${rows.join('\n')}\n</dl>\n${more.length === 0 ? '' : `<p class="quiet">${more.join(' ')}</p>\n`}`
}
