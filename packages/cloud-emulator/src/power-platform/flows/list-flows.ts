import type { FlowCall } from './find-flow.ts'
import type { FlowRecord } from './flow-record.ts'

/** The part of a list that a maker asks for: own flows, shared ones, with or without those of solutions. */
export function listedFlows(
  { caller }: Pick<FlowCall, 'caller'>,
  flows: readonly FlowRecord[],
  { $filter = '', include = '' }: { readonly $filter?: string | undefined; readonly include?: string | undefined },
): readonly FlowRecord[] {
  const withSolutions = /includeSolutionCloudFlows/i.test(include)
  const personal = /search\('personal'\)/i.test($filter)
  const team = /search\('team'\)/i.test($filter) || /sharingType\s+eq\s+'Coauthor'/i.test($filter)
  return flows.filter((flow) => {
    if (flow.state === 'Deleted') return false
    if (flow.origin.kind === 'solution' && !withSolutions) return false
    if (personal) return flow.creator === caller.objectId
    if (team) return flow.creator !== caller.objectId || isShared(flow)
    return true
  })
}

function isShared({ origin }: FlowRecord): boolean {
  return origin.kind === 'own' && origin.flow.permissions.length > 0
}
