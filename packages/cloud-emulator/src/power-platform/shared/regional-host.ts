import type { EnvironmentState } from '../../state/environment-state.ts'

/** The Flow service calls regions by other names than BAP. */
const flowRegions: Readonly<Record<string, string>> = { europe: 'emea', unitedstates: 'us' }

/** The resource manager in front of the Flow service, which makers' lists lead to from page to page. */
export const resourceManagerHost = 'management.azure.com'

/** Hosts that stand in payloads, links and `Location` of an environment's region. */
export function regionalHosts({ region }: Pick<EnvironmentState, 'region'>) {
  return {
    businessApplications: `${region}.api.bap.microsoft.com`,
    powerApps: `${region}.api.powerapps.com`,
    flow: `${flowRegions[region] ?? region}.api.flow.microsoft.com`,
  }
}
