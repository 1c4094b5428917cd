import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  type Cloud,
  CloudFailure,
  createCloudClient,
  createLimiters,
  type DeviceCodePrompt,
  knownClouds,
  knownLimits,
  parseCloudFile,
  scopeOf,
} from '@sevenstep/cloud-access'
import { decodeJwt } from 'jose'
import { type Clock, systemClock } from '../../clock.ts'
import type { Connect } from '../../deploy/deployer.ts'
import type { DescribedTarget } from '../../description/target-schema.ts'
import type { SecretSource } from '../../secrets/secret-source.ts'
import type { Principal } from '../target.ts'
import { TargetFailure } from '../target-failure.ts'
import { inOurWords } from './calls.ts'
import { cloudTarget } from './cloud-target.ts'
import { type DescribedSignIn, describedCredential, type TargetCredential } from './described-credential.ts'

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
      async () =>
        options.credentialFor?.(target, cloud) ?? describedCredential(signInOf(target, cloud, secrets, options)),
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

function signInOf(
  { credential, tenant, name }: DescribedTarget,
  cloud: Cloud,
  secrets: SecretSource,
  { environment, onDeviceCode, openBrowser }: ConnectCloudOptions,
): DescribedSignIn {
  return {
    ...{ credential, tenant, cloud, secrets },
    ...(environment !== undefined && { environment }),
    ...(onDeviceCode !== undefined && { onDeviceCode: (prompt: DeviceCodePrompt) => onDeviceCode(prompt, name) }),
    ...(openBrowser !== undefined && { openBrowser }),
  }
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
