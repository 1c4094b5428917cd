/**
 * `settings.json`: what the command line remembers about a connector in an environment. Everything is optional, and the
 * file is not part of a submission. Published settings schema; the last four are read by the command line only.
 */
export interface ConnectorSettings {
  /** `shared_…` name of the connector. */
  connectorId?: string | null
  /** Id of the environment, also as `Default-` and a tenant's id. */
  environment?: string | null
  /** File names. */
  apiProperties?: string | null
  apiDefinition?: string | null
  icon?: string | null
  script?: string | null
  powerAppsUrl?: string | null
  powerAppsApiVersion?: string | null
  flowUrl?: string | null
  flowApiVersion?: string | null
  clientId?: string | null
  tenant?: string | null
  authorityUrl?: string | null
  resource?: string | null
}
