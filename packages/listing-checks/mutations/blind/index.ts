import { availabilityFaults } from './availability-faults.ts'
import type { BlindFault } from './blind-fault.ts'
import { inputFaults } from './input-faults.ts'
import { linkFaults } from './link-faults.ts'
import { mediaFaults } from './media-faults.ts'
import { packageFaults } from './package-faults.ts'
import { testDriveFaults } from './test-drive-faults.ts'
import { textFaults } from './text-faults.ts'

/** All faults; written before anything of the rules, their tests or pages was read. */
export const blindFaults: readonly BlindFault[] = [
  ...textFaults,
  ...mediaFaults,
  ...linkFaults,
  ...availabilityFaults,
  ...testDriveFaults,
  ...packageFaults,
  ...inputFaults,
]
