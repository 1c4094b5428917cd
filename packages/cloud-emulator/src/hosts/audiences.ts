import type { ServiceName } from '@sevenstep/cloud-access/operations'

/**
 * The audiences each service takes, as it lists them when it refuses another one; the first is the one to ask for.
 * Dataverse takes the address of the organisation itself.
 *
 * Sources: pnp/cli-microsoft365 issue 2573, microsoft/Power-Fx issue 2986, the clients cited on the operation pages.
 */
const audiences: Readonly<Record<Exclude<ServiceName, 'dataverse' | 'storage'>, readonly string[]>> = {
  flow: [
    'https://service.flow.microsoft.com/',
    'https://management.azure.com/',
    'https://management.core.windows.net/',
  ],
  'power-apps': [
    'https://service.powerapps.com/',
    'https://apps.powerapps.com',
    'https://apps.powerapps.com/',
    'https://apihub.azure.com',
    'https://api.powerplatform.com',
  ],
  'business-applications': [
    'https://service.powerapps.com/',
    'https://apps.powerapps.com',
    'https://api.bap.microsoft.com/',
    'https://api.powerplatform.com',
  ],
  'power-platform': ['https://api.powerplatform.com'],
  'power-platform-environment': ['https://api.powerplatform.com'],
  'partner-center': ['https://api.partnercenter.microsoft.com', 'fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd'],
  graph: ['https://graph.microsoft.com', '00000003-0000-0000-c000-000000000000'],
}

/** The audiences that a service takes at a host. */
export function audiencesOf(service: ServiceName, host: string): readonly string[] {
  if (service === 'storage') return []
  if (service !== 'dataverse') return audiences[service]
  const plain = host.replace(/\.api\.(?=crm)/, '.')
  return [...new Set([`https://${plain}`, `https://${host}`])]
}

/** Whether a token's audience is one of those; strictly, or with and without the slash at the end. */
export function isAudienceTaken(audience: string, taken: readonly string[], strict: boolean): boolean {
  if (strict) return taken.includes(audience)
  const plain = (text: string) => text.replace(/\/+$/, '').toLowerCase()
  return taken.some((each) => plain(each) === plain(audience))
}
