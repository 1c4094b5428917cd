import { randomBytes } from 'node:crypto'
import type { RunningIdentityPlatform } from '@sevenstep/cloud-emulator'
import type { Text } from '@sevenstep/onboarding'
import { type Clock, systemClock } from '../../domain/clock.ts'
import { createEntraSignIn, type EntraSignIn } from '../entra-sign-in.ts'
import { SignInSettingsError } from '../sign-in-failure.ts'

/** An organisation of the demo, as a tenant of the emulated Entra ID. */
export interface DemoTenant {
  readonly tenantId: string
  readonly name: string
  readonly domain: string
}

/** A person of the demo, listed by role on the sign-in page. */
export interface DemoAccount {
  readonly objectId: string
  readonly tenantId: string
  readonly name: string
  readonly username: string
  readonly role: Text
  /** One line about what the person can do. */
  readonly detail?: Text
}

/** How the offline demo is started. */
export interface DemoSignInOptions {
  readonly tenants: readonly DemoTenant[]
  readonly accounts: readonly DemoAccount[]
  /** The address of our own that the browser comes back to. */
  readonly redirectUri: string
  /** Where browsers may go after signing out. */
  readonly postLogoutRedirectUri: string
  /** The emulator's port; a free one where none is given. */
  readonly port?: number
  /** The emulator's interface; this machine alone where none is given. */
  readonly host?: string
  readonly clock?: Clock
}

/** The offline demo's sign-in, over the same code as the real one. */
export interface DemoSignIn {
  readonly signIn: EntraSignIn
  /** The emulated identity platform; tests switch its faults. */
  readonly platform: RunningIdentityPlatform
  readonly stop: () => Promise<void>
}

const clientId = '5e7e0057-0000-4000-8000-000000000001'

/**
 * Starts the emulated identity platform and sign-in that goes there. The emulator is loaded here and nowhere else, so
 * that a tracker with a real tenant never has it in memory.
 *
 * @throws SignInSettingsError where there are no tenants, and so nobody to be.
 */
export async function startDemoSignIn(options: DemoSignInOptions): Promise<DemoSignIn> {
  const { tenants, accounts, redirectUri, postLogoutRedirectUri, port, host, clock = systemClock } = options
  const home = tenants[0]
  if (home === undefined) throw new SignInSettingsError('The offline demo has no tenants. Seed the demo data first.')
  const clientSecret = randomBytes(32).toString('base64url')
  const { startIdentityPlatform } = await import('@sevenstep/cloud-emulator')
  const platform = await startIdentityPlatform({
    tenants,
    applications: [
      {
        clientId,
        name: 'Sevenstep',
        tenantId: home.tenantId,
        signInAudience: 'AzureADMultipleOrgs',
        redirectUris: [redirectUri, postLogoutRedirectUri],
        clientSecret,
      },
    ],
    accounts,
    clock,
    ...(port === undefined ? {} : { port }),
    ...(host === undefined ? {} : { host }),
  })
  const signIn = createEntraSignIn({
    tenantId: 'organizations',
    clientId,
    clientSecret,
    redirectUri,
    allowedTenants: tenants.map(({ tenantId }) => tenantId),
    authorityMapping: { to: platform.url },
    clock,
  })
  return { signIn, platform, stop: platform.stop }
}
