import type { BlindFault } from './blind-fault.ts'
import { definitionFaults } from './definition-faults.ts'
import { expressionFaults } from './expression-faults.ts'
import { leakFaults } from './leak-faults.ts'
import { limitFaults } from './limit-faults.ts'
import { packageFaults } from './package-faults.ts'
import { solutionFaults } from './solution-faults.ts'
import { variableFaults } from './variable-faults.ts'

/** Every kind of damage. */
export const blindFaults: readonly BlindFault[] = [
  ...packageFaults,
  ...leakFaults,
  ...definitionFaults,
  ...expressionFaults,
  ...limitFaults,
  ...solutionFaults,
  ...variableFaults,
]

export { correctedFaults, droppedFaults } from './corrected.ts'
