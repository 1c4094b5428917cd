import type { BlindFault } from './blind-fault.ts'
import { orderFaults } from './order-faults.ts'
import { peopleFaults } from './people-faults.ts'
import { tenantFaults } from './tenant-faults.ts'

/** All faults; written before anything of the rules, their tests or pages was read. */
export const blindFaults: readonly BlindFault[] = [...peopleFaults, ...tenantFaults, ...orderFaults]
