import {
  type Cloud,
  CloudFailure,
  createApplicationCredential,
  createBrowserCredential,
  type createCloudClient,
  createDeviceCodeCredential,
  createGivenTokenCredential,
  createRefreshTokenCredential,
  createWorkloadIdentityCredential,
  type DeviceCodePrompt,
} from '@sevenstep/cloud-access'
import { z } from 'zod'
import type { DescribedCredential } from '../../description/target-schema.ts'
import type { SecretSource } from '../../secrets/secret-source.ts'

/** Azure PowerShell's public client, which may sign in to all of these services in every tenant. */
const publicClient = '1950a258-227b-4e31-a9cf-717495945fc2'

/** What signs in, and whose it is where it says so. */
export type TargetCredential = Parameters<typeof createCloudClient>[0]['credential'] & { readonly kind?: string }

/** Who signs in where, and what that takes. */
export interface DescribedSignIn {
  readonly credential: DescribedCredential
  /** Id or domain of the tenant to sign in to. */
  readonly tenant: string
  readonly cloud: Cloud
  readonly secrets: SecretSource
  /** That of the process if left out; a pipeline's own identity is found in it. */
  readonly environment?: Readonly<Record<string, string | undefined>>
  /** Shows a person where to sign in. */
  readonly onDeviceCode?: (prompt: DeviceCodePrompt) => void
  /** Opens the browser, for the credential kind `browser`. */
  readonly openBrowser?: (address: string) => void
}

/**
 * Makes the credential that a description names.
 *
 * @throws TargetFailure where a secret is not where its reference says, CloudFailure where it cannot be used.
 */
export function describedCredential(signIn: DescribedSignIn): TargetCredential {
  const { credential, tenant, cloud, secrets } = signIn
  switch (credential.kind) {
    case 'client-secret': {
      const clientSecret = secrets.read(credential.clientSecret)
      return createApplicationCredential({ cloud, tenant, clientId: credential.clientId, clientSecret })
    }
    case 'client-certificate': {
      const parts = partsOfPem(secrets.read(credential.certificate))
      return createApplicationCredential({ cloud, tenant, clientId: credential.clientId, ...parts })
    }
    case 'workload-identity': {
      const environment = signIn.environment ?? process.env
      return createWorkloadIdentityCredential({ cloud, tenant, clientId: credential.clientId, environment })
    }
    case 'device-code': {
      const show = (prompt: DeviceCodePrompt) => signIn.onDeviceCode?.(prompt)
      return createDeviceCodeCredential({ cloud, tenant, clientId: credential.clientId ?? publicClient, show })
    }
    case 'browser': {
      const show = (address: string) => signIn.openBrowser?.(address)
      return createBrowserCredential({ cloud, tenant, clientId: credential.clientId ?? publicClient, show })
    }
    case 'refresh-token': {
      const clientSecret = secrets.read(credential.clientSecret)
      const refreshToken = secrets.read(credential.refreshToken)
      return createRefreshTokenCredential({ cloud, tenant, clientId: credential.clientId, clientSecret, refreshToken })
    }
    case 'given-token':
      return givenTokens(secrets.read(credential.token))
  }
}

/** A certificate with its chain, and the private key, in whichever order the file has them. */
function partsOfPem(pem: string): { readonly certificate: string; readonly privateKey: string } {
  const blocks = pem.match(/-----BEGIN ([A-Z ]+)-----[\s\S]+?-----END \1-----/g) ?? []
  const isKey = (block: string) => /^-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(block)
  const certificates = blocks.filter((block) => !isKey(block))
  return { certificate: certificates.join('\n'), privateKey: blocks.find(isKey) ?? '' }
}

const tokensSchema = z.record(z.string(), z.string())

/** One token, or JSON with a token for each audience. */
function givenTokens(text: string): TargetCredential {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return createGivenTokenCredential(text)
  }
  const parsed = tokensSchema.safeParse(json)
  if (!parsed.success) return createGivenTokenCredential(text)
  const byAudience = new Map(
    Object.entries(parsed.data).map(([audience, token]) => [bare(audience), createGivenTokenCredential(token)]),
  )
  const [first] = byAudience.values()
  if (first === undefined) throw new CloudFailure('credential-gave-nothing')
  return {
    kind: first.kind,
    getToken: async (scopes) => {
      const scope = typeof scopes === 'string' ? scopes : (scopes[0] ?? '')
      const own = byAudience.get(bare(scope.replace(/\/\.default$/, '')))
      return (own ?? first).getToken(scopes)
    },
  }
}

function bare(audience: string): string {
  return audience.replace(/\/+$/, '').toLowerCase()
}
