import type { CapabilityId } from '../data/capabilities.ts'
import type { Edition, Profile } from '../engine/sign-in-subject.ts'
import type { TenantFacts } from '../engine/tenant-facts.ts'
import type { ManifestFormat } from '../registration/manifest-format.ts'

/**
 * A registration for a test. An object is laid over a small faultless manifest of the format, key by key at the top
 * level; a key that is `undefined` is left out. A text is the file as it is.
 */
export interface Given {
  readonly manifest: string | Readonly<Record<string, unknown>>
  readonly format?: ManifestFormat
  readonly profile?: Profile
  readonly edition?: Edition
  readonly capabilities?: readonly CapabilityId[]
  /** `2026-11-20` when left out. */
  readonly today?: string
  readonly facts?: TenantFacts
}

/** The name of the file in tests. */
export const manifestPath = 'app-manifest.json'

/** The text of a given registration. */
export function manifestText({ manifest, format = 'microsoft-graph' }: Given): string {
  if (typeof manifest === 'string') return manifest
  return JSON.stringify({ ...faultlessManifests[format], ...manifest }, undefined, 2)
}

const requiredResourceAccess = [
  {
    resourceAppId: '00000003-0000-0000-c000-000000000000',
    resourceAccess: [{ id: 'e1fe6dd8-ba31-4d61-89e7-88639da4683d', type: 'Scope' }],
  },
]

const shared = {
  id: 'c2f9f0de-6d4d-44d2-9d5b-8a0b7c1f2e33',
  appId: '0d5b2a6e-3f2c-4b6f-9a39-0b1f8a3c7d11',
  identifierUris: [],
  publisherDomain: 'fleetdesk.example',
  requiredResourceAccess,
}

const oldShape = {
  ...shared,
  oauth2AllowImplicitFlow: false,
  oauth2AllowIdTokenImplicitFlow: false,
  acceptMappedClaims: null,
  logoutUrl: 'https://fleetdesk.example/signed-out',
  informationalUrls: {
    termsOfService: 'https://fleetdesk.example/terms',
    support: 'https://fleetdesk.example/support',
    privacy: 'https://fleetdesk.example/privacy',
    marketing: null,
  },
  keyCredentials: [{ keyId: 'b4f0a0f6-7f39-4d4b-9f1d-6a6f5d1f0a77', endDate: '2027-10-01T00:00:00Z' }],
  passwordCredentials: [],
}

/** A registration of each format that nothing is wrong with, all saying the same. */
export const faultlessManifests: Readonly<Record<ManifestFormat, Readonly<Record<string, unknown>>>> = {
  'microsoft-graph': {
    ...shared,
    displayName: 'Fleet Desk',
    signInAudience: 'AzureADMultipleOrgs',
    isFallbackPublicClient: false,
    verifiedPublisher: {
      displayName: 'Fleet Desk Ltd',
      verifiedPublisherId: '1234567',
      addedDateTime: '2025-02-03T08:00:00Z',
    },
    api: { acceptMappedClaims: null, requestedAccessTokenVersion: 2, oauth2PermissionScopes: [] },
    web: {
      homePageUrl: 'https://fleetdesk.example',
      logoutUrl: 'https://fleetdesk.example/signed-out',
      redirectUris: [],
      implicitGrantSettings: { enableAccessTokenIssuance: false, enableIdTokenIssuance: false },
    },
    spa: { redirectUris: ['https://fleetdesk.example/signed-in'] },
    publicClient: { redirectUris: [] },
    info: {
      termsOfServiceUrl: 'https://fleetdesk.example/terms',
      supportUrl: 'https://fleetdesk.example/support',
      privacyStatementUrl: 'https://fleetdesk.example/privacy',
    },
    keyCredentials: [
      {
        keyId: 'b4f0a0f6-7f39-4d4b-9f1d-6a6f5d1f0a77',
        displayName: 'CN=fleetdesk.example',
        endDateTime: '2027-10-01T00:00:00Z',
      },
    ],
    passwordCredentials: [],
  },
  'azure-ad-graph': {
    ...oldShape,
    name: 'Fleet Desk',
    signInAudience: 'AzureADMultipleOrgs',
    allowPublicClient: false,
    requestedAccessTokenVersion: 2,
    signInUrl: 'https://fleetdesk.example',
    replyUrlsWithType: [{ url: 'https://fleetdesk.example/signed-in', type: 'Spa' }],
    oauth2Permissions: [],
  },
  'azure-ad-graph-early': {
    ...oldShape,
    displayName: 'Fleet Desk',
    availableToOtherTenants: true,
    publicClient: false,
    homepage: 'https://fleetdesk.example',
    replyUrls: ['https://fleetdesk.example/signed-in'],
  },
}
