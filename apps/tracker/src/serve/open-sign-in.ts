import type { Configuration } from '../configuration/configuration.ts'
import { demoAccounts, demoTenants } from '../demo/people.ts'
import type { Clock } from '../domain/clock.ts'
import { createEntraSignIn, type EntraSignIn } from '../sign-in/entra-sign-in.ts'

/** Sign-in, and how to end what it started. */
export interface OpenedSignIn {
  readonly signIn: EntraSignIn
  readonly stop: () => Promise<void>
}

/** Opens the sign-in the configuration names; the offline demo starts its own identity platform on this machine. */
export async function openSignIn(configuration: Configuration, clock: Clock): Promise<OpenedSignIn> {
  const { signIn, publicUrl } = configuration
  const redirectUri = `${publicUrl}/sign-in/callback`
  if (signIn.kind === 'entra') {
    const { tenantId, clientId, clientSecret, allowedTenants } = signIn
    const allowed = allowedTenants.length > 0 ? allowedTenants : [tenantId]
    return {
      signIn: createEntraSignIn({ tenantId, clientId, clientSecret, redirectUri, allowedTenants: allowed, clock }),
      stop: async () => {},
    }
  }
  const { startDemoSignIn } = await import('../sign-in/demo/start-demo-sign-in.ts')
  const demo = await startDemoSignIn({
    tenants: demoTenants,
    accounts: demoAccounts,
    redirectUri,
    postLogoutRedirectUri: `${publicUrl}/sign-in`,
    clock,
  })
  return { signIn: demo.signIn, stop: demo.stop }
}
