import type { Operation } from '../operation.ts'
import { checkFlowErrors, checkFlowWarnings } from './check-flow.ts'
import {
  adminListFlowPermissions,
  adminModifyFlowPermissions,
  exportFlowToArmTemplate,
  listFlowPermissions,
  modifyFlowPermissions,
} from './flow-owners.ts'
import {
  adminListFlowRuns,
  cancelFlowRun,
  getFlowRun,
  listFlowRuns,
  listFlowTriggers,
  resubmitFlowRun,
} from './flow-runs.ts'
import { adminListFlows, listFlows } from './list-flows.ts'
import { adminDeleteFlow, adminGetFlow, deleteFlow, getFlow, restoreFlow } from './one-flow.ts'
import { listCloudFlows, platformGetFlow, platformListFlows, platformUpdateFlow } from './platform-flows.ts'
import { adminStartFlow, adminStopFlow, startFlow, stopFlow } from './switch-flow.ts'
import { createFlow, updateFlow } from './write-flow.ts'

export { flowBody, flowResource } from './flow-resource.ts'

export {
  adminDeleteFlow,
  adminGetFlow,
  adminListFlowPermissions,
  adminListFlowRuns,
  adminListFlows,
  adminModifyFlowPermissions,
  adminStartFlow,
  adminStopFlow,
  cancelFlowRun,
  checkFlowErrors,
  checkFlowWarnings,
  createFlow,
  deleteFlow,
  exportFlowToArmTemplate,
  getFlow,
  getFlowRun,
  listCloudFlows,
  listFlowPermissions,
  listFlowRuns,
  listFlows,
  listFlowTriggers,
  modifyFlowPermissions,
  platformGetFlow,
  platformListFlows,
  platformUpdateFlow,
  restoreFlow,
  resubmitFlowRun,
  startFlow,
  stopFlow,
  updateFlow,
}

/** Every operation of flows. */
export const flowOperations: readonly Operation[] = [
  checkFlowErrors,
  checkFlowWarnings,
  listFlowPermissions,
  adminListFlowPermissions,
  modifyFlowPermissions,
  adminModifyFlowPermissions,
  exportFlowToArmTemplate,
  listFlowRuns,
  adminListFlowRuns,
  getFlowRun,
  cancelFlowRun,
  listFlowTriggers,
  resubmitFlowRun,
  listFlows,
  adminListFlows,
  getFlow,
  adminGetFlow,
  deleteFlow,
  adminDeleteFlow,
  restoreFlow,
  platformListFlows,
  platformGetFlow,
  platformUpdateFlow,
  listCloudFlows,
  startFlow,
  adminStartFlow,
  stopFlow,
  adminStopFlow,
  createFlow,
  updateFlow,
]
