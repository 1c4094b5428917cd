import { alternativeInWords, countsInWords, freeStepsOf, scopeOf, sourcesOf, verdictNote } from './report-words.ts'
import type { TenantReport } from './tenant-report.ts'

const mostRows = 1000

/**
 * A report as one HTML page without scripts and without anything loaded from elsewhere, to be handed on or printed. All
 * foreign text is escaped.
 */
export function printReportHtml(report: TenantReport): string {
  const { flows, people, plan, products } = report
  const steps = freeStepsOf(plan)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(report.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(report.title)}</h1>
<p>${escaped(scopeOf(report))}</p>
<p class="counts">${escaped(countsInWords(report.counts))}</p>
${table(
  'Flows',
  ['Flow', 'Asks for', 'Covered', 'Gaps', 'To ask'],
  flows.map(({ flow, tier, because, covered, gap, ask }) => [flow, because ?? tier, covered, gap, ask]),
)}
${table(
  'Who is not covered',
  ['Person', 'Answer', 'Flows', 'Why'],
  people.map(({ who, state, flows: names, reason }) => [
    who,
    state,
    names.slice(0, 20).join(', ') + more(names),
    reason,
  ]),
)}
${table(
  'What the tenant holds',
  ['Product', 'Seats', 'Used', 'Status', 'Our label'],
  products.map(({ name, seats, used, status, licenceClass }) => [
    name,
    seats ?? '–',
    used ?? '–',
    status ?? '–',
    licenceClass,
  ]),
)}
${list('Without buying anything', steps)}
${list('What to buy: one of these', plan.alternatives.map(alternativeInWords))}
${list('Check before you buy', plan.checks)}
<footer>
<p>${escaped(verdictNote)}</p>
${sourcesOf(report)
  .map((line) => `<p>Products and plans by ${escaped(line)}</p>`)
  .join('\n')}
</footer>
</main>
</body>
</html>
`
}

type Cell = string | number

function table(title: string, head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  if (rows.length === 0) return ''
  const cells = (row: readonly Cell[], tag: 'td' | 'th scope="col"') =>
    row.map((cell) => `<${tag}>${escaped(String(cell))}</${tag.slice(0, 2)}>`).join('')
  const body = rows.slice(0, mostRows).map((row) => `<tr>${cells(row, 'td')}</tr>`)
  const rest = rows.length > mostRows ? `<p>And ${rows.length - mostRows} more rows, in the table (CSV).</p>` : ''
  return `<h2>${escaped(title)}</h2>
<div class="wide" role="region" aria-label="${escaped(title)}" tabindex="0"><table>
<thead><tr>${cells(head, 'th scope="col"')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table></div>${rest}`
}

function list(title: string, items: readonly string[]): string {
  if (items.length === 0) return ''
  const shown = items.slice(0, mostRows).map((item) => `<li>${escaped(item)}</li>`)
  return `<h2>${escaped(title)}</h2>\n<ul>\n${shown.join('\n')}\n</ul>`
}

function more(names: readonly string[]): string {
  return names.length > 20 ? ` and ${names.length - 20} more` : ''
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  // Controls would hide what stands there; marks of writing direction would turn it round.
  return text
    .replaceAll(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? '')
}

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { margin: 0 } main { max-width: 60rem; margin: 0 auto; padding: 1.5rem }
table { border-collapse: collapse; width: 100% } .wide { overflow-x: auto }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid color-mix(in srgb, currentColor 25%, transparent) }
.counts { font-weight: 600 } footer { margin-top: 2rem; font-size: .9rem }
@media print { main { max-width: none; padding: 0 } }
`
