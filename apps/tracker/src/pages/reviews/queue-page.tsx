import { responseTargets } from '../../domain/response-targets.ts'
import type { QueueEntry, QueueFilter, ReviewQueue } from '../../reads/reviews/read-review-queue.ts'
import type { Texts } from '../../texts/index.ts'
import { LinkButton } from '../components/button.tsx'
import type { Frame } from '../components/frame.ts'
import { Empty } from '../components/guidance.tsx'
import { FilterChips } from '../components/links.tsx'
import { Headline, Page } from '../components/page.tsx'
import { type Column, Table } from '../components/table.tsx'
import { RelativeTime } from '../components/times.tsx'
import { DueNote } from './due-note.tsx'
import { ListPager } from './list-pager.tsx'
import { ReviewPill } from './review-state.tsx'

interface QueuePageProps {
  readonly frame: Frame
  readonly queue: ReviewQueue
  readonly userId: string
  /** Whether the reader may open a review; the service's administrators see only that it waits. */
  readonly mayOpen: boolean
}

const filters: readonly QueueFilter[] = ['open', 'mine', 'decided']

/** What waits for a review, the oldest first, with the time there is left by our own target. */
export function QueuePage({ frame, queue, userId, mayOpen }: QueuePageProps) {
  const { texts } = frame
  const words = texts.reviews.queue
  const { filter, counts, entries } = queue
  return (
    <Page frame={frame} title={words.title} width="wide">
      <Headline title={headlineOf(queue, texts)} sub={words.sub(responseTargets.review)} />
      <div class="mb-4">
        <FilterChips
          label={words.filters.label}
          texts={texts}
          links={filters.map((name) => ({
            href: addressOf(name),
            label: words.filters[name],
            count: counts[name],
            current: name === filter,
          }))}
        />
      </div>
      {entries.length === 0 ? (
        <EmptyQueue filter={filter} texts={texts} />
      ) : (
        <Table
          caption={words.title}
          texts={texts}
          rows={entries}
          columns={columnsOf(queue, userId, texts)}
          {...(mayOpen && { href: ({ id }: QueueEntry) => `/reviews/${id}` })}
          under={({ isvName, productName, items }) => (
            <>
              <bdi>{isvName}</bdi> · <bdi>{productName}</bdi> · {words.items(items)}
            </>
          )}
        />
      )}
      <ListPager
        {...queue}
        shown={entries.length}
        total={counts[filter]}
        texts={texts}
        href={(page) => addressOf(filter, page)}
      />
    </Page>
  )
}

function addressOf(filter: QueueFilter, page = 1): string {
  const query = new URLSearchParams()
  if (filter !== 'open') query.set('show', filter)
  if (page > 1) query.set('page', String(page))
  return query.size === 0 ? '/reviews' : `/reviews?${query}`
}

function headlineOf({ filter, counts, oldest, now }: ReviewQueue, texts: Texts): string {
  const words = texts.reviews.queue.headline
  if (filter === 'decided') return words.decided(counts.decided)
  if (filter === 'mine') return counts.mine === 0 ? words.mineNone : words.mine(counts.mine)
  if (oldest === undefined) return words.none
  return words.open(counts.open, texts.format.duration(Date.parse(now) - oldest.getTime()))
}

function columnsOf({ filter, now }: ReviewQueue, userId: string, texts: Texts): readonly Column<QueueEntry>[] {
  const words = texts.reviews.queue
  const what: Column<QueueEntry> = {
    key: 'what',
    header: words.columns.what,
    cell: ({ step }) => words.step(step, texts.shared.steps[step]),
  }
  const asked: Column<QueueEntry> = {
    key: 'asked',
    header: words.columns.asked,
    cell: ({ requestedBy }) => <bdi>{requestedBy ?? words.somebody}</bdi>,
    phone: 'fold',
    wideOnly: true,
  }
  const changes: Column<QueueEntry> = {
    key: 'changes',
    header: words.columns.changes,
    cell: ({ changedItems }) =>
      changedItems === undefined
        ? words.firstReview
        : changedItems === 0
          ? words.noChanges
          : words.changes(changedItems),
    phone: 'fold',
  }
  if (filter === 'decided') {
    return [
      what,
      {
        key: 'decision',
        header: words.columns.decision,
        cell: ({ state }) => <ReviewPill state={state} texts={texts} />,
      },
      {
        key: 'decidedBy',
        header: words.columns.decidedBy,
        cell: ({ decidedBy, decidedAt }) => (
          <>
            <bdi>{decidedBy ?? words.somebody}</bdi>
            {decidedAt !== null && (
              <>
                {', '}
                <RelativeTime at={decidedAt.toISOString()} now={now} texts={texts} />
              </>
            )}
          </>
        ),
        phone: 'fold',
      },
      asked,
    ]
  }
  return [
    what,
    {
      key: 'waiting',
      header: words.columns.waiting,
      cell: ({ requestedAt }) => (
        <time datetime={requestedAt.toISOString()} title={texts.format.dateTime(requestedAt.toISOString())}>
          {texts.format.duration(Date.parse(now) - requestedAt.getTime())}
        </time>
      ),
    },
    { key: 'due', header: words.columns.due, cell: ({ due }) => <DueNote due={due} now={now} texts={texts} /> },
    changes,
    { key: 'who', header: words.columns.who, cell: (entry) => holderOf(entry, userId, texts), phone: 'fold' },
    asked,
  ]
}

function holderOf({ state, claimedById, claimedBy, held }: QueueEntry, userId: string, texts: Texts) {
  const words = texts.reviews.queue
  if (state !== 'claimed') return <span class="quiet">{words.nobody}</span>
  if (claimedById === userId) return <b>{words.you}</b>
  const name = claimedBy ?? words.somebody
  return <bdi>{held ? name : words.timeOver(name)}</bdi>
}

function EmptyQueue({ filter, texts }: { readonly filter: QueueFilter; readonly texts: Texts }) {
  const { empty } = texts.reviews.queue
  if (filter === 'open') return <Empty icon="check" title={empty.open.title} why={empty.open.why} />
  const { title, why, action } = empty[filter]
  return <Empty title={title} why={why} action={<LinkButton href="/reviews">{action}</LinkButton>} />
}
