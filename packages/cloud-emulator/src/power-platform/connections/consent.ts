import { randomUUID } from 'node:crypto'
import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import type { EmulatorState, TenantState } from '../../state/emulator-state.ts'
import type { EnvironmentState } from '../../state/environment-state.ts'
import { moment } from '../shared/moment.ts'
import type { ConnectionState } from '../state.ts'

/** Minutes that a consent link is good for. */
const life = 15

/** Where the consent page stands; it is on the sign-in's host, since nobody needs a token to open it. */
export const consentPath = '/connection-consent'

/** A consent that somebody was sent to give. */
export interface PendingConsent {
  readonly tenant: TenantState
  readonly environment: EnvironmentState
  readonly connection: ConnectionState
  readonly redirectUrl: string
}

/**
 * Notes that a person is sent to sign in, and gives the page's address.
 *
 * @throws EmulatedFailure (400) where the browser could not be sent back.
 */
export function openConsent(connection: ConnectionState, objectId: string, redirectUrl: string, now: Date): string {
  if (!URL.canParse(redirectUrl) || !/^https?:$/.test(new URL(redirectUrl).protocol)) {
    throw new EmulatedFailure(400, 'InvalidRedirectUrl', `The redirect URL '${redirectUrl}' is not valid.`)
  }
  const code = randomUUID()
  connection.consentCodes[code] = {
    expires: new Date(now.getTime() + life * 60_000).toISOString(),
    redirectUrl,
    objectId,
  }
  return `https://login.microsoftonline.com${consentPath}/${code}`
}

/** The consent that a code stands for; nothing where it is unknown or over. */
export function pendingConsent(state: EmulatorState, code: string, now: Date): PendingConsent | undefined {
  for (const tenant of Object.values(state.tenants)) {
    for (const environment of Object.values(tenant.environments)) {
      for (const connection of Object.values(environment.connections)) {
        const consent = Object.hasOwn(connection.consentCodes, code) ? connection.consentCodes[code] : undefined
        if (consent === undefined) continue
        if (Date.parse(consent.expires) <= now.getTime()) return undefined
        return { tenant, environment, connection, redirectUrl: consent.redirectUrl }
      }
    }
  }
  return undefined
}

/** The person signed in: the connection is connected as that account. The code stays good for confirming it. */
export function giveConsent({ connection }: PendingConsent, accountName: string, now: Date): void {
  connection.status = 'connected'
  connection.accountName = accountName
  connection.lastModifiedTime = moment(now)
}
