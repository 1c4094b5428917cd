import { premiumConnectors, standardConnectors } from '../generated/tier-table.ts'
import type { ConnectorTier } from './flow-use.ts'

/**
 * Tiers of connectors for where nobody says one; the table is that of step 4. Known at second hand, and Microsoft moves
 * connectors between tiers: what rests on it is assumed, and what is given with a flow always counts more.
 */
const knownTiers: ReadonlyMap<string, ConnectorTier> = new Map([
  ...standardConnectors.split(/\s+/).map((id) => [id, 'standard'] as const),
  ...premiumConnectors.split(/\s+/).map((id) => [id, 'premium'] as const),
])

/** Connectors that put a flow into the context of Dataverse or Dynamics 365 by themselves. */
const ofDataverse: ReadonlySet<string> = new Set([
  'shared_commondataservice',
  'shared_commondataserviceforapps',
  'shared_dynamicscrmonline',
  'shared_dynamicsax',
  'shared_dynamicssmbsaas',
  'shared_d365fraudprotection',
])

/** The tier our table has for a connector, whose id is given in any case, as a name or at the end of a path. */
export function knownTierOf(connector: string): ConnectorTier {
  return knownTiers.get(plainConnectorId(connector)) ?? 'unknown'
}

/** Whether a connector reaches Dataverse or Dynamics 365. */
export function isOfDataverse(connector: string): boolean {
  return ofDataverse.has(plainConnectorId(connector))
}

/** `shared_x`, out of a path such as `/providers/Microsoft.PowerApps/apis/shared_x`. */
export function plainConnectorId(connector: string): string {
  return connector.slice(connector.lastIndexOf('/') + 1).toLowerCase()
}
