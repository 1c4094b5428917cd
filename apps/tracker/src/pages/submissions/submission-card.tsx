import type { SubmissionEntry } from '../../reads/submissions/read-submissions.ts'
import type { Texts } from '../../texts/index.ts'
import { checkedSteps, type SubmissionState, submissionMovesFrom } from '../../verbs/submissions/submission-moves.ts'
import { LinkButton } from '../components/button.tsx'
import { Card } from '../components/card.tsx'
import { Because } from '../components/guidance.tsx'
import { DefinitionList } from '../components/lists.tsx'
import { StatePill } from '../components/pill.tsx'
import { RelativeTime } from '../components/times.tsx'
import { submissionPills, trackOf } from './submission-states.ts'
import { WaitLine } from './wait-line.tsx'

interface SubmissionCardProps {
  readonly entry: SubmissionEntry
  readonly writes: boolean
  /** Offers to name who watches a wait. */
  readonly assigns: boolean
  readonly now: string
  readonly texts: Texts
}

/** One submission of a product: where it stands, what it waits for, and what can have happened next. */
export function SubmissionCard({ entry, writes, assigns, now, texts }: SubmissionCardProps) {
  const { submission, waits } = entry
  const words = texts.submissions
  const { state, step } = submission
  return (
    <Card
      id={submission.id}
      title={`${texts.shared.stepNumber(step)}: ${texts.shared.steps[step]}`}
      lead={<StatePill state={submissionPills[state]}>{words.states[state]}</StatePill>}
      note={<RelativeTime at={submission.updatedAt.toISOString()} now={now} texts={texts} />}
    >
      {state !== 'withdrawn' && (
        <ol class="track my-3">
          {trackOf(state, checkedSteps.includes(step)).map((stage) => (
            <li aria-current={stage === state ? 'step' : undefined}>{words.stages[stage]}</li>
          ))}
        </ol>
      )}
      <Because texts={texts}>{words.because[state]}</Because>
      <div class="facts">
        <DefinitionList
          entries={[
            { term: words.fields.channel, value: words.channels[submission.channel] },
            ...(submission.reference === null
              ? []
              : [{ term: words.fields.reference, value: <code>{submission.reference}</code> }]),
            ...(submission.note === null ? [] : [{ term: words.fields.note, value: submission.note }]),
          ]}
        />
      </div>
      {waits.length > 0 && (
        <ul class="stack mt-4" aria-label={words.waits.title}>
          {waits.map((view) => (
            <WaitLine view={view} now={now} texts={texts} assigns={assigns} />
          ))}
        </ul>
      )}
      {writes && <Moves entry={entry} texts={texts} />}
    </Card>
  )
}

/** What can have happened next; each has a page of its own, where its words are asked. */
function Moves({ entry, texts }: Pick<SubmissionCardProps, 'entry' | 'texts'>) {
  const { submission } = entry
  const words = texts.submissions
  const moves = submissionMovesFrom(submission.state, submission.step)
  if (moves.length === 0) return null
  return (
    <section class="mt-4" aria-label={words.next}>
      <p class="text-13 text-quiet mb-2">{words.next}</p>
      <div class="button-row">
        {moves.map(({ to }) => (
          <LinkButton
            kind={to === 'withdrawn' ? 'quiet' : 'secondary'}
            href={`/products/${submission.productId}/submissions/${submission.id}/${to}`}
          >
            {moveLabel(to, texts)}
          </LinkButton>
        ))}
      </div>
    </section>
  )
}

/** What is recorded by going to a state, as a button says it. */
export function moveLabel(to: SubmissionState, texts: Texts): string {
  return to === 'draft' ? texts.submissions.states.draft : texts.submissions.moves[to]
}
