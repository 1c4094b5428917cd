import { permissionFaults } from './faults/permission-faults.ts'
import { redirectFaults } from './faults/redirect-faults.ts'
import { registrationFaults } from './faults/registration-faults.ts'
import { trustFaults } from './faults/trust-faults.ts'
import type { PlantedFault } from './plant.ts'

/** Every kind of fault that is planted, each in every format that can have it. */
export const plantedFaults: readonly PlantedFault[] = [
  ...registrationFaults,
  ...redirectFaults,
  ...permissionFaults,
  ...trustFaults,
]
