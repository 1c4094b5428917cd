import type { BlindFault } from './blind-fault.ts'
import { listenerFaults } from './listener-faults.ts'
import { pageFaults } from './page-faults.ts'
import { scriptFaults } from './script-faults.ts'

/** Every kind of damage. */
export const blindFaults: readonly BlindFault[] = [...pageFaults, ...scriptFaults, ...listenerFaults]

export { correctedFaults } from './corrected.ts'
