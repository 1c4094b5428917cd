import { responseTargets } from '../../domain/response-targets.ts'
import type { DisputeEntry, DisputeFilter, Disputes } from '../../reads/disputes/read-disputes.ts'
import type { Texts } from '../../texts/index.ts'
import { say } from '../checklist/told.tsx'
import { LinkButton } from '../components/button.tsx'
import type { Frame } from '../components/frame.ts'
import { Empty } from '../components/guidance.tsx'
import { FilterChips } from '../components/links.tsx'
import { Headline, Page } from '../components/page.tsx'
import { type Column, Table } from '../components/table.tsx'
import { RelativeTime } from '../components/times.tsx'
import { DueNote } from '../reviews/due-note.tsx'
import { ListPager } from '../reviews/list-pager.tsx'
import { DecisionTabs } from '../waivers/decision-tabs.tsx'
import { DisputePill } from './dispute-state.tsx'

interface DisputesPageProps {
  readonly frame: Frame
  readonly disputes: Disputes
  readonly mayOpen: boolean
}

/** Findings that ISVs disagree with, the oldest without an answer first. */
export function DisputesPage({ frame, disputes, mayOpen }: DisputesPageProps) {
  const { texts } = frame
  const words = texts.waivers.disputes
  const { filter, counts, entries } = disputes
  return (
    <Page frame={frame} title={words.title} width="wide">
      <Headline title={headlineOf(disputes, texts)} sub={words.sub(responseTargets.dispute)} />
      <DecisionTabs current="disputes" texts={texts} />
      <div class="mb-4">
        <FilterChips
          label={words.filters.label}
          texts={texts}
          links={(['open', 'answered'] as const).map((name) => ({
            href: addressOf(name),
            label: words.filters[name],
            count: counts[name],
            current: name === filter,
          }))}
        />
      </div>
      {entries.length === 0 ? (
        <Empty
          icon="message"
          {...words.empty[filter]}
          action={filter !== 'open' && <LinkButton href="/disputes">{words.empty.action}</LinkButton>}
        />
      ) : (
        <Table
          caption={words.title}
          texts={texts}
          rows={entries}
          columns={columnsOf(disputes, texts)}
          {...(mayOpen && { href: ({ dispute }: DisputeEntry) => `/disputes/${dispute.id}` })}
          under={({ isvName, productName, item }) => (
            <>
              <bdi>{isvName}</bdi> · <bdi>{productName}</bdi>
              {item !== undefined && ` · ${say(item.title, texts)}`}
            </>
          )}
        />
      )}
      <ListPager
        {...disputes}
        shown={entries.length}
        total={counts[filter]}
        texts={texts}
        href={(page) => addressOf(filter, page)}
      />
    </Page>
  )
}

function addressOf(filter: DisputeFilter, page = 1): string {
  const query = new URLSearchParams()
  if (filter !== 'open') query.set('show', filter)
  if (page > 1) query.set('page', String(page))
  return query.size === 0 ? '/disputes' : `/disputes?${query}`
}

function headlineOf({ filter, counts }: Disputes, texts: Texts): string {
  const words = texts.waivers.disputes.headline
  if (filter === 'answered') return words.answered(counts.answered)
  return counts.open === 0 ? words.openNone : words.open(counts.open)
}

function columnsOf({ filter, now }: Disputes, texts: Texts): readonly Column<DisputeEntry>[] {
  const words = texts.waivers.disputes.columns
  const { somebody } = texts.waivers
  const rule: Column<DisputeEntry> = {
    key: 'rule',
    header: words.rule,
    cell: ({ dispute }) => <code>{dispute.rule}</code>,
  }
  const asked: Column<DisputeEntry> = {
    key: 'asked',
    header: words.asked,
    cell: ({ openedBy, dispute }) => (
      <>
        <bdi>{openedBy ?? somebody}</bdi>
        {', '}
        <RelativeTime at={dispute.openedAt.toISOString()} now={now} texts={texts} />
      </>
    ),
    phone: 'fold',
  }
  if (filter === 'open') {
    const due = (entry: DisputeEntry) => <DueNote due={entry.due} now={now} texts={texts} />
    return [rule, { key: 'due', header: words.due, cell: due }, asked]
  }
  return [
    rule,
    { key: 'state', header: words.state, cell: ({ dispute }) => <DisputePill state={dispute.state} texts={texts} /> },
    {
      key: 'answered',
      header: words.answered,
      cell: ({ answeredBy }) => <bdi>{answeredBy ?? somebody}</bdi>,
      phone: 'fold',
    },
    asked,
  ]
}
