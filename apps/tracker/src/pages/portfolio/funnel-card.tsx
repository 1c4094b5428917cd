import { stepIds } from '@sevenstep/onboarding'
import { raw } from 'hono/html'
import type { StepStanding } from '../../reads/portfolio/read-portfolio-counts.ts'
import type { Texts } from '../../texts/index.ts'
import { Card } from '../components/card.tsx'
import { Disclosure } from '../components/guidance.tsx'
import { Table } from '../components/table.tsx'
import { drawFunnel } from './funnel-plot.ts'

interface FunnelCardProps {
  /** The seven steps in order. */
  readonly steps: readonly StepStanding[]
  readonly csvHref: string
  readonly texts: Texts
}

/** Where products stand: the finding in words, the plot, and the same figures as a table and as CSV. */
export function FunnelCard({ steps, csvHref, texts }: FunnelCardProps) {
  const { plot } = texts.portfolio
  const bars = funnelRows(steps, texts)
  return (
    <Card title={plot.title}>
      <p class="text-13 font-medium mb-1">{findingOf(steps, texts)}</p>
      <p class="text-13 text-quiet mb-3">{plot.description}</p>
      {/* Our own drawing: the only words in it are ours, and the library escapes them. */}
      <figure class="mb-3">{raw(drawFunnel(bars))}</figure>
      <Disclosure summary={texts.shared.table.showAsTable}>
        <Table
          plain
          caption={plot.description}
          texts={texts}
          rows={bars}
          columns={[
            { key: 'step', header: plot.columns.step, cell: ({ name }) => name },
            { key: 'proved', header: plot.columns.proved, cell: ({ proved }) => proved, align: 'end' },
            { key: 'applies', header: plot.columns.applies, cell: ({ applies }) => applies, align: 'end' },
          ]}
        />
      </Disclosure>
      <p class="text-13 mt-2">
        <a class="underline" href={csvHref} aria-label={plot.csvLabel}>
          {plot.csv}
        </a>
      </p>
    </Card>
  )
}

/** The bars with the words beside them. */
export function funnelRows(steps: readonly StepStanding[], texts: Texts) {
  return stepIds.map((step, index) => {
    const { proved, applies } = steps[index] ?? { proved: 0, applies: 0 }
    return {
      name: texts.shared.steps[step],
      proved,
      applies,
      label: `${texts.format.number(proved)}/${texts.format.number(applies)}`,
    }
  })
}

/** The sentence over the plot: the step with the smallest share proved, of those that apply to anybody. */
function findingOf(steps: readonly StepStanding[], texts: Texts): string {
  const { plot } = texts.portfolio
  const applying = funnelRows(steps, texts).filter(({ applies }) => applies > 0)
  const [first, ...others] = applying
  if (first === undefined) return plot.none
  const last = others.reduce(
    (worst, bar) => (bar.proved * worst.applies < worst.proved * bar.applies ? bar : worst),
    first,
  )
  return last.proved === last.applies ? plot.allProved : plot.finding(last.name, last.proved, last.applies)
}
