import type { Confidence, Source } from '../evidence.ts'

/** The projects and pages that operations cite again and again, so that each has one name. */
const names = {
  m365: 'pnp/cli-microsoft365',
  pnpPowerShell: 'pnp/powershell',
  terraform: 'microsoft/terraform-provider-power-platform',
  paconn: 'microsoft/PowerPlatformConnectors, tools/paconn-cli',
  powerAppsModules: 'Microsoft.PowerApps.PowerShell and Microsoft.PowerApps.Administration.PowerShell',
  powerAutomateDocs: 'MicrosoftDocs/power-automate-docs',
  powerPlatformDocs: 'MicrosoftDocs/power-platform',
  graphDocs: 'microsoftgraph/microsoft-graph-docs',
  storageDocs: 'MicrosoftDocs/azure-docs, Blob service REST API',
  community: 'Community code and captures of the portal’s requests',
} as const

/** A source by its short name; how sure it makes us is said where it is cited, since it differs by operation. */
export function source(name: keyof typeof names, confidence: Confidence, covers?: string): Source {
  return { name: names[name], confidence, ...(covers === undefined ? {} : { covers }) }
}

/** For what nobody has looked up yet. */
export function unverified(covers: string): Source {
  return { name: 'General knowledge of the service, not looked up', confidence: 'unverified', covers }
}
