import { type Cloud, type CloudClient, CloudFailure, createCloudClient, knownClouds } from '@sevenstep/cloud-access'
import {
  type DescribedCredential,
  describedCredential,
  type SecretReference,
  secretSource,
  type TargetCredential,
  TargetFailure,
} from '@sevenstep/deployment-client'
import { listCustomers, PurchaseFailure, type PurchaseFailureCode } from '@sevenstep/licensing-checks/purchase'
import { cloudFor } from '../cloud/cloud-for.ts'
import { emulatorCredential } from '../cloud/emulator-credential.ts'
import type { PartnerFlags } from '../commands/partner-options.ts'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'

/** A partner who is signed in, or will be with the first request. */
export interface PartnerSession {
  readonly cloud: Cloud
  readonly client: CloudClient
  /** The same person or application in another tenant, as far as its administrators let them in. */
  clientIn(tenant: string): CloudClient
}

/**
 * Prepares signing in at Partner Center with the way that the options name.
 *
 * @throws Failure when an option is missing or leads nowhere.
 */
export function openPartner(flags: PartnerFlags, console: Console): PartnerSession {
  const cloud = cloudFor(flags, console) ?? knownClouds.public
  const partner = flags.partner ?? (flags.emulator && console.environment.SEVENSTEP_EMULATOR_PARTNER_TENANT)
  if (partner === undefined || partner === '')
    throw missing('--partner', 'the tenant of the partner, where you sign in')
  const clientIn = (tenant: string): CloudClient => {
    const credential = inEmulator(flags, tenant, console) ?? credentialFor(flags, tenant, cloud, console)
    return createCloudClient({ cloud, tenant, credential })
  }
  return { cloud, client: clientIn(partner), clientIn }
}

function inEmulator({ emulator, signIn }: PartnerFlags, tenant: string, console: Console) {
  const isPerson = signIn === 'device-code' || signIn === 'browser'
  return emulator !== undefined && isPerson ? emulatorCredential(emulator, tenant, console.environment) : undefined
}

function credentialFor(flags: PartnerFlags, tenant: string, cloud: Cloud, console: Console): TargetCredential {
  try {
    return describedCredential({
      credential: describedBy(flags),
      tenant,
      cloud,
      secrets: secretSource(console.folder, console.environment),
      environment: console.environment,
      onDeviceCode: ({ message }) => console.error(`${tenant}: ${message}\n`),
      openBrowser: (address) => console.error(`${tenant}: open this page and sign in: ${address}\n`),
    })
  } catch (error) {
    throw inOurWords(error)
  }
}

/** The options in the words of a deployment's description. */
function describedBy(flags: PartnerFlags): DescribedCredential {
  const { signIn: kind, clientId } = flags
  switch (kind) {
    case 'device-code':
    case 'browser':
      return { kind, ...(clientId !== undefined && { clientId }) }
    case 'client-secret':
      return { kind, clientId: need(flags, 'clientId'), clientSecret: reference('--secret', need(flags, 'secret')) }
    case 'refresh-token':
      return {
        kind,
        clientId: need(flags, 'clientId'),
        clientSecret: reference('--secret', need(flags, 'secret')),
        refreshToken: reference('--token', need(flags, 'token')),
      }
    case 'given-token':
      return { kind, token: reference('--token', need(flags, 'token')) }
  }
}

const optionNames = { clientId: '--client-id', secret: '--secret', token: '--token' } as const

function need(flags: PartnerFlags, name: keyof typeof optionNames): string {
  const value = flags[name]
  if (value === undefined) throw missing(optionNames[name], `signing in by ${flags.signIn}`)
  return value
}

function missing(option: string, what: string): Failure {
  return new Failure(exitCodes.usage, `${option} is missing.`, `It is needed for ${what}.`, `Give ${option}.`)
}

function reference(option: string, text: string): SecretReference {
  const [, kind, value = ''] = /^(env|file):(.+)$/.exec(text) ?? []
  if (kind === 'env') return { env: value }
  if (kind === 'file') return { file: value }
  throw new Failure(
    exitCodes.usage,
    `${option} does not say where the secret is.`,
    'A secret on the command line would stand in the list of processes and in the shell’s history.',
    `Put it into a variable or a file, and give ${option} env:NAME or ${option} file:PATH.`,
  )
}

const exitCodeOf: Readonly<Record<PurchaseFailureCode, ExitCode>> = {
  'journal-missing': exitCodes.fault,
  'journal-unreadable': exitCodes.unreadable,
  'journal-unwritable': exitCodes.unreadable,
  'reference-taken': exitCodes.usage,
  'no-order-made': exitCodes.remote,
  'agreement-text-missing': exitCodes.remote,
}

/** What a service or a purchase refused, as the command says it; everything else is a fault of ours. */
export function inOurWords(error: unknown): unknown {
  if (error instanceof CloudFailure) {
    const { what, why, fix, cloudCode, cloudMessage, details, requestIds } = error
    const said = [cloudCode, cloudMessage].filter((part) => part !== undefined && part !== '').join(': ')
    const ids = Object.entries(requestIds).map(([name, id]) => `${name} ${id}`)
    const more = [
      ...(said === '' ? [] : [`The service says: ${said}`]),
      ...details,
      ...(ids.length === 0 ? [] : [`For Microsoft’s support: ${ids.join(', ')}.`]),
    ]
    return new Failure(exitCodes.remote, what, [why, ...more].join(' '), fix)
  }
  if (error instanceof PurchaseFailure) return new Failure(exitCodeOf[error.code], error.what, error.why, error.fix)
  if (error instanceof TargetFailure) {
    const { what, why, fix } = error.text
    return new Failure(exitCodes.usage, what, why, fix)
  }
  return error
}

/**
 * The tenant id of a customer who was named by it or by the domain.
 *
 * @throws Failure where the partner has no such customer.
 */
export async function customerId(given: string, client: CloudClient, signal?: AbortSignal): Promise<string> {
  if (/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(given)) return given.toLowerCase()
  const customers = await listCustomers(client, signal)
  const found = customers.find(({ domain }) => domain?.toLowerCase() === given.toLowerCase())
  if (found !== undefined) return found.id
  throw new Failure(
    exitCodes.usage,
    `"${given}" is none of the partner’s ${customers.length} customers.`,
    'Customers are found by their tenant id or their domain, once they have accepted the relationship.',
    'Look at "sevenstep licences customer", or send the invitation that "sevenstep licences customer --invite" prints.',
  )
}
