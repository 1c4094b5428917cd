import type { Place } from '@sevenstep/rule-engine'

/** What a connector asks of a licence. `unknown` where nobody said and our table does not have it. */
export type ConnectorTier = 'standard' | 'premium' | 'custom' | 'unknown'

/** How a flow begins: that decides whose licence counts. */
export type TriggerKind = 'automated' | 'scheduled' | 'instant' | 'http-request' | 'child' | 'unknown'

/** A connector of a flow. */
export interface FlowConnector {
  /** `shared_…`. */
  readonly id: string
  readonly tier: ConnectorTier
  /** The tier is our table's, or its giver's with low confidence: nobody looked it up for this flow. */
  readonly isTierAssumed: boolean
  readonly at: Place
}

/** What a flow belongs to; seeded licences only cover flows in the context of their product. */
export interface FlowContext {
  /** Started by a Power App or associated with one. */
  readonly powerApp: boolean
  /** Part of a Dynamics 365 app or associated with one. */
  readonly dynamics: boolean
  /** Uses Dataverse for Teams only. */
  readonly teams: boolean
}

/** A flow as far as licences care. */
export interface FlowUse {
  readonly name: string
  readonly connectors: readonly FlowConnector[]
  readonly trigger: TriggerKind
  /** User name or object id; nothing where each user owns a copy. */
  readonly owner: string | undefined
  readonly isOwnedByApplication: boolean
  /** Who starts an instant flow; nothing for everybody of the list. */
  readonly runners: readonly string[] | undefined
  /** Power Platform requests in 24 hours, per person who pays for them. */
  readonly requestsPerDay: number | undefined
  /** Highest number of actions in five minutes. */
  readonly actionsPerFiveMinutes: number | undefined
  /** Nothing where nobody said. */
  readonly context: FlowContext | undefined
  /** Whether a Process or per-flow licence is allocated to it; nothing where nobody said. */
  readonly hasProcessLicence: boolean | undefined
  readonly isPayAsYouGo: boolean
  readonly usesGateway: boolean
  readonly desktop: 'none' | 'attended' | 'unattended'
  readonly isShared: boolean
  readonly at: Place
}
