import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  type Cloud,
  CloudFailure,
  createApplicationCredential,
  createBrowserCredential,
  createCloudClient,
  createDeviceCodeCredential,
  createGivenTokenCredential,
  createLimiters,
  createWorkloadIdentityCredential,
  type DeviceCodePrompt,
  knownClouds,
  knownLimits,
  parseCloudFile,
  scopeOf,
} from '@sevenstep/cloud-access'
import { decodeJwt } from 'jose'
import { z } from 'zod'
import { type Clock, systemClock } from '../../clock.ts'
import type { Connect } from '../../deploy/deployer.ts'
import type { DescribedCredential, DescribedTarget } from '../../description/target-schema.ts'
import type { SecretSource } from '../../secrets/secret-source.ts'
import type { Principal } from '../target.ts'
import { TargetFailure } from '../target-failure.ts'
import { inOurWords } from './calls.ts'
import { cloudTarget } from './cloud-target.ts'

/** Azure PowerShell's public client, which may sign in to all of these services in every tenant. */
const publicClient = '1950a258-227b-4e31-a9cf-717495945fc2'

/** What signs in, and whose it is where it says so. */
export type TargetCredential = Parameters<typeof createCloudClient>[0]['credential'] & { readonly kind?: string }

/** How targets in the cloud are reached. */
export interface ConnectCloudOptions {
  /** Folder that paths of cloud files count from; the working folder unless given. */
  readonly folder?: string
  /** Used for every target instead of what the description says: the emulator, for one. */
  readonly cloud?: Cloud
  /** Signs in instead of what the description says; nothing leaves it to that. */
  readonly credentialFor?: (target: DescribedTarget, cloud: Cloud) => TargetCredential | undefined
  /** Shows a person where to sign in. */
  readonly onDeviceCode?: (prompt: DeviceCodePrompt, target: string) => void
  /** Opens the browser, for the credential kind `browser`. */
  readonly openBrowser?: (address: string) => void
  readonly environment?: Readonly<Record<string, string | undefined>>
  readonly clock?: Clock
}

/** Reaches targets in Microsoft's clouds, with the credential and in the cloud that each target names. */
export function connectCloud(options: ConnectCloudOptions = {}): Connect {
  const clock = options.clock ?? systemClock
  // Limits hold for an account, whichever target its calls go to.
  const limiters = createLimiters(knownLimits, clock)
  return async (target, secrets, signal) => {
    const cloud = options.cloud ?? cloudOf(target, options.folder ?? '.')
    const credential = await inOurWords(
      async () => options.credentialFor?.(target, cloud) ?? credentialOf(target, cloud, secrets, options),
    )
    const client = createCloudClient({ cloud, tenant: target.tenant, credential, clock, limiters })
    const principal = await inOurWords(() => principalOf(credential, cloud))
    const { environment, organization } = target
    return cloudTarget({
      client,
      principal,
      environment,
      clock,
      ...(organization !== undefined && { organization }),
      ...(signal !== undefined && { signal }),
    })
  }
}

function cloudOf({ cloud = 'public', name }: DescribedTarget, folder: string): Cloud {
  if (typeof cloud === 'string') return knownClouds[cloud]
  try {
    return parseCloudFile(readFileSync(resolve(folder, cloud.file), 'utf8'), cloud.file)
  } catch (error) {
    const details = error instanceof CloudFailure ? error.details.join(' ') : String(error)
    throw new TargetFailure({
      code: 'cloud-file-invalid',
      what: `The cloud of ${name} cannot be read from ${cloud.file}. ${details}`,
      why: 'It says where everything of this target is.',
      fix: 'Correct the path or the file.',
    })
  }
}

function credentialOf(
  target: DescribedTarget,
  cloud: Cloud,
  secrets: SecretSource,
  options: ConnectCloudOptions,
): TargetCredential {
  const { credential, tenant, name } = target
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
      const environment = options.environment ?? process.env
      return createWorkloadIdentityCredential({ cloud, tenant, clientId: credential.clientId, environment })
    }
    case 'device-code': {
      const show = (prompt: DeviceCodePrompt) => options.onDeviceCode?.(prompt, name)
      return createDeviceCodeCredential({ cloud, tenant, clientId: credential.clientId ?? publicClient, show })
    }
    case 'browser': {
      const show = (address: string) => options.openBrowser?.(address)
      return createBrowserCredential({ cloud, tenant, clientId: credential.clientId ?? publicClient, show })
    }
    case 'given-token':
      return givenTokens(secrets.read(credential.token), credential)
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
function givenTokens(text: string, _: DescribedCredential): TargetCredential {
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

/** Who signs in, by what the token of the Power Apps service says. */
async function principalOf(credential: TargetCredential, cloud: Cloud): Promise<Principal> {
  const scope = scopeOf(cloud.services['power-apps'].audience.value)
  const token = await credential.getToken([scope])
  if (token === null) throw new CloudFailure('credential-gave-nothing')
  const { oid, upn, preferred_username: username, appid, azp, idtyp, scp } = claimsOf(token.token)
  const isApplication =
    credential.kind === 'application' || idtyp === 'app' || (credential.kind !== 'delegated' && scp === undefined)
  const name = isApplication ? (appid ?? azp) : (upn ?? username)
  return {
    kind: isApplication ? 'application' : 'person',
    name: name ?? oid ?? 'unknown',
    ...(oid !== undefined && { objectId: oid }),
  }
}

/** The claims that say who it is; a token that cannot be read says nothing. */
function claimsOf(token: string): Readonly<Record<string, string | undefined>> {
  try {
    const claims = Object.entries(decodeJwt(token))
    return Object.fromEntries(claims.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
  } catch {
    return {}
  }
}
