import { decideSteps, type StepId, type StepState } from '@sevenstep/onboarding'
import type { ProductView } from '../../reads/checklist/product-view.ts'
import type { Texts } from '../../texts/index.ts'
import type { StripStep } from '../components/step-strip.tsx'
import { say } from './told.tsx'

/** Longest reason that fits a cell of the large strip. */
const longestReason = 56

/** The steps of a product for the large strip, each leading to its own page. */
export function productStrip(view: ProductView, texts: Texts, current?: StepId): readonly StripStep[] {
  const decided = decideSteps(view.input)
  return view.state.steps.map((step): StripStep => {
    const reason = decided.find((other) => other.step === step.step)?.because[0]
    const detail = detailOf(step, reason === undefined ? undefined : say(reason.text, texts), texts)
    return {
      step: step.step,
      cell: step.cell,
      state: stateOf(step, texts),
      ...(detail !== undefined && { detail }),
      href: `/products/${view.product.id}/steps/${step.step}`,
      ...(current === step.step && { current: true }),
    }
  })
}

function stateOf(step: StepState, texts: Texts): string {
  const { shared, steps, checklist } = texts
  if (step.cell === 'failing') return step.failing > 0 ? shared.failing(step.failing) : steps.statuses[step.status]
  if (step.blockedBy.length > 0) return checklist.waitsOn(step.blockedBy)
  if (step.cell === 'not-started' && step.strength === 'recommended') return shared.strengths.recommended
  if (step.cell === 'waiting') return steps.statuses[step.status]
  return shared.cells[step.cell]
}

function detailOf(step: StepState, reason: string | undefined, texts: Texts): string | undefined {
  if (step.cell === 'needs-answer') return undefined
  if (step.cell !== 'not-needed') return texts.shared.provedOf(step.required.proved, step.required.total)
  return reason !== undefined && reason.length <= longestReason ? reason : undefined
}
