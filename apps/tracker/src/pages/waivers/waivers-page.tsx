import { responseTargets } from '../../domain/response-targets.ts'
import type { WaiverEntry, WaiverFilter, Waivers } from '../../reads/waivers/read-waivers.ts'
import type { Texts } from '../../texts/index.ts'
import { say } from '../checklist/told.tsx'
import { LinkButton } from '../components/button.tsx'
import type { Frame } from '../components/frame.ts'
import { Empty } from '../components/guidance.tsx'
import { FilterChips } from '../components/links.tsx'
import { Headline, Page } from '../components/page.tsx'
import { StatePill } from '../components/pill.tsx'
import { type Column, Table } from '../components/table.tsx'
import { RelativeTime } from '../components/times.tsx'
import { DueNote } from '../reviews/due-note.tsx'
import { ListPager } from '../reviews/list-pager.tsx'
import { DecisionTabs } from './decision-tabs.tsx'
import { lastDayOf, WaiverPill, waiverStateOf } from './waiver-state.tsx'

interface WaiversPageProps {
  readonly frame: Frame
  readonly waivers: Waivers
  readonly mayOpen: boolean
}

const filters: readonly WaiverFilter[] = ['asked', 'running', 'expired', 'ended']

/** Waivers by where they stand: what waits for a decision, what runs and ends first, what is over. */
export function WaiversPage({ frame, waivers, mayOpen }: WaiversPageProps) {
  const { texts } = frame
  const words = texts.waivers
  const { filter, counts, entries } = waivers
  return (
    <Page frame={frame} title={words.title} width="wide">
      <Headline title={headlineOf(waivers, texts)} sub={words.sub(responseTargets.waiver)} />
      <DecisionTabs current="waivers" texts={texts} />
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
        <Empty
          icon="shield"
          {...words.empty[filter]}
          action={filter !== 'asked' && <LinkButton href="/waivers">{words.empty.action}</LinkButton>}
        />
      ) : (
        <Table
          caption={words.title}
          texts={texts}
          rows={entries}
          columns={columnsOf(waivers, texts)}
          {...(mayOpen && { href: ({ waiver }: WaiverEntry) => `/waivers/${waiver.id}` })}
          under={({ isvName, productName, item }) => (
            <>
              <bdi>{isvName}</bdi> · <bdi>{productName}</bdi>
              {item !== undefined && ` · ${texts.shared.strengths[item.strength]}`}
            </>
          )}
        />
      )}
      <ListPager
        {...waivers}
        shown={entries.length}
        total={counts[filter]}
        texts={texts}
        href={(page) => addressOf(filter, page)}
      />
    </Page>
  )
}

function addressOf(filter: WaiverFilter, page = 1): string {
  const query = new URLSearchParams()
  if (filter !== 'asked') query.set('show', filter)
  if (page > 1) query.set('page', String(page))
  return query.size === 0 ? '/waivers' : `/waivers?${query}`
}

function headlineOf({ filter, counts }: Waivers, texts: Texts): string {
  const words = texts.waivers.headline
  if (filter === 'asked') return counts.asked === 0 ? words.askedNone : words.asked(counts.asked)
  if (filter === 'running')
    return counts.running === 0 ? words.runningNone : words.running(counts.running, counts.expiring)
  return words[filter](counts[filter])
}

function columnsOf({ filter, now }: Waivers, texts: Texts): readonly Column<WaiverEntry>[] {
  const words = texts.waivers
  const item: Column<WaiverEntry> = {
    key: 'item',
    header: words.columns.item,
    cell: ({ item: definition, waiver }) => (definition === undefined ? waiver.itemId : say(definition.title, texts)),
  }
  const asked: Column<WaiverEntry> = {
    key: 'asked',
    header: words.columns.asked,
    cell: ({ requestedBy, waiver }) => (
      <>
        <bdi>{requestedBy ?? words.somebody}</bdi>
        {', '}
        <RelativeTime at={waiver.requestedAt.toISOString()} now={now} texts={texts} />
      </>
    ),
    phone: 'fold',
  }
  const until: Column<WaiverEntry> = {
    key: 'until',
    header: filter === 'asked' ? words.columns.until : words.columns.left,
    cell: (entry) => <End entry={entry} texts={texts} />,
    ...(filter === 'asked' && { phone: 'fold' as const }),
  }
  if (filter === 'asked') {
    const due: Column<WaiverEntry> = {
      key: 'due',
      header: words.columns.due,
      cell: (entry) => <DueNote due={entry.due} now={now} texts={texts} />,
    }
    return [item, due, until, asked]
  }
  const decided: Column<WaiverEntry> = {
    key: 'decided',
    header: words.columns.decided,
    cell: ({ decidedBy }) => (decidedBy === null ? '–' : <bdi>{decidedBy}</bdi>),
    phone: 'fold',
  }
  if (filter === 'running') return [item, until, decided, asked]
  const state: Column<WaiverEntry> = {
    key: 'state',
    header: words.columns.state,
    cell: (entry) => <WaiverPill state={waiverStateOf(entry)} texts={texts} />,
  }
  return filter === 'expired' ? [item, state, until, decided, asked] : [item, state, decided, asked]
}

/** When it ends; of one in force also how much is left, and whether that is soon. */
function End({ entry, texts }: { readonly entry: WaiverEntry; readonly texts: Texts }) {
  const words = texts.waivers
  const { expiresAt } = entry.waiver
  if (expiresAt === null) return <>{words.noEnd}</>
  const day = lastDayOf(expiresAt)
  return (
    <>
      <time datetime={day}>{texts.format.date(day)}</time>
      {entry.left !== undefined && entry.left > 0 && <span class="quiet"> · {words.left(entry.left)}</span>}
      {entry.expiringSoon && (
        <>
          {' '}
          <StatePill state="at-risk">{words.soon}</StatePill>
        </>
      )}
    </>
  )
}
