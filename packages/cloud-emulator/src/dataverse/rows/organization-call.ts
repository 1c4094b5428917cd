import type { WorkPlan } from '../../operation/work-plan.ts'
import type { TenantState } from '../../state/emulator-state.ts'
import type { EnvironmentState } from '../../state/environment-state.ts'
import type { DataverseState, Row } from '../state.ts'

/** One request to one organisation while it is answered: whose, when, and what has to be undone if it fails. */
export interface OrganizationCall {
  readonly organization: DataverseState
  readonly environment: EnvironmentState
  readonly tenant: TenantState
  readonly now: Date
  /** `systemuserid` of the user who acts: the caller, or whom the caller impersonates. */
  readonly user: string
  /** How to take back what was done so far, in the order it was done. */
  readonly undo: (() => void)[]
  readonly planWork: (kind: string, usualMilliseconds: number) => WorkPlan
  /** Where the Web API begins as the client reaches it, without a slash at the end. */
  readonly root: string
}

/** Who and where, before it is known which user of the organisation calls. */
export type WithoutUser = Omit<OrganizationCall, 'user'>

/** Runs work whole or not at all. */
export function wholly<Result>(call: Pick<OrganizationCall, 'undo'>, work: () => Result): Result {
  const before = call.undo.length
  try {
    return work()
  } catch (failure) {
    while (call.undo.length > before) call.undo.pop()?.()
    throw failure
  }
}

/** The row of a user; users are never removed while they act. */
function userRow(organization: DataverseState, user: string): Row {
  return organization.tables.systemuser?.[user] ?? {}
}

/** The object id in the directory of a user. */
export function objectIdOf(organization: DataverseState, user: string): string {
  return String(userRow(organization, user).azureactivedirectoryobjectid ?? '')
}
