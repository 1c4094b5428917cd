import type { Operation } from '../operation.ts'
import { applicationUsers, businessUnits, roles } from './application-users.ts'
import { connectionReferences } from './connection-references.ts'
import { connectorRows } from './connector-rows.ts'
import { environmentVariableDefinitions, environmentVariableValues } from './environment-variables.ts'
import { organization } from './organization.ts'
import { asyncOperations, importJobs } from './running-work.ts'
import { sharing } from './sharing.ts'
import { solutionFlows } from './solution-flows.ts'
import { solutionImport } from './solution-import.ts'
import { publishers, solutionComponents, solutions } from './solutions.ts'

export { applicationUsers, businessUnits, roles, systemUserRow } from './application-users.ts'
export { connectionReferenceRow, connectionReferences } from './connection-references.ts'
export { connectorRow, connectorRows } from './connector-rows.ts'
export {
  environmentVariableDefinitionRow,
  environmentVariableDefinitions,
  environmentVariableTypes,
  environmentVariableValueRow,
  environmentVariableValues,
} from './environment-variables.ts'
export { organization } from './organization.ts'
export { asyncOperationRow, asyncOperations, importJobRow, importJobs } from './running-work.ts'
export { sharing } from './sharing.ts'
export { solutionFlowRow, solutionFlows } from './solution-flows.ts'
export { componentParameter, solutionImport } from './solution-import.ts'
export { publisherRow, publishers, solutionComponents, solutionRow, solutions } from './solutions.ts'
export { missingDependency, stagedComponent, stageSolutionResults } from './stage-solution-results.ts'

/** Every operation of Dataverse. */
export const dataverseOperations: readonly Operation[] = [
  organization,
  solutionFlows,
  connectionReferences,
  environmentVariableDefinitions,
  environmentVariableValues,
  connectorRows,
  solutions,
  solutionImport,
  solutionComponents,
  publishers,
  asyncOperations,
  importJobs,
  applicationUsers,
  roles,
  businessUnits,
  sharing,
].flatMap((area): readonly Operation[] => Object.values(area))
