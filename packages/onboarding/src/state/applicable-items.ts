import type { StepQuestion } from '../decision/decide-steps.ts'
import { strengthsOf, unansweredGoals } from '../decision/decide-steps.ts'
import { goalQuestions } from '../goals.ts'
import type { ItemDefinition } from '../item.ts'
import { items } from '../items/catalogue.ts'
import { text } from '../text.ts'
import type { Goals, StepId, Strength, Text } from '../vocabulary.ts'

/** Whether an item counts. */
export interface Applicability {
  readonly counts: 'yes' | 'no' | 'needs-answer'
  readonly because: Text
}

/** Which items count, by position in the catalogue, and how strongly each step is asked for. */
export interface Plan {
  readonly strengths: ReadonlyMap<StepId, Strength>
  readonly items: readonly Applicability[]
}

const counts: Applicability = { counts: 'yes', because: text('It applies.', 'Het is van toepassing.') }
const stepNotNeeded: Applicability = {
  counts: 'no',
  because: text('Your goals do not ask for this step.', 'Uw doelen vragen niet om deze stap.'),
}
const stepOpen: Applicability = {
  counts: 'needs-answer',
  because: text(
    'Answer the goals first: they decide whether this step is needed.',
    'Beantwoord eerst de doelen: die bepalen of deze stap nodig is.',
  ),
}
const otherEdition: Applicability = {
  counts: 'no',
  because: text(
    'This edition of the programme does not ask for it.',
    'Deze editie van het programma vraagt er niet om.',
  ),
}
const otherKind: Applicability = {
  counts: 'no',
  because: text('It is not asked of this kind of product.', 'Het wordt van dit soort product niet gevraagd.'),
}
const otherPublisher: Applicability = {
  counts: 'no',
  because: text('It belongs to the other route of certification.', 'Het hoort bij de andere route naar certificering.'),
}
const goalSaysNo: Applicability = {
  counts: 'no',
  because: text('Your goals do not ask for it.', 'Uw doelen vragen er niet om.'),
}

/** Settles which items count; goals alone, nothing recorded, decide it. */
export function planFor(question: StepQuestion): Plan {
  const strengths = strengthsOf(question)
  const goals = question.goals ?? unansweredGoals
  return { strengths, items: items.map((item) => applicability(item, question, goals, strengths)) }
}

function applicability(
  item: ItemDefinition,
  { edition, kind, publisher }: StepQuestion,
  goals: Goals,
  strengths: ReadonlyMap<StepId, Strength>,
): Applicability {
  if (!item.editions.includes(edition)) return otherEdition
  if (item.when?.kinds?.includes(kind) === false) return otherKind
  const strength = strengths.get(item.step) ?? 'not-needed'
  if (strength === 'not-needed') return stepNotNeeded
  const { anyGoal, publishers } = item.when ?? {}
  if (publishers?.includes(publisher) === false) return otherPublisher
  if (anyGoal === undefined || anyGoal.some(({ goal, is }) => goals[goal] === is)) {
    return strength === 'needs-answer' ? stepOpen : counts
  }
  const open = anyGoal.find(({ goal }) => goals[goal] === 'unknown')
  if (open === undefined) return goalSaysNo
  const { question } = goalQuestions[open.goal]
  return {
    counts: 'needs-answer',
    because: text(`Answer first: ${question.en}`, `Beantwoord eerst: ${question.nl}`),
  }
}
