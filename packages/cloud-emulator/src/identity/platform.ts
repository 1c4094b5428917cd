import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import type { IdentityDirectory } from './directory.ts'
import type { IdentityFaults } from './faults.ts'
import { createGrantStore } from './grants/grant-store.ts'
import type { Clock } from './services.ts'
import { createSignInSessions } from './sign-in-sessions.ts'

/** What an identity platform is made of. */
export interface IdentityPlatformOptions extends IdentityDirectory {
  /** The address under which it is reached, without a slash at the end; issuers and endpoints begin with it. */
  readonly url: string
  /** The machine's clock where none is given. */
  readonly clock?: Clock
}

/** An identity platform that any server may mount. */
export interface IdentityPlatform {
  readonly app: Hono<{ Bindings: HttpBindings }>
  /** What it does wrong on purpose; set to `{}` to heal it. */
  faults: IdentityFaults
  /** Signs with a new key from now on; with `retireOld` the earlier keys are no longer published. */
  readonly rotateKeys: (options?: { readonly retireOld?: boolean }) => Promise<void>
}

/**
 * Makes Microsoft's identity platform as a Hono app: discovery, keys, sign-in page, tokens, end of session.
 *
 * @throws EmulatorSettingsError where the directory contradicts itself.
 */
export async function createIdentityPlatform(options: IdentityPlatformOptions): Promise<IdentityPlatform> {
  const clock = options.clock ?? { now: () => new Date() }
  // Loaded here, so that whoever starts a whole cloud does not wait for it.
  const [{ indexDirectory }, { identityRoutes }, { createSigningKeys }] = await Promise.all([
    import('./directory.ts'),
    import('./routes.tsx'),
    import('./signing-keys.ts'),
  ])
  const directory = indexDirectory(options)
  const keys = await createSigningKeys()
  const platform: { faults: IdentityFaults } = { faults: {} }
  const app = identityRoutes({
    url: options.url,
    directory,
    keys,
    clock,
    grants: createGrantStore(clock),
    sessions: createSignInSessions(),
    faults: () => platform.faults,
  })
  return Object.assign(platform, {
    app,
    rotateKeys: async ({ retireOld = false }: { readonly retireOld?: boolean } = {}) => {
      await keys.rotate()
      if (retireOld) keys.retire()
    },
  })
}
