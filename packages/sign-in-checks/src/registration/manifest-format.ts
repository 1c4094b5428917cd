import type { JsonNode } from '@sevenstep/located-json'

/**
 * The three forms an app registration is exported in: today's, which is what `GET /applications/{id}` of Microsoft Graph
 * gives; the portal's older one; and the one before that, which still says `availableToOtherTenants`.
 */
export type ManifestFormat = 'microsoft-graph' | 'azure-ad-graph' | 'azure-ad-graph-early'

/** The formats in words, for messages and reports. */
export const formatNames: Readonly<Record<ManifestFormat, string>> = {
  'microsoft-graph': 'Microsoft Graph format',
  'azure-ad-graph': 'Azure AD Graph format',
  'azure-ad-graph-early': 'early Azure AD Graph format',
}

/** Keys that only one of the formats has. */
export const ownKeys: Readonly<Record<ManifestFormat, readonly string[]>> = {
  'microsoft-graph': ['web', 'spa', 'publicClient', 'api', 'info', 'isFallbackPublicClient', 'verifiedPublisher'],
  'azure-ad-graph': [
    'replyUrlsWithType',
    'oauth2AllowImplicitFlow',
    'oauth2AllowIdTokenImplicitFlow',
    'allowPublicClient',
    'informationalUrls',
    'signInUrl',
    'logoutUrl',
    'oauth2Permissions',
    'requestedAccessTokenVersion',
    'accessTokenAcceptedVersion',
    'knownClientApplications',
    'name',
  ],
  'azure-ad-graph-early': ['availableToOtherTenants', 'replyUrls', 'homepage'],
}

/** Keys that app registrations have in every format, or that nothing else is likely to have. */
const commonKeys: readonly string[] = [
  'appId',
  'signInAudience',
  'requiredResourceAccess',
  'passwordCredentials',
  'keyCredentials',
  'identifierUris',
  'publisherDomain',
  'appRoles',
  'preAuthorizedApplications',
]

/** Keys that other files have as well, so that they tell nothing alone. */
const ordinaryKeys: ReadonlySet<string> = new Set(['name', 'web', 'info', 'api', 'homepage', 'publicClient'])

/** True when a JSON object has at least two keys that together only app registrations have. */
export function looksLikeManifest(root: JsonNode): boolean {
  if (root.kind !== 'object') return false
  const telling = [...commonKeys, ...Object.values(ownKeys).flat()].filter((key) => !ordinaryKeys.has(key))
  return telling.filter((key) => root.member(key) !== undefined).length >= 2
}

/** The format of a registration; nothing when no key tells. */
export function recogniseFormat(root: JsonNode): ManifestFormat | undefined {
  if (root.kind !== 'object') return undefined
  const has = (key: string) => root.member(key) !== undefined
  const isObject = (key: string) => root.member(key)?.kind === 'object'
  if (['web', 'spa', 'api', 'info', 'publicClient'].some(isObject)) return 'microsoft-graph'
  if (has('availableToOtherTenants') || has('replyUrls')) return 'azure-ad-graph-early'
  if (ownKeys['azure-ad-graph'].some(has)) return 'azure-ad-graph'
  return has('displayName') || has('isFallbackPublicClient') ? 'microsoft-graph' : undefined
}
