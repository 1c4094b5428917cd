import type { JsonNode } from '@sevenstep/located-json'
import { type ConnectorTier, connectorTierOf, premiumTypes } from '../data/connector-tiers.ts'
import type { FlowFacts } from './flow-subject.ts'
import type { PlacedFlow } from './placed-flow.ts'

/** What a flow asks of a licence, and on whose word. */
export interface LicenceNeed {
  readonly tier: 'standard' | 'premium' | 'unknown'
  /** `low` when a tier it rests on is known at second hand. */
  readonly confidence: 'high' | 'low'
  /** What decides: connectors and actions of that tier. */
  readonly because: readonly LicenceReason[]
  /** Whose licence counts: the owner's, or that of each person who runs it. */
  readonly whose: 'owner' | 'runner'
}

/** One connector, action or trigger that decides the tier. */
export interface LicenceReason {
  /** An api name, or the type of an action. */
  readonly name: string
  readonly tier: ConnectorTier
  readonly confidence: 'high' | 'low'
  readonly node: JsonNode
}

/**
 * The licence a flow takes, from its connectors and actions: the strongest decides, custom connectors count as premium.
 * Where one is not in the table and none is premium for certain, the answer is `unknown`: ask, do not assume.
 */
export function licenceNeedOf(placed: PlacedFlow, facts: FlowFacts = {}): LicenceNeed {
  const reasons = reasonsOf(placed, facts)
  const premium = reasons.filter(({ tier }) => tier === 'premium' || tier === 'custom')
  const unknown = reasons.filter(({ tier }) => tier === 'unknown')
  const because = premium.length > 0 ? premium : unknown
  const tier = premium.length > 0 ? 'premium' : unknown.length > 0 ? 'unknown' : 'standard'
  const decided = because.length > 0 ? because : reasons
  // One certain reason for premium is enough; for standard all have to be certain.
  const isCertain =
    tier === 'premium'
      ? because.some(({ confidence }) => confidence === 'high')
      : decided.every(({ confidence }) => confidence === 'high')
  return { tier, confidence: isCertain ? 'high' : 'low', because, whose: whoseLicence(placed) }
}

function reasonsOf({ flow, actions, triggers }: PlacedFlow, facts: FlowFacts): readonly LicenceReason[] {
  const references = flow.connectionReferences.flatMap(({ key, apiName }): LicenceReason[] => {
    const node = flow.file.json.root?.find('properties', 'connectionReferences', key)
    if (node === undefined || apiName === undefined) return []
    return [{ name: apiName, node, ...connectorTierOf(apiName, facts.connectorTiers) }]
  })
  const steps = [...triggers, ...actions.map(({ node }) => node)].flatMap((node): LicenceReason[] => {
    const type = node.text('type') ?? ''
    const kind = node.text('kind')
    const name = [type, `${type}/${kind}`].find((candidate) => premiumTypes.has(candidate))
    return name === undefined ? [] : [{ name, node, tier: 'premium', confidence: 'low' }]
  })
  return [...references, ...steps]
}

/** Flows a person starts count against that person's licence, all others against the owner's. */
function whoseLicence({ triggers: [trigger] }: PlacedFlow): 'owner' | 'runner' {
  const kind = trigger?.text('kind') ?? ''
  return trigger?.text('type') === 'Request' && !/^Http$/i.test(kind) ? 'runner' : 'owner'
}
