import type { DatabaseArea } from '../database-area.ts'
import { cloudLease } from './cloud-lease.ts'
import { cloudReferences, cloudVariables } from './cloud-settings.ts'
import { cloudSolutions } from './cloud-solutions.ts'
import { cloudWorkflows } from './cloud-workflows.ts'
import type { Organization } from './organization.ts'
import { workflowSharing } from './workflow-sharing.ts'

/** The database of an environment over the Web API of Dataverse. */
export function cloudDatabase(organization: Organization): DatabaseArea {
  return {
    ...cloudSolutions(organization),
    ...cloudReferences(organization),
    ...cloudVariables(organization),
    ...cloudWorkflows(organization),
    sharing: workflowSharing(organization),
    lease: cloudLease(organization),
  }
}
