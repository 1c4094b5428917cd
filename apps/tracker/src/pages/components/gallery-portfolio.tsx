import type { Ball, HealthLevel, StripCell } from '@sevenstep/onboarding'
import type { Texts } from '../../texts/index.ts'
import { Button, LinkButton } from './button.tsx'
import { Card } from './card.tsx'
import { BallMark } from './guidance.tsx'
import { FilterChips, Pager } from './links.tsx'
import { BarList } from './lists.tsx'
import { Headline } from './page.tsx'
import { HealthPill } from './pill.tsx'
import { StepStrip, type StripStep } from './step-strip.tsx'
import { type Column, Table } from './table.tsx'
import { Day } from './times.tsx'

/** A strip with a cell of most kinds. */
export const sampleStrip: readonly StripStep[] = [
  { step: 1, cell: 'proved', detail: '14 of 14', href: '#1' },
  { step: 2, cell: 'failing', state: '2 failing', detail: '9 of 11', href: '#2', current: true },
  { step: 3, cell: 'waiting', state: 'Waits on step 2', detail: '0 of 8', href: '#3' },
  { step: 4, cell: 'not-started', detail: '0 of 9', href: '#4' },
  { step: 5, cell: 'not-needed', detail: 'you deploy nothing' },
  { step: 6, cell: 'in-review', detail: '6 of 7', href: '#6' },
  { step: 7, cell: 'needs-answer', detail: 'do you want to be listed?', href: '#7' },
]

interface SampleRow {
  readonly isv: string
  readonly product: string
  readonly cells: string
  readonly health: HealthLevel
  readonly because: string
  readonly ball: Ball
  readonly days: number
  readonly due: string
}

const kinds: Readonly<Record<string, StripCell>> = {
  p: 'proved',
  f: 'failing',
  w: 'waiting',
  r: 'in-review',
  '.': 'not-started',
  n: 'not-needed',
  q: 'needs-answer',
}

const rows: readonly SampleRow[] = (
  [
    [
      'Contoso Fleet',
      'Fleet Connect',
      'pfw.nn.',
      'stuck',
      'Certification returned twice: schema missing',
      'isv',
      31,
      '2026-11-24',
    ],
    ['Proseware HR', 'PeopleSync', 'f..nnn.', 'overdue', 'Redirect address uses http', 'isv', 44, '2026-11-02'],
    [
      'Adatum Billing',
      'Ledger Bridge',
      'pw.n.qw',
      'at-risk',
      'Customers without licences: answer missing',
      'isv',
      18,
      '2026-12-03',
    ],
    [
      'Fabrikam Health',
      'CarePath',
      'ppppwr.',
      'on-track',
      'Preview window closes in 2 days',
      'microsoft',
      4,
      '2026-11-22',
    ],
    ['Tailspin Retail', 'Shelf', 'pppnnpp', 'ready', 'All required steps proved 19 Nov', 'nobody', 0, '2026-12-12'],
    ['Wingtip Toys', 'Playlist', '....nn.', 'new', 'Goals answered today', 'isv', 0, '2027-01-12'],
  ] as const
).map(([isv, product, cells, health, because, ball, days, due]) => ({
  isv,
  product,
  cells,
  health,
  because,
  ball,
  days,
  due,
}))

/** The portfolio of the pictures. */
export function GalleryPortfolio({ texts }: { readonly texts: Texts }) {
  const columns: readonly Column<SampleRow>[] = [
    { key: 'isv', header: 'ISV and product', cell: ({ isv }) => isv },
    {
      key: 'steps',
      header: 'Steps 1–7',
      cell: ({ cells }) => <StepStrip size="small" texts={texts} steps={strip(cells)} />,
    },
    {
      key: 'health',
      header: 'Health',
      cell: ({ health }) => <HealthPill level={health} texts={texts} />,
      sort: { href: '#health', direction: 'descending' },
    },
    { key: 'because', header: 'Because', cell: ({ because }) => because, phone: 'fold-wide' },
    { key: 'ball', header: 'Ball', cell: ({ ball }) => <BallMark ball={ball} texts={texts} />, phone: 'fold' },
    { key: 'days', header: 'Days', cell: ({ days }) => days, align: 'end', phone: 'fold', sort: { href: '#days' } },
    { key: 'due', header: 'Due', cell: ({ due }) => <Day day={due} form="short" texts={texts} />, phone: 'fold' },
  ]
  return (
    <section aria-label="Portfolio">
      <Headline
        title="9 products need you"
        sub="42 ISVs · 57 products"
        actions={
          <>
            <LinkButton href="#csv">Export CSV</LinkButton>
            <Button kind="primary">Invite an ISV</Button>
          </>
        }
      />
      <FilterChips
        label="Views"
        texts={texts}
        links={[
          { href: '#mine', label: 'Needs me', count: 9, current: true },
          { href: '#stuck', label: 'Stuck or overdue', count: 6 },
          { href: '#all', label: 'All', count: 57 },
        ]}
      />
      <div class="columns mt-4">
        <div>
          <Table
            caption="Products by health"
            texts={texts}
            columns={columns}
            rows={rows}
            href={({ product }) => `#${product}`}
            under={({ product }) => product}
          />
          <Pager from={1} to={6} total={1057} texts={texts} nextHref="#next" />
        </div>
        <Card title="Most products stop at Templates">
          <p class="quiet small mb-3">Proved, of those for whom the step applies</p>
          <BarList
            label="Proved by step"
            texts={texts}
            bars={[
              { name: texts.shared.steps[1], done: 41, total: 52 },
              { name: texts.shared.steps[2], done: 33, total: 40 },
              { name: texts.shared.steps[3], done: 12, total: 21 },
              { name: texts.shared.steps[4], done: 19, total: 38 },
              { name: texts.shared.steps[5], done: 8, total: 17 },
              { name: texts.shared.steps[6], done: 22, total: 29 },
              { name: texts.shared.steps[7], done: 9, total: 46 },
            ]}
          />
        </Card>
      </div>
    </section>
  )
}

function strip(cells: string): readonly StripStep[] {
  return ([1, 2, 3, 4, 5, 6, 7] as const).map((step) => ({ step, cell: kinds[cells[step - 1] ?? ''] ?? 'not-started' }))
}
