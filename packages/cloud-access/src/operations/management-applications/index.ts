import type { Operation } from '../operation.ts'
import {
  getManagementApplication,
  listManagementApplications,
  registerManagementApplication,
  removeManagementApplication,
} from './management-applications.ts'

export {
  getManagementApplication,
  listManagementApplications,
  registerManagementApplication,
  removeManagementApplication,
}

/** Every operation of management applications. */
export const managementApplicationOperations: readonly Operation[] = [
  listManagementApplications,
  getManagementApplication,
  registerManagementApplication,
  removeManagementApplication,
]
