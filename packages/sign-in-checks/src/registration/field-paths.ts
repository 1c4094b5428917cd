import type { ManifestFormat } from './manifest-format.ts'

/** A setting of a registration that each format keeps at a place of its own. */
export type Field =
  | 'name'
  | 'audience'
  | 'implicitAccessTokens'
  | 'implicitIdTokens'
  | 'publicClient'
  | 'homeUrl'
  | 'logoutUrl'
  | 'terms'
  | 'privacy'
  | 'support'
  | 'exposedScopes'
  | 'tokenVersion'
  | 'knownClients'
  | 'preAuthorized'
  | 'mappedClaims'

type Path = readonly string[]

const oldPlaces: Readonly<Record<Field, readonly Path[]>> = {
  name: [['name']],
  audience: [['signInAudience']],
  implicitAccessTokens: [['oauth2AllowImplicitFlow']],
  implicitIdTokens: [['oauth2AllowIdTokenImplicitFlow']],
  publicClient: [['allowPublicClient']],
  homeUrl: [['signInUrl']],
  logoutUrl: [['logoutUrl']],
  terms: [['informationalUrls', 'termsOfService']],
  privacy: [['informationalUrls', 'privacy']],
  support: [['informationalUrls', 'support']],
  exposedScopes: [['oauth2Permissions']],
  tokenVersion: [['requestedAccessTokenVersion'], ['accessTokenAcceptedVersion']],
  knownClients: [['knownClientApplications']],
  preAuthorized: [['preAuthorizedApplications']],
  mappedClaims: [['acceptMappedClaims']],
}

/**
 * Where each format keeps a setting; the first place that is there counts. Microsoft's page shows the short names of
 * the information links, real objects have the long ones.
 */
export const fieldPaths: Readonly<Record<ManifestFormat, Readonly<Record<Field, readonly Path[]>>>> = {
  'microsoft-graph': {
    name: [['displayName']],
    audience: [['signInAudience']],
    implicitAccessTokens: [['web', 'implicitGrantSettings', 'enableAccessTokenIssuance']],
    implicitIdTokens: [['web', 'implicitGrantSettings', 'enableIdTokenIssuance']],
    publicClient: [['isFallbackPublicClient']],
    homeUrl: [['web', 'homePageUrl']],
    logoutUrl: [['web', 'logoutUrl']],
    terms: [
      ['info', 'termsOfServiceUrl'],
      ['info', 'termsOfService'],
    ],
    privacy: [
      ['info', 'privacyStatementUrl'],
      ['info', 'privacy'],
    ],
    support: [
      ['info', 'supportUrl'],
      ['info', 'support'],
    ],
    exposedScopes: [['api', 'oauth2PermissionScopes']],
    tokenVersion: [['api', 'requestedAccessTokenVersion']],
    knownClients: [['api', 'knownClientApplications']],
    preAuthorized: [['api', 'preAuthorizedApplications']],
    mappedClaims: [['api', 'acceptMappedClaims']],
  },
  'azure-ad-graph': oldPlaces,
  'azure-ad-graph-early': {
    ...oldPlaces,
    name: [['displayName']],
    audience: [['signInAudience'], ['availableToOtherTenants']],
    publicClient: [['publicClient'], ['allowPublicClient']],
    homeUrl: [['homepage'], ['signInUrl']],
  },
}
