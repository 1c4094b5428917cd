import { goalIds, goalQuestions } from '@sevenstep/onboarding'
import type { GoalDraft } from '../../reads/goals/goal-answers.ts'
import type { GoalsView } from '../../reads/goals/read-goals.ts'
import type { Texts } from '../../texts/index.ts'
import { say } from '../checklist/told.tsx'
import { type ConflictField, ConflictPage } from '../components/conflict-page.tsx'
import type { Frame } from '../components/frame.ts'

interface GoalsConflictPageProps {
  readonly frame: Frame
  readonly view: GoalsView
  /** The answers that could not be saved. */
  readonly draft: GoalDraft
  readonly formKey: string
}

/** Somebody changed the product in between: both sets of answers side by side. */
export function GoalsConflictPage({ frame, view, draft, formKey }: GoalsConflictPageProps) {
  const { texts } = frame
  const { lastChange, product, now } = view
  const action = `/products/${product.id}/goals`
  return (
    <ConflictPage
      frame={frame}
      by={lastChange?.by ?? texts.goals.proposal.somebody}
      when={texts.format.relative(lastChange?.at.toISOString() ?? now, now)}
      fields={fieldsOf(view, draft, texts)}
      keepHref={action}
      resend={{
        action,
        version: product.version,
        idempotencyKey: formKey,
        values: { ...draft.goals, kind: draft.kind, publisher: draft.publisher, edition: draft.edition },
      }}
    />
  )
}

/** Every answer that was sent, the saved one beside it; those that differ first. */
function fieldsOf({ input }: GoalsView, draft: GoalDraft, texts: Texts): readonly ConflictField[] {
  const { answers, notAnswered } = texts.goals
  const { kind, publisher, edition } = texts.checklist
  const told = (answer: keyof typeof answers | undefined) => (answer === undefined ? notAnswered : answers[answer])
  const fields = [
    ...goalIds.map((goal) => ({
      label: say(goalQuestions[goal].question, texts),
      theirs: told(input.goals?.[goal]),
      yours: told(draft.goals[goal]),
    })),
    { label: kind.label, theirs: kind[input.kind], yours: kind[draft.kind] },
    { label: publisher.label, theirs: publisher[input.publisher], yours: publisher[draft.publisher] },
    { label: edition.label, theirs: edition[input.edition], yours: edition[draft.edition] },
  ]
  return fields.toSorted((left, right) => Number(left.theirs === left.yours) - Number(right.theirs === right.yours))
}
