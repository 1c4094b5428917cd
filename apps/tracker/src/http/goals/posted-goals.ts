import { type Answer, type GoalId, goalIds, type ProductInput } from '@sevenstep/onboarding'
import type { GoalDraft } from '../../reads/goals/goal-answers.ts'
import type { PostedForm } from '../forms.ts'

const answers: readonly Answer[] = ['yes', 'no', 'unknown']

/** The answers of a form as they were sent; what is no answer counts as not given. */
export function draftFrom({ fields }: PostedForm, saved: ProductInput): GoalDraft {
  const goals: Partial<Record<GoalId, Answer>> = {}
  for (const goal of goalIds) {
    const answer = answers.find((known) => known === fields[goal])
    if (answer !== undefined) goals[goal] = answer
  }
  return {
    goals,
    kind: (['isv', 'enterprise'] as const).find((kind) => kind === fields.kind) ?? saved.kind,
    publisher:
      (['verified-publisher', 'independent-publisher'] as const).find((known) => known === fields.publisher) ??
      saved.publisher,
    edition: (['current', '2018-02'] as const).find((known) => known === fields.edition) ?? saved.edition,
  }
}

/** A form's fields as a verb takes them. */
export function inputFrom({ fields }: PostedForm) {
  return {
    goals: Object.fromEntries(goalIds.map((goal) => [goal, fields[goal]])),
    kind: fields.kind,
    publisher: fields.publisher,
    edition: fields.edition,
  }
}
