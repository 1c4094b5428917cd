import type { ConnectorTier } from './flow-use.ts'

/**
 * Tiers of connectors that flows are full of, for where nobody says a tier. General knowledge, not looked up again:
 * Microsoft moves connectors between tiers, so what is given with a flow always counts more.
 */
const knownTiers: Readonly<Record<string, ConnectorTier>> = {
  shared_office365: 'standard',
  shared_office365users: 'standard',
  shared_office365groups: 'standard',
  shared_outlook: 'standard',
  shared_sharepointonline: 'standard',
  shared_onedriveforbusiness: 'standard',
  shared_onedrive: 'standard',
  shared_excelonlinebusiness: 'standard',
  shared_teams: 'standard',
  shared_planner: 'standard',
  shared_todo: 'standard',
  shared_microsoftforms: 'standard',
  shared_approvals: 'standard',
  shared_flowpush: 'standard',
  shared_rss: 'standard',
  shared_yammer: 'standard',
  shared_powerbi: 'standard',
  shared_commondataservice: 'premium',
  shared_commondataserviceforapps: 'premium',
  shared_sql: 'premium',
  shared_azureblob: 'premium',
  shared_keyvault: 'premium',
  shared_webcontents: 'premium',
  shared_http: 'premium',
  shared_salesforce: 'premium',
  shared_uiflow: 'premium',
}

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
  const id = plainConnectorId(connector)
  return Object.hasOwn(knownTiers, id) ? (knownTiers[id] ?? 'unknown') : 'unknown'
}

/** Whether a connector reaches Dataverse or Dynamics 365. */
export function isOfDataverse(connector: string): boolean {
  return ofDataverse.has(plainConnectorId(connector))
}

/** `shared_x`, out of a path such as `/providers/Microsoft.PowerApps/apis/shared_x`. */
export function plainConnectorId(connector: string): string {
  return connector.slice(connector.lastIndexOf('/') + 1).toLowerCase()
}
