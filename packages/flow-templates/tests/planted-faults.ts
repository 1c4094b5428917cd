import { expressionFaults } from './faults/expression-faults.ts'
import { rejectionFaults } from './faults/rejection-faults.ts'
import { structureFaults } from './faults/structure-faults.ts'
import type { PlantedFault } from './plant.ts'

/** Every kind of fault that is planted. */
export const plantedFaults: readonly PlantedFault[] = [...rejectionFaults, ...expressionFaults, ...structureFaults]
