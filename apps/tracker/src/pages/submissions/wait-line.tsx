import type { WaitView } from '../../reads/submissions/read-submissions.ts'
import type { Texts } from '../../texts/index.ts'
import { BallMark } from '../components/guidance.tsx'
import { Countdown } from '../components/times.tsx'

interface WaitLineProps {
  readonly view: WaitView
  readonly now: string
  readonly texts: Texts
  readonly assigns: boolean
}

/** Something waited for: how long yet, where that comes from and how sure it is, and who watches it. */
export function WaitLine({ view, now, texts, assigns }: WaitLineProps) {
  const { wait, title, setting, ownerName } = view
  const words = texts.submissions.waits
  const isOpen = wait.endedAt === null && wait.state !== 'cancelled'
  return (
    <li>
      <p>
        <b>{title[texts.language]}</b>{' '}
        {isOpen ? (
          <Countdown at={wait.dueAt.toISOString()} now={now} texts={texts} />
        ) : (
          <span class="text-quiet">{words.states[wait.state]}</span>
        )}{' '}
        {isOpen && setting !== undefined && <BallMark ball={setting.ball} texts={texts} />}
      </p>
      {setting !== undefined && <p class="text-13 text-quiet">{sourceOf(setting, texts)}</p>}
      <p class="text-13 text-quiet">
        {words.since(texts.format.date(wait.startedAt.toISOString()))}
        {' · '}
        {ownerName === null ? words.nobody : words.watchedBy(ownerName)}
      </p>
      {isOpen && assigns && (
        <p class="text-13">
          <a class="underline" href={`/products/${wait.productId}/waits/${wait.id}`}>
            {words.assign}
          </a>
        </p>
      )}
    </li>
  )
}

/** "about 10 business days, says … of 1 May 2024 (fairly sure)", and what other pages say. */
export function sourceOf(setting: NonNullable<WaitView['setting']>, texts: Texts): string {
  const words = texts.submissions.waits
  const { atMost, citation, alsoSeen } = setting
  const about = words.about(atMost.amount, atMost.unit)
  const others = alsoSeen.map((other) => words.alsoSeen(words.about(other.atMost.amount, other.atMost.unit)))
  const source = words.source(about, citation.source, citation.dated, words.confidence[citation.confidence])
  return [source, ...others].join('; ')
}
