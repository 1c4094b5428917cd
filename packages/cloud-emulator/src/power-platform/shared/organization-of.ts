import type { OrganizationCall, WithoutUser } from '../../dataverse/rows/organization-call.ts'
import { organizationUser } from '../../dataverse/users/organization-user.ts'
import { settleWork } from '../../dataverse/work/settle-work.ts'
import type { EmulatedCall } from '../../operation/emulated-operation.ts'
import type { EnvironmentState } from '../../state/environment-state.ts'

/** The database of an environment, brought up to the present; nothing where there is none. */
export function organizationOf(
  { tenant, clock, planWork }: Pick<EmulatedCall, 'tenant' | 'clock' | 'planWork'>,
  environment: EnvironmentState,
): WithoutUser | undefined {
  const { dataverse } = environment
  if (dataverse === undefined) return undefined
  const organization = { organization: dataverse, environment, tenant, now: clock.now(), undo: [], planWork, root: '' }
  settleWork(organization)
  return organization
}

/**
 * The same as the caller's own request to Dataverse.
 *
 * @throws EmulatedFailure where the caller is no user of that database.
 */
export function asUser(organization: WithoutUser, caller: EmulatedCall['caller']): OrganizationCall {
  return { ...organization, user: organizationUser(organization, caller) }
}
