import type { ServiceName } from '@sevenstep/cloud-access/operations'

/** Who answers at a host: the sign-in, or one of the services. */
export type HostOwner = ServiceName | 'identity'

/** The hosts of the public cloud that the emulator answers for; `*` stands for one label. */
const names: Readonly<Record<HostOwner, readonly string[]>> = {
  identity: ['login.microsoftonline.com', 'login.windows.net', 'login.microsoft.com', 'sts.windows.net'],
  // Links to the next page of flows lead to the resource manager in front of the service.
  flow: ['api.flow.microsoft.com', '*.api.flow.microsoft.com', 'management.azure.com'],
  'power-apps': ['api.powerapps.com', '*.api.powerapps.com'],
  'business-applications': ['api.bap.microsoft.com', '*.api.bap.microsoft.com'],
  'power-platform': ['api.powerplatform.com', '*.*.tenant.api.powerplatform.com'],
  'power-platform-environment': ['*.*.environment.api.powerplatform.com'],
  dataverse: ['', ...Array.from({ length: 21 }, (_, place) => String(place + 2))].flatMap((region) => [
    `*.crm${region}.dynamics.com`,
    `*.api.crm${region}.dynamics.com`,
  ]),
  graph: ['graph.microsoft.com'],
  'partner-center': ['api.partnercenter.microsoft.com'],
  storage: ['*.blob.core.windows.net'],
}

/** Every host name the emulator answers for, with who answers, the more particular one first. */
export const emulatedHosts: readonly (readonly [name: string, owner: HostOwner])[] = Object.entries(names).flatMap(
  // The keys of `names` are exactly the owners, which `Object.entries` cannot know.
  ([owner, hosts]) => hosts.map((host) => [host, owner as HostOwner] as const),
)

const matchers = emulatedHosts.map(([name, owner]) => ({
  owner,
  pattern: new RegExp(`^${name.replaceAll('.', '\\.').replaceAll('*', '[a-z0-9-]+')}$`),
}))

const known = new Map<string, HostOwner | undefined>()

/** Who answers at a host name, given in any case and without a port; nothing where it is not emulated. */
export function ownerOfHost(host: string): HostOwner | undefined {
  const name = host.toLowerCase()
  if (known.has(name)) return known.get(name)
  const owner = matchers.find(({ pattern }) => pattern.test(name))?.owner
  // Names come from outside, so what is remembered has a limit.
  if (known.size < 5000) known.set(name, owner)
  return owner
}

/** Short names that may stand for a host in `http://localhost:PORT/{name}/…`. */
export const hostAliases: Readonly<Record<string, string>> = {
  login: 'login.microsoftonline.com',
  flow: 'api.flow.microsoft.com',
  'power-apps': 'api.powerapps.com',
  'business-applications': 'api.bap.microsoft.com',
  'power-platform': 'api.powerplatform.com',
  graph: 'graph.microsoft.com',
  'partner-center': 'api.partnercenter.microsoft.com',
}
