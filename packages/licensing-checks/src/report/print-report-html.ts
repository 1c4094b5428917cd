import type { PlanAlternative, PurchasePlan } from '../plan/purchase-plan.ts'
import { reportStyle } from './report-style.ts'
import {
  alternativeNames,
  alternativeProducts,
  askedInWords,
  freeInWords,
  freeStepsOf,
  priceInWords,
  scopeOf,
  seatsInWords,
  someOf,
  sourcesOf,
  verdictNote,
} from './report-words.ts'
import type { PersonStanding, TenantReport } from './tenant-report.ts'

const mostRows = 1000
/** Of the flows of a person, and of those for whom something is bought. */
const mostFlows = 6
const mostBuyers = 8

/**
 * A report as one HTML page without scripts and without anything loaded from elsewhere, to be handed on or printed. All
 * foreign text is escaped.
 */
export function printReportHtml(report: TenantReport): string {
  const { plan } = report
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(report.title)}</title>
<style>${reportStyle}</style>
</head>
<body>
<main>
<header>
<h1>${escaped(report.title)}</h1>
<p>${escaped(scopeOf(report))}</p>
${figures(report)}
</header>
${list('Without buying anything', freeStepsOf(plan))}
${waysToBuy(plan)}
${list('Check before you buy', plan.checks)}
${peopleTable(report.people)}
${flowsTable(report)}
${productsTable(report)}
${list('Not judged', report.notJudged)}
${rulesTable(report)}
<footer>
<p>${escaped(verdictNote)}</p>
${sourcesOf(report)
  .map((line) => `<p class="quiet">Products and plans by ${escaped(line)}</p>`)
  .join('\n')}
</footer>
</main>
</body>
</html>
`
}

function figures(report: TenantReport): string {
  const { covered, gap, ask } = report.counts
  const figure = (name: string, count: number, title: string, said: string) =>
    `<div class="${name}"><dt><strong>${count}</strong>${title}</dt><dd class="quiet">${said}</dd></div>`
  return `<dl class="figures">
${figure('fine', covered, 'covered', 'Somebody and a flow, with a licence that is enough.')}
${figure('gap', gap, gap === 1 ? 'gap' : 'gaps', 'No licence of theirs is enough for the flow.')}
${figure('ask', ask, 'to ask', askedInWords(report))}
</dl>`
}

function waysToBuy({ alternatives }: PurchasePlan): string {
  if (alternatives.length === 0) return ''
  const title = alternatives.length === 1 ? 'What to buy' : 'What to buy: one of these'
  return `<h2>${title}</h2>\n<div class="ways">\n${alternatives.map(wayToBuy).join('\n')}\n</div>`
}

function wayToBuy(way: PlanAlternative): string {
  const price =
    way.total === undefined ? '' : `<p><strong>${escaped(priceInWords(way.total))}</strong> a billing period</p>`
  const free = way.alsoFree.length === 0 ? '' : `<p class="quiet">And ${escaped(freeInWords(way.alsoFree))}</p>`
  const held = way.seatsLeft === 0 ? '' : `<p class="quiet">${escaped(seatsInWords(way.seatsLeft))}</p>`
  const products = alternativeProducts(way).map(({ count, name, whom }) => {
    return `<li>${count} × ${escaped(name)}<br><span class="quiet">for ${escaped(someOf(whom, mostBuyers))}</span></li>`
  })
  return `<section><h3>${escaped(alternativeNames[way.id])}</h3>${price}<ul>${products.join('')}</ul>${held}${free}</section>`
}

function peopleTable(people: readonly PersonStanding[]): string {
  const title = people.some(({ state }) => state === 'ask')
    ? 'Who is not covered, or not known to be'
    : 'Who is not covered'
  const columns = [{ name: 'Person' }, { name: 'Answer' }, { name: 'Flows' }, { name: 'Why' }]
  return table(
    title,
    columns,
    people.map(({ who, state, flows, reason }) => [
      who,
      { text: state === 'gap' ? 'gap' : 'to ask', className: `state-${state}` },
      someOf(flows, mostFlows),
      reason,
    ]),
  )
}

function flowsTable({ flows }: TenantReport): string {
  const columns = [
    { name: 'Flow' },
    { name: 'Asks for (connector and its tier)' },
    { name: 'Covered', isNumber: true },
    { name: 'Gaps', isNumber: true },
    { name: 'To ask', isNumber: true },
  ]
  return table(
    'Flows',
    columns,
    flows.map(({ flow, tier, because, covered, gap, ask }) => [
      flow,
      because ?? `${tier} connectors`,
      covered,
      gap,
      ask,
    ]),
  )
}

function productsTable({ products }: TenantReport): string {
  const columns = [
    { name: 'Product' },
    { name: 'Seats', isNumber: true },
    { name: 'Used', isNumber: true },
    { name: 'Status' },
    { name: 'Our label' },
  ]
  return table(
    'What the tenant holds',
    columns,
    products.map(({ name, seats, used, status, licenceClass }) => [
      name,
      seats ?? '–',
      used ?? '–',
      status ?? '–',
      licenceClass,
    ]),
  )
}

function rulesTable({ rules }: TenantReport): string {
  const columns = [{ name: 'Rule' }, { name: 'Answers', isNumber: true }, { name: 'How sure' }, { name: 'Source' }]
  return table(
    'What the answers rest on',
    columns,
    rules.map(({ says, answers, confidence, sources }) => [
      says,
      answers,
      confidence === 'low' ? 'low: at second hand, or our inference' : 'documented',
      sources.map(({ title, seen, address }) => `${title}, seen ${seen}: ${address}`).join('; '),
    ]),
  )
}

interface Column {
  readonly name: string
  readonly isNumber?: boolean
}

type Cell = string | number | { readonly text: string; readonly className: string }

/** A table that a narrow screen shows as one card to a row, each value with the name of its column. */
function table(title: string, columns: readonly Column[], rows: readonly (readonly Cell[])[]): string {
  if (rows.length === 0) return ''
  const head = columns.map(
    ({ name, isNumber }) => `<th scope="col"${isNumber === true ? ' class="number"' : ''}>${escaped(name)}</th>`,
  )
  const body = rows
    .slice(0, mostRows)
    .map((row) => `<tr>${row.map((cell, at) => cellOf(cell, columns[at])).join('')}</tr>`)
  const rest = rows.length > mostRows ? `<p>And ${rows.length - mostRows} more rows, in the table (CSV).</p>` : ''
  return `<h2>${escaped(title)}</h2>
<table>
<thead><tr>${head.join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table>${rest}`
}

function cellOf(cell: Cell, { name, isNumber }: Column = { name: '' }): string {
  const { text, className } =
    typeof cell === 'object' ? cell : { text: String(cell), className: isNumber === true ? 'number' : '' }
  const classes = className === '' ? '' : ` class="${className}"`
  return `<td data-label="${escaped(name)}"${classes}>${escaped(text)}</td>`
}

function list(title: string, items: readonly string[]): string {
  if (items.length === 0) return ''
  const shown = items.slice(0, mostRows).map((item) => `<li>${escaped(item)}</li>`)
  const rest = items.length > mostRows ? `<li>And ${items.length - mostRows} more.</li>` : ''
  return `<h2>${escaped(title)}</h2>\n<ul>\n${shown.join('\n')}${rest}\n</ul>`
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
