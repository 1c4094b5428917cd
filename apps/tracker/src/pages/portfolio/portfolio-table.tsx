import { cellsOf, stepIds } from '@sevenstep/onboarding'
import type { PortfolioQuestion, PortfolioSort } from '../../reads/portfolio/portfolio-question.ts'
import type { PortfolioRow } from '../../reads/portfolio/read-portfolio-rows.ts'
import type { Texts } from '../../texts/index.ts'
import { BallMark } from '../components/guidance.tsx'
import { HealthPill } from '../components/pill.tsx'
import { StepStrip } from '../components/step-strip.tsx'
import { type Column, Table } from '../components/table.tsx'
import { Day } from '../components/times.tsx'
import { portfolioHref } from './portfolio-links.ts'

interface PortfolioTableProps {
  readonly rows: readonly PortfolioRow[]
  readonly question: PortfolioQuestion
  /** The clock of the request. */
  readonly now: string
  readonly texts: Texts
}

const dayMilliseconds = 86_400_000

/** The products of one page; a whole row opens the product. */
export function PortfolioTable({ rows, question, now, texts }: PortfolioTableProps) {
  const { columns, caption, ownerLeftOut } = texts.portfolio
  const sort = (key: PortfolioSort) => sortOf(key, question)
  return (
    <Table
      caption={caption}
      texts={texts}
      rows={rows}
      rowId={({ productId }) => productId}
      href={({ productId }) => `/products/${productId}`}
      under={({ productName }) => productName}
      foot={<p class="row-note">{ownerLeftOut}</p>}
      columns={[
        { key: 'name', header: columns.name, sort: sort('name'), cell: ({ isvName }) => isvName },
        {
          key: 'steps',
          header: columns.steps,
          sort: sort('steps'),
          cell: ({ cells }) => <Strip cells={cells} texts={texts} />,
        },
        {
          key: 'health',
          header: columns.health,
          sort: sort('health'),
          cell: ({ health }) => <HealthPill level={health} texts={texts} />,
        },
        {
          key: 'because',
          header: columns.because,
          sort: sort('because'),
          phone: 'fold-wide',
          cell: ({ because }) => <span class="because-cell">{because[texts.language]}</span>,
        },
        {
          key: 'ball',
          header: columns.ball,
          sort: sort('ball'),
          phone: 'fold',
          cell: ({ ball }) => <BallMark ball={ball} texts={texts} />,
        },
        ...figures(question, now, texts),
      ]}
    />
  )
}

/** The columns of days and people, which fold under the name on a phone. */
function figures(question: PortfolioQuestion, now: string, texts: Texts): Column<PortfolioRow>[] {
  const { columns, daysTitle, noOwner } = texts.portfolio
  return [
    {
      key: 'days',
      header: columns.days,
      sort: sortOf('days', question),
      align: 'end',
      phone: 'fold',
      cell: ({ stageSince }) => {
        const since = stageSince.toISOString()
        const days = Math.max(0, Math.floor((Date.parse(now) - stageSince.getTime()) / dayMilliseconds))
        return <span title={daysTitle(days, since)}>{texts.format.number(days)}</span>
      },
    },
    {
      key: 'due',
      header: columns.due,
      sort: sortOf('due', question),
      phone: 'fold',
      cell: ({ nextDue }) => (nextDue === null ? '–' : <Day day={nextDue} texts={texts} form="short" />),
    },
    {
      key: 'owner',
      header: columns.owner,
      sort: sortOf('owner', question),
      phone: 'fold',
      wideOnly: true,
      cell: ({ ownerName }) => (
        <span class="owner" title={ownerName ?? undefined}>
          {ownerName ?? noOwner}
        </span>
      ),
    },
  ]
}

function Strip({ cells, texts }: { readonly cells: string; readonly texts: Texts }) {
  const states = cellsOf(cells)
  return (
    <StepStrip
      size="small"
      texts={texts}
      steps={stepIds.map((step, index) => ({ step, cell: states[index] ?? 'not-started' }))}
    />
  )
}

/** A second click on the same column turns the order round; either way the list begins at its first page. */
function sortOf(key: PortfolioSort, question: PortfolioQuestion): NonNullable<Column<PortfolioRow>['sort']> {
  const isSorted = question.sort === key
  const { cursor: _, ...rest } = question
  return {
    href: portfolioHref({ ...rest, sort: key, descending: isSorted && !question.descending }),
    ...(isSorted && { direction: question.descending ? ('descending' as const) : ('ascending' as const) }),
  }
}
