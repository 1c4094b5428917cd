import { knownFailures } from './known-failures.ts'
import type { PlantedFault } from './planted-fault.ts'
import { possibleSlips } from './possible-slips.ts'

/** Every kind of fault that is planted. */
export const plantedFaults: readonly PlantedFault[] = [...knownFailures, ...possibleSlips]
