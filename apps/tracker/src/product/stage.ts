import type { ProductState } from '@sevenstep/onboarding'

/**
 * The stage a product is in: the first step that applies and is not complete, or what it has become. Time in stage
 * starts anew whenever this changes.
 */
export function stageOf(state: ProductState): string {
  if (state.status === 'live' || state.status === 'withdrawn' || state.status === 'ready') return state.status
  if (state.status === 'draft') return 'goals'
  const open = state.steps.find(({ status }) => status !== 'not-needed' && status !== 'complete')
  return open === undefined ? 'ready' : `step-${open.step}`
}
