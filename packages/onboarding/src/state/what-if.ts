import type { Because } from '../decision/decide-steps.ts'
import { decideSteps } from '../decision/decide-steps.ts'
import type { ItemId } from '../item.ts'
import { items } from '../items/catalogue.ts'
import type { ProductInput, ProductState } from '../product-state.ts'
import { localDate } from '../time/calendar.ts'
import type { CalendarDate, Goals, StepId, Strength } from '../vocabulary.ts'
import { deriveProduct } from './derive-product.ts'
import { finishDate } from './health.ts'
import { isSettled } from './step-state.ts'

/** What other goals would change; nothing of it is saved anywhere. */
export interface WhatIf {
  /** Only steps whose strength would change. */
  readonly steps: readonly {
    readonly step: StepId
    readonly from: Strength
    readonly to: Strength
    readonly because: readonly Because[]
  }[]
  readonly items: {
    readonly added: readonly ItemId[]
    /** Dropped, and nothing was recorded for them. */
    readonly removed: readonly ItemId[]
    /** Set aside with everything recorded; they come back with their goals. */
    readonly parked: readonly ItemId[]
  }
  /** Minutes of required work more (or, when negative, less) than now. */
  readonly effortMinutes: number
  readonly dates: {
    /** The working day on which the required work would be done, were it begun today. */
    readonly from: CalendarDate
    readonly to: CalendarDate
    readonly target?: CalendarDate
    /** The work would be done only after the target. */
    readonly late: boolean
  }
}

/**
 * Compares a product as it stands with what it would be under other goals. Pure.
 *
 * @param others What else would change beside the goals.
 */
export function whatIf(
  input: ProductInput,
  goals: Goals,
  others: Partial<Pick<ProductInput, 'edition' | 'kind' | 'publisher'>> = {},
): WhatIf {
  const next = { ...input, ...others, goals }
  const before = deriveProduct(input)
  const after = deriveProduct(next)
  const decided = new Map(decideSteps(next).map((step) => [step.step, step]))
  const steps = before.steps.flatMap(({ step, strength: from }) => {
    const next = decided.get(step)
    return next === undefined || next.strength === from
      ? []
      : [{ step, from, to: next.strength, because: next.because }]
  })
  const openBefore = openMinutes(before)
  const openAfter = openMinutes(after)
  const today = localDate(input.now, input.calendar)
  const to = finishDate(openAfter, today, input)
  const { product: target } = input.targets
  return {
    steps,
    items: moved(before, after, input),
    effortMinutes: openAfter - openBefore,
    dates: {
      from: finishDate(openBefore, today, input),
      to,
      ...(target === undefined ? {} : { target }),
      late: target !== undefined && to > target,
    },
  }
}

function counts(state: ProductState, index: number): boolean {
  const verdict = state.items[index]?.verdict
  return verdict !== 'not-needed' && verdict !== 'needs-answer'
}

function moved(before: ProductState, after: ProductState, { records }: ProductInput): WhatIf['items'] {
  const added: ItemId[] = []
  const removed: ItemId[] = []
  const parked: ItemId[] = []
  for (const [index, { id }] of items.entries()) {
    const was = counts(before, index)
    if (was === counts(after, index)) continue
    if (!was) added.push(id)
    else if (records[id] === undefined) removed.push(id)
    else parked.push(id)
  }
  return { added, removed, parked }
}

function openMinutes(state: ProductState): number {
  const required = new Set(state.steps.filter(({ strength }) => strength === 'required').map(({ step }) => step))
  return items.reduce((sum, item, index) => {
    const itemState = state.items[index]
    const open = itemState !== undefined && itemState.verdict !== 'needs-answer' && !isSettled(itemState)
    return open && item.strength === 'required' && required.has(item.step) ? sum + item.effortMinutes : sum
  }, 0)
}
