import type { CapabilityId, ManifestFormat } from '../src/index.ts'

/** A manifest that faults are planted in: plain JSON. */
export type Manifest = Record<string, unknown>

/** One kind of fault. */
export interface PlantedFault {
  readonly name: string
  readonly rule: string
  /** Puts the fault in and gives the JSON pointer of the place it is in. */
  plant(manifest: Manifest, format: ManifestFormat): string
  /** Formats that can have it; all when left out. */
  readonly formats?: readonly ManifestFormat[]
  readonly capabilities?: readonly CapabilityId[]
  readonly profile?: 'production' | 'development'
  readonly edition?: '2018-02' | 'current'
  /** Further rules that have to speak of the same fault. */
  readonly also?: readonly string[]
}

/** Sets what stands at a path, making the objects on the way, and gives its pointer. */
export function set(manifest: Manifest, path: readonly (string | number)[], value: unknown): string {
  let holder: Record<string | number, unknown> = manifest
  for (const step of path.slice(0, -1)) {
    const next = holder[step]
    const inner = typeof next === 'object' && next !== null ? next : {}
    holder[step] = inner
    holder = inner as Record<string | number, unknown> // an object or array of a JSON value
  }
  holder[path.at(-1) ?? ''] = value
  return `/${path.join('/')}`
}

const redirectPaths: Readonly<Record<ManifestFormat, readonly string[]>> = {
  'microsoft-graph': ['spa', 'redirectUris'],
  'azure-ad-graph': ['replyUrlsWithType'],
  'azure-ad-graph-early': ['replyUrls'],
}

/** Puts addresses in place of those that are there; gives the pointer of the one at an index. */
export function setRedirects(
  manifest: Manifest,
  format: ManifestFormat,
  addresses: readonly string[],
  index: number,
): string {
  const isTyped = format === 'azure-ad-graph'
  const list = addresses.map((url) => (isTyped ? { url, type: 'Spa' } : url))
  const pointer = set(manifest, redirectPaths[format], list)
  return `${pointer}/${index}${isTyped ? '/url' : ''}`
}

const fields: Readonly<Record<ManifestFormat, Readonly<Record<string, readonly string[]>>>> = {
  'microsoft-graph': {
    accessTokens: ['web', 'implicitGrantSettings', 'enableAccessTokenIssuance'],
    idTokens: ['web', 'implicitGrantSettings', 'enableIdTokenIssuance'],
    publicClient: ['isFallbackPublicClient'],
    logout: ['web', 'logoutUrl'],
    terms: ['info', 'termsOfServiceUrl'],
    privacy: ['info', 'privacyStatementUrl'],
    support: ['info', 'supportUrl'],
    mappedClaims: ['api', 'acceptMappedClaims'],
    tokenVersion: ['api', 'requestedAccessTokenVersion'],
  },
  'azure-ad-graph': {
    accessTokens: ['oauth2AllowImplicitFlow'],
    idTokens: ['oauth2AllowIdTokenImplicitFlow'],
    publicClient: ['allowPublicClient'],
    logout: ['logoutUrl'],
    terms: ['informationalUrls', 'termsOfService'],
    privacy: ['informationalUrls', 'privacy'],
    support: ['informationalUrls', 'support'],
    mappedClaims: ['acceptMappedClaims'],
    tokenVersion: ['requestedAccessTokenVersion'],
  },
  'azure-ad-graph-early': {
    accessTokens: ['oauth2AllowImplicitFlow'],
    idTokens: ['oauth2AllowIdTokenImplicitFlow'],
    publicClient: ['publicClient'],
    logout: ['logoutUrl'],
    terms: ['informationalUrls', 'termsOfService'],
    privacy: ['informationalUrls', 'privacy'],
    support: ['informationalUrls', 'support'],
    mappedClaims: ['acceptMappedClaims'],
    tokenVersion: ['requestedAccessTokenVersion'],
  },
}

/** Sets a setting where its format keeps it. */
export function setField(manifest: Manifest, format: ManifestFormat, field: string, value: unknown): string {
  return set(manifest, fields[format][field] ?? [], value)
}

/** Puts a list of permissions of one API in place of what is asked for. */
export function ask(manifest: Manifest, resourceAppId: string, ...resourceAccess: readonly object[]): string {
  return set(manifest, ['requiredResourceAccess'], [{ resourceAppId, resourceAccess }])
}
