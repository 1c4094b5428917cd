import type { ItemDefinition } from '../item.ts'
import type { StepId } from '../vocabulary.ts'

/** The items of each step, group after group. */
export const stepItems: Readonly<Record<StepId, readonly ItemDefinition[]>> = {
  1: [],
  2: [],
  3: [],
  4: [],
  5: [],
  6: [],
  7: [],
}
