import type { Instant } from '@sevenstep/onboarding'
import type { ResponseDue } from '../../domain/response-targets.ts'
import type { Texts } from '../../texts/index.ts'
import { StatePill } from '../components/pill.tsx'

interface DueProps {
  readonly due: ResponseDue
  readonly now: Instant
  readonly texts: Texts
  /** Without a pill, where there is no room for one. */
  readonly plain?: boolean
}

/** How long there is to answer by our own target; late says so by sign and word. */
export function DueNote({ due, now, texts, plain = false }: DueProps) {
  const { late, by } = texts.reviews.queue
  if (due.late) return plain ? <b>{late(due.day)}</b> : <StatePill state="overdue">{late(due.day)}</StatePill>
  return (
    <time datetime={due.day} title={texts.format.date(due.day)}>
      {by(texts.format.relativeDay(due.day, now))}
    </time>
  )
}
