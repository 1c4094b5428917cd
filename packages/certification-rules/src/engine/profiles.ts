import type { Connector } from '@sevenstep/connector-schema'

/** Who is judged: the owner of the service, somebody else who publishes it, or nobody who wants certification. */
export type Profile = 'verified-publisher' | 'independent-publisher' | 'custom'

/** What the files are for: the public repository, or the package handed in for certification. */
export type Target = 'repository' | 'package'

/** All profiles; the first is what is assumed when nothing points elsewhere. */
export const profiles: readonly Profile[] = ['verified-publisher', 'independent-publisher', 'custom']

/** All targets; the first is what is assumed. */
export const targets: readonly Target[] = ['repository', 'package']

const profileByFolder: Readonly<Record<string, Profile>> = {
  'certified-connectors': 'verified-publisher',
  'independent-publisher-connectors': 'independent-publisher',
  'custom-connectors': 'custom',
}

/** Brand colour that independent publishers have to use, and nobody else. */
export const independentBrandColor = '#da3b01'

/**
 * Works out who is judged: from the folder names of the public repository in `path`, else from the brand colour that
 * independent publishers share, else a verified publisher.
 */
export function detectProfile(connector: Connector, path = ''): Profile {
  for (const step of path.split(/[\\/]/).reverse()) {
    const profile = Object.hasOwn(profileByFolder, step) ? profileByFolder[step] : undefined
    if (profile !== undefined) return profile
  }
  const color = connector.properties?.iconBrandColor?.toLowerCase()
  return color === independentBrandColor ? 'independent-publisher' : 'verified-publisher'
}
