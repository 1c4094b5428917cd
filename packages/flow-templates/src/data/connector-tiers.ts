import { parseApiName } from '../names/connector-names.ts'

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

/** Connectors that every licence covers, by api name. */
const standard = `shared_approvals shared_excelonlinebusiness shared_flowmanagement shared_flowpush shared_microsoftforms
shared_msnweather shared_office365 shared_office365groups shared_office365groupsmail shared_office365users shared_onedrive
shared_onedriveforbusiness shared_onenote shared_outlook shared_planner shared_powerbi shared_rss shared_sendmail
shared_sharepointonline shared_teams shared_todo shared_yammer shared_conversionservice shared_slack shared_trello
shared_dropbox shared_googlecalendar shared_googledrive shared_github`

/** Connectors that take a licence of their own, by api name. */
const premium = `shared_acsemail shared_adobesign shared_azureautomation shared_azureblob
shared_azurecommunicationservicessms shared_azuread shared_azurefile shared_azurequeues shared_azuretables
shared_commondataservice shared_commondataserviceforapps shared_documentdb shared_docusign shared_dynamicsax
shared_eventhubs shared_filesystem shared_keyvault shared_mysql shared_oracle shared_postgresql shared_salesforce
shared_servicebus shared_service-now shared_sftpwithssh shared_sql shared_webcontents shared_webcontentsv2
shared_wordonlinebusiness shared_zendesk`

const tiers: ReadonlyMap<string, KnownTier> = new Map([
  ...entries(standard, 'standard'),
  ...entries(premium, 'premium'),
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
