import { parseApiName } from '../names/connector-names.ts'
import { premiumConnectors, standardConnectors } from './tier-table.ts'

/** What a connector asks of a licence. */
export type ConnectorTier = 'standard' | 'premium' | 'custom' | 'unknown'

/** What is known of one connector's tier. */
export interface KnownTier {
  readonly tier: ConnectorTier
  /** `low`: known at second hand. Microsoft moves connectors between tiers, and no page that could be read lists them. */
  readonly confidence: 'high' | 'low'
}

/** The day on which the table was last gone through. */
export const connectorTiersSeen = '2026-11-29'

const tiers: ReadonlyMap<string, KnownTier> = new Map([
  ...entries(standardConnectors, 'standard'),
  ...entries(premiumConnectors, 'premium'),
])

/** Actions and triggers of the service itself that take a premium licence, by type or type and kind; of low confidence. */
export const premiumTypes: ReadonlySet<string> = new Set(['Http', 'HttpWebhook', 'Request/Http'])

/**
 * The tier of a connector by its api name, corrected by what the caller knows. A name that ends in the ids of an
 * environment is a custom connector's. One that is not in the table is `unknown`: it has to be asked, never assumed.
 */
export function connectorTierOf(apiName: string, corrections: Readonly<Record<string, ConnectorTier>> = {}): KnownTier {
  const corrected = Object.hasOwn(corrections, apiName) ? corrections[apiName] : undefined
  if (corrected !== undefined) return { tier: corrected, confidence: 'high' }
  if (parseApiName(apiName).suffix !== '') return { tier: 'custom', confidence: 'high' }
  return tiers.get(apiName.toLowerCase()) ?? { tier: 'unknown', confidence: 'low' }
}

function entries(list: string, tier: ConnectorTier): [string, KnownTier][] {
  return list.split(/\s+/).map((name) => [name, { tier, confidence: 'low' }])
}
