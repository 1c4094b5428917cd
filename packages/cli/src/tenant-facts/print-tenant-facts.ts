import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  type Cloud,
  CloudFailure,
  createCloudClient,
  createGivenTokenCredential,
  knownClouds,
  parseCloudFile,
} from '@sevenstep/cloud-access'
import { gatherTenantFacts, readAuthority } from '@sevenstep/sign-in-checks/live'
import type { TenantFactsFlags } from '../commands/tenant-facts-command.ts'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import { readRegistrationFile } from '../registration-file.ts'

/**
 * `sevenstep tenant-facts`: prints what a tenant holds as JSON for `sevenstep check --facts`. The token is used and
 * forgotten.
 *
 * @throws Failure when something is missing, or the cloud refuses.
 */
export async function printTenantFacts(flags: TenantFactsFlags, console: Console): Promise<ExitCode> {
  const registration = readRegistrationFile(flags.manifest, console)
  const cloud = cloudOf(flags, console)
  const token = ((await console.input?.()) ?? '').trim()
  if (token === '') {
    throw new Failure(
      exitCodes.usage,
      'There is no token.',
      'Nothing can be looked up in a tenant without one.',
      'Pipe a token for Microsoft Graph into the command, such as that of "az account get-access-token".',
    )
  }
  try {
    const credential = createGivenTokenCredential(token)
    const client = createCloudClient({ cloud, tenant: flags.tenant, credential })
    const facts = await gatherTenantFacts(client, registration)
    const authority = await readAuthority({ tenant: flags.tenant, login: loginOf(cloud) })
    console.out(`${JSON.stringify({ ...facts, authority }, undefined, 2)}\n`)
    return exitCodes.fine
  } catch (error) {
    if (!(error instanceof CloudFailure)) throw error
    throw new Failure(exitCodes.remote, error.what, error.why, error.fix)
  }
}

/** Where the sign-in pages are, behind the emulator where everything goes through one. */
function loginOf({ login, through }: Cloud): string {
  return through === undefined ? login.value : `${through.value.replace(/\/+$/, '')}/${new URL(login.value).host}`
}

function cloudOf({ cloudFile }: TenantFactsFlags, { folder }: Console): Cloud {
  if (cloudFile === undefined) return knownClouds.public
  try {
    return parseCloudFile(readFileSync(resolve(folder, cloudFile), 'utf8'), cloudFile)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Failure(
      exitCodes.usage,
      `${cloudFile} cannot be read as a cloud.`,
      why,
      'Correct the file, or leave --cloud-file out for the public cloud.',
    )
  }
}
