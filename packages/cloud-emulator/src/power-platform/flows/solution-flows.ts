import { clientDataOf } from '../../dataverse/flows/flow-activation.ts'
import { cloudFlowCategory } from '../../dataverse/flows/flow-behaviour.ts'
import { objectIdOf, type WithoutUser, wholly } from '../../dataverse/rows/organization-call.ts'
import { findRow, rowsOf } from '../../dataverse/rows/row-store.ts'
import { changeValues, discardRow } from '../../dataverse/rows/write-row.ts'
import type { Row } from '../../dataverse/state.ts'
import { workflowTable } from '../../dataverse/tables/component-tables.ts'
import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import type { EmulatedCall } from '../../operation/emulated-operation.ts'
import type { EnvironmentState } from '../../state/environment-state.ts'
import { asJsonObject } from '../shared/json-value.ts'
import { moment } from '../shared/moment.ts'
import { asUser, organizationOf } from '../shared/organization-of.ts'
import type { FlowRecord } from './flow-record.ts'

type Asking = Pick<EmulatedCall, 'tenant' | 'clock' | 'planWork'>

/** The flows of an environment's solutions: rows of Dataverse, which is brought up to the present first. */
export function solutionFlows(asking: Asking, environment: EnvironmentState): readonly FlowRecord[] {
  const organization = organizationOf(asking, environment)
  if (organization === undefined) return []
  return rowsOf(organization.organization, workflowTable.name)
    .filter(isCloudFlow)
    .map((row) => solutionRecord(organization, row))
}

/** The flow of a solution with that id; nothing where there is none. */
export function solutionFlow(asking: Asking, environment: EnvironmentState, id: string): FlowRecord | undefined {
  const organization = organizationOf(asking, environment)
  if (organization === undefined) return undefined
  const row = findRow(organization.organization, workflowTable.name, id.toLowerCase())
  return row !== undefined && isCloudFlow(row) ? solutionRecord(organization, row) : undefined
}

/** Changes columns of a flow's row as its caller, with everything Dataverse does about it. */
export function changeSolutionFlow(
  { caller }: Pick<EmulatedCall, 'caller'>,
  organization: WithoutUser,
  row: Row,
  values: Row,
): FlowRecord {
  const call = asUser(organization, caller)
  wholly(call, () => asFlowPlane(() => changeValues(call, workflowTable, row, values)))
  const changed = organization.organization.tables[workflowTable.name]?.[String(row.workflowid)]
  return solutionRecord(organization, changed ?? row)
}

/** Removes a flow's row; it is turned off first, as the Flow plane does. */
export function removeSolutionFlow(
  { caller }: Pick<EmulatedCall, 'caller'>,
  organization: WithoutUser,
  row: Row,
): void {
  if (row.ismanaged === true) {
    throw new EmulatedFailure(
      403,
      'ManagedFlowNotDeletable',
      'The flow belongs to a managed solution and goes only with it.',
    )
  }
  const call = asUser(organization, caller)
  wholly(call, () => {
    changeValues(call, workflowTable, row, { statecode: 0 })
    const current = organization.organization.tables[workflowTable.name]?.[String(row.workflowid)]
    discardRow(call, workflowTable, current ?? row)
  })
}

/** Dataverse wraps what the Flow service said; the Flow service says it itself. */
function asFlowPlane(work: () => void): void {
  try {
    work()
  } catch (error) {
    const inner = error instanceof EmulatedFailure ? /details "(\{.*\})"\.$/.exec(error.message)?.[1] : undefined
    if (inner === undefined || !(error instanceof EmulatedFailure)) throw error
    // Written as JSON by the very function that refused.
    const { error: said } = JSON.parse(inner) as { error: { code: string; message: string } }
    throw new EmulatedFailure(error.status, said.code, said.message)
  }
}

function isCloudFlow({ category, type }: Row): boolean {
  return category === cloudFlowCategory && type === 1
}

function solutionRecord(organization: WithoutUser, row: Row): FlowRecord {
  // Read only where it is looked at: lists show a page of many.
  let read: ReturnType<typeof clientDataOf>
  const data = () => {
    read ??= clientDataOf(row)
    return read
  }
  const states = ['Stopped', 'Started', 'Suspended'] as const
  const state = states[Number(row.statecode ?? 0)] ?? 'Stopped'
  return {
    name: String(row.workflowid),
    displayName: String(row.name ?? ''),
    state,
    suspensionReason: state === 'Suspended' ? 'CompanyDlpViolation' : 'None',
    get definition() {
      return asJsonObject(data()?.definition)
    },
    get connectionReferences() {
      const references = data()?.connectionReferences
      return asJsonObject(typeof references === 'object' && references !== null ? references : {})
    },
    creator: objectIdOf(organization.organization, String(row.ownerid)),
    createdTime: moment(String(row.createdon)),
    lastModifiedTime: moment(String(row.modifiedon)),
    failureAlerts: false,
    isManaged: row.ismanaged === true,
    origin: { kind: 'solution', row, organization },
  }
}
