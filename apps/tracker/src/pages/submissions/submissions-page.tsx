import type { SubmissionEntry, SubmissionList, SubmissionView } from '../../reads/submissions/read-submissions.ts'
import { submissionViews } from '../../reads/submissions/read-submissions.ts'
import type { Texts } from '../../texts/index.ts'
import { LinkButton } from '../components/button.tsx'
import type { Frame } from '../components/frame.ts'
import { Empty } from '../components/guidance.tsx'
import { FilterChips } from '../components/links.tsx'
import { Headline, Page } from '../components/page.tsx'
import { StatePill } from '../components/pill.tsx'
import { Table } from '../components/table.tsx'
import { Countdown, RelativeTime } from '../components/times.tsx'
import { submissionPills } from './submission-states.ts'
import { sourceOf } from './wait-line.tsx'

interface SubmissionsPageProps {
  readonly frame: Frame
  readonly list: SubmissionList
  readonly view: SubmissionView
  /** False on a later page. */
  readonly isFirst: boolean
}

/** Everything of the programme that is on its way to Microsoft, the newest change first. */
export function SubmissionsPage({ frame, list, view, isFirst }: SubmissionsPageProps) {
  const { texts, now } = frame
  const words = texts.submissions
  return (
    <Page frame={frame} title={words.title} width="wide">
      <Headline title={words.headline(list.counts.microsoft)} sub={words.sub(list.counts.open)} />
      <div class="portfolio-bar">
        <FilterChips
          label={words.views.label}
          texts={texts}
          links={submissionViews.map((one) => ({
            href: `/submissions?view=${one}`,
            label: words.views[one],
            count: list.counts[one],
            current: one === view,
          }))}
        />
      </div>
      {list.entries.length === 0 ? (
        <Empty title={words.empty.title} why={words.empty.why} icon="building" />
      ) : (
        <SubmissionTable entries={list.entries} now={now} texts={texts} />
      )}
      <nav class="pager" aria-label={texts.shared.pager.label}>
        <span />
        <span class="button-row">
          {!isFirst && <LinkButton href={`/submissions?view=${view}`}>{words.newest}</LinkButton>}
          {list.next !== undefined && (
            <LinkButton href={`/submissions?view=${view}&after=${encodeURIComponent(list.next)}`}>
              {words.older}
            </LinkButton>
          )}
        </span>
      </nav>
    </Page>
  )
}

interface SubmissionTableProps {
  readonly entries: readonly SubmissionEntry[]
  readonly now: string
  readonly texts: Texts
}

function SubmissionTable({ entries, now, texts }: SubmissionTableProps) {
  const { columns, states } = texts.submissions
  return (
    <Table
      caption={texts.submissions.title}
      texts={texts}
      rows={entries}
      href={({ submission }) => `/products/${submission.productId}/submissions#${submission.id}`}
      under={({ productName }) => productName}
      columns={[
        { key: 'product', header: texts.portfolio.columns.name, cell: ({ isvName }) => isvName },
        {
          key: 'step',
          header: columns.step,
          phone: 'fold',
          cell: ({ submission }) => `${submission.step} ${texts.shared.steps[submission.step]}`,
        },
        {
          key: 'state',
          header: columns.state,
          cell: ({ submission: { state } }) => <StatePill state={submissionPills[state]}>{states[state]}</StatePill>,
        },
        {
          key: 'wait',
          header: columns.wait,
          phone: 'fold-wide',
          cell: (entry) => <Waiting entry={entry} now={now} texts={texts} />,
        },
        {
          key: 'reference',
          header: columns.reference,
          phone: 'fold',
          cell: ({ submission }) => submission.reference ?? '–',
        },
        {
          key: 'changed',
          header: columns.changed,
          phone: 'fold',
          cell: ({ submission }) => <RelativeTime at={submission.updatedAt.toISOString()} now={now} texts={texts} />,
        },
      ]}
    />
  )
}

/** The wait that ends first, with where its length comes from. */
function Waiting({ entry, now, texts }: { readonly entry: SubmissionEntry; readonly now: string; texts: Texts }) {
  const view = entry.waits.find(({ wait }) => wait.endedAt === null && wait.state !== 'cancelled')
  if (view === undefined) return <span>–</span>
  const { setting } = view
  return (
    <div>
      <p>
        {view.title[texts.language]} · <Countdown at={view.wait.dueAt.toISOString()} now={now} texts={texts} />
      </p>
      {setting !== undefined && <p class="text-quiet">{sourceOf(setting, texts)}</p>}
    </div>
  )
}
