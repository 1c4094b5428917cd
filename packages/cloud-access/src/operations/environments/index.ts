import type { Operation } from '../operation.ts'
import { addUserToEnvironment, adminGetEnvironment, adminListEnvironments } from './admin-environments.ts'
import { createEnvironment, readLifecycleOperation, validateEnvironment } from './create-environment.ts'
import { getEnvironment, listEnvironments } from './flow-environments.ts'
import { makerGetEnvironment, makerListEnvironments } from './maker-environments.ts'

export { environmentResource, flowEnvironmentResource, lifecycleOperation } from './environment-resource.ts'

export {
  addUserToEnvironment,
  adminGetEnvironment,
  adminListEnvironments,
  createEnvironment,
  getEnvironment,
  listEnvironments,
  makerGetEnvironment,
  makerListEnvironments,
  readLifecycleOperation,
  validateEnvironment,
}

/** Every operation of environments. */
export const environmentOperations: readonly Operation[] = [
  adminListEnvironments,
  adminGetEnvironment,
  addUserToEnvironment,
  createEnvironment,
  validateEnvironment,
  readLifecycleOperation,
  listEnvironments,
  getEnvironment,
  makerListEnvironments,
  makerGetEnvironment,
]
