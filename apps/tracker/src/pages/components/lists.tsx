import type { Instant, StripCell } from '@sevenstep/onboarding'
import type { Child, PropsWithChildren } from 'hono/jsx'
import type { Texts } from '../../texts/index.ts'
import { StateSign } from './step-strip.tsx'
import { RelativeTime } from './times.tsx'

/** Names and what they are. */
export function DefinitionList({ entries }: { readonly entries: readonly { term: Child; value: Child }[] }) {
  return (
    <dl class="definitions">
      {entries.map(({ term, value }) => (
        <>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  )
}

/** A list of rows on one white ground, each as {@link ItemRow}. */
export function RowList({ children, label }: PropsWithChildren<{ readonly label?: string }>) {
  return (
    <ul class="rows" aria-label={label} data-rows>
      {children}
    </ul>
  )
}

interface ItemRowProps {
  readonly cell: StripCell
  /** The state in words, for those who do not see the sign. */
  readonly state: string
  readonly title: Child
  /** The sentence that explains the state. */
  readonly because?: Child
  /** When it was looked at, or with whom it waits. */
  readonly note?: Child
  readonly href: string
  /** Words of the link; the whole row opens it. */
  readonly action: string
  /** Read out instead of these words; it has to contain them. The words with the title unless given. */
  readonly actionLabel?: string
}

/** One item: its sign, its title with the reason, a note, and a link that the whole row opens. */
export function ItemRow({ cell, state, title, because, note, href, action, actionLabel }: ItemRowProps) {
  return (
    <li class="row" data-row>
      <StateSign cell={cell} label={state} />
      <div>
        <p class="row-title">{title}</p>
        {because !== undefined && <p class="row-note">{because}</p>}
      </div>
      <div class="row-note">{note}</div>
      <a
        class="row-action"
        href={href}
        aria-label={actionLabel ?? (typeof title === 'string' ? `${action}: ${title}` : undefined)}
      >
        {action}
      </a>
    </li>
  )
}

/** One thing that happened. */
export interface TimelineEntry {
  readonly at: Instant
  /** A sentence: who did what to which, and why. */
  readonly sentence: Child
  /** Done by the one who reads. */
  readonly mine?: boolean
}

interface TimelineProps {
  readonly entries: readonly TimelineEntry[]
  readonly now: Instant
  readonly texts: Texts
}

/** What happened, newest first as given, as sentences. */
export function Timeline({ entries, now, texts }: TimelineProps) {
  return (
    <ol class="timeline">
      {entries.map(({ at, sentence, mine = false }) => (
        <li class={mine ? 'timeline-mine' : undefined}>
          <p>{sentence}</p>
          <p class="row-note">
            <RelativeTime at={at} now={now} texts={texts} />
          </p>
        </li>
      ))}
    </ol>
  )
}

/** One bar: how much of how much. */
export interface Bar {
  readonly name: string
  readonly done: number
  readonly total: number
}

/** Bars on one scale from zero, the figures written beside them; readable as a list where colours are not seen. */
export function BarList({ bars, label, texts }: { readonly bars: readonly Bar[]; label: string; texts: Texts }) {
  const most = Math.max(1, ...bars.map(({ total }) => total))
  return (
    <ul class="bars" aria-label={label}>
      {bars.map(({ name, done, total }) => (
        <li class="bar">
          <span class="bar-name">{name}</span>
          <svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
            <rect class="bar-rest" width={(total / most) * 100} height="14" rx="1" />
            <rect class="bar-done" width={(done / most) * 100} height="14" rx="1" />
          </svg>
          <span class="bar-value">
            {texts.format.number(done)}/{texts.format.number(total)}
          </span>
        </li>
      ))}
    </ul>
  )
}
