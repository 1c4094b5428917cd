import { isOfDataverse } from './connector-tiers.ts'
import type { ConnectorTier, FlowContext, FlowUse } from './flow-use.ts'
import { actionsInFiveMinutes } from './rights.ts'

/** What a flow asks of whoever pays for its runs. Flows with equal needs get equal answers. */
export interface FlowNeed {
  readonly tier: ConnectorTier
  /** That some of its connectors are standard is assumed: what else they may be has to be covered, too. */
  readonly isTierAssumed: boolean
  /** Every connector beyond standard reaches Dataverse or Dynamics 365. */
  readonly isOfDataverse: boolean
  readonly desktop: FlowUse['desktop']
  readonly context: FlowContext | undefined
  readonly hasProcessLicence: boolean | undefined
  readonly isPayAsYouGo: boolean
  readonly isShared: boolean
  readonly requestsPerDay: number
  readonly isOverFiveMinutes: boolean
  /** Equal for equal needs. */
  readonly key: string
}

const tierRank: Readonly<Record<ConnectorTier, number>> = { standard: 0, unknown: 1, premium: 2, custom: 3 }

/** What a flow asks: the highest tier of its connectors, and what else licences depend on. */
export function flowNeed(flow: FlowUse): FlowNeed {
  let tier: ConnectorTier = flow.usesGateway ? 'premium' : 'standard'
  let beyond = flow.usesGateway ? 1 : 0
  let dataverse = 0
  let isTierAssumed = false
  for (const connector of flow.connectors) {
    if (tierRank[connector.tier] > tierRank[tier]) tier = connector.tier
    if (connector.tier === 'standard') {
      if (connector.isTierAssumed) isTierAssumed = true
      continue
    }
    beyond += 1
    if (isOfDataverse(connector.id)) dataverse += 1
  }
  const need = {
    tier,
    isTierAssumed,
    isOfDataverse: beyond > 0 && beyond === dataverse,
    desktop: flow.desktop,
    context: flow.context,
    hasProcessLicence: flow.hasProcessLicence,
    isPayAsYouGo: flow.isPayAsYouGo,
    isShared: flow.isShared,
    requestsPerDay: flow.requestsPerDay ?? 0,
    isOverFiveMinutes: (flow.actionsPerFiveMinutes ?? 0) > actionsInFiveMinutes,
  }
  return { ...need, key: keyOf(need) }
}

function keyOf(need: Omit<FlowNeed, 'key'>): string {
  const { context } = need
  return [
    need.tier,
    need.isTierAssumed,
    need.isOfDataverse,
    need.desktop,
    context === undefined ? '?' : `${context.powerApp}${context.dynamics}${context.teams}`,
    need.hasProcessLicence ?? '?',
    need.isPayAsYouGo,
    need.isShared,
    need.requestsPerDay,
    need.isOverFiveMinutes,
  ].join(' ')
}
