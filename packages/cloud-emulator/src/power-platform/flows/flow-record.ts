import type { WithoutUser } from '../../dataverse/rows/organization-call.ts'
import type { Row } from '../../dataverse/state.ts'
import type { EnvironmentState } from '../../state/environment-state.ts'
import type { JsonValue } from '../shared/json-value.ts'
import type { FlowState } from '../state.ts'

/** A flow, whether it is one of "My flows" or belongs to a solution and is a row of Dataverse. */
export interface FlowRecord {
  readonly name: string
  readonly displayName: string
  readonly state: 'Started' | 'Stopped' | 'Suspended' | 'Deleted'
  readonly suspensionReason: string
  readonly definition: Readonly<Record<string, JsonValue>>
  readonly connectionReferences: Readonly<Record<string, JsonValue>>
  /** Object id. */
  readonly creator: string
  readonly createdTime: string
  readonly lastModifiedTime: string
  readonly failureAlerts: boolean
  readonly isManaged: boolean
  readonly origin: FlowOrigin
}

/** Where a flow is kept. */
export type FlowOrigin =
  | { readonly kind: 'own'; readonly flow: FlowState }
  | { readonly kind: 'solution'; readonly row: Row; readonly organization: WithoutUser }

/** Days that a removed flow can be restored. */
const keptDays = 21

/** The flows of "My flows", those in the recycle bin with the state `Deleted`. */
export function ownFlows({ flows }: EnvironmentState, now: Date): readonly FlowRecord[] {
  return Object.values(flows)
    .filter(({ deletedTime }) => {
      return deletedTime === undefined || now.getTime() - Date.parse(deletedTime) < keptDays * 86_400_000
    })
    .map(recordOf)
}

/** One of "My flows" as a record. */
export function recordOf(flow: FlowState): FlowRecord {
  return {
    ...flow,
    state: flow.deletedTime === undefined ? flow.state : 'Deleted',
    isManaged: false,
    origin: { kind: 'own', flow },
  }
}
