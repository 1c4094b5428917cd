import type { CloudIdentity } from './cloud/cloud-identity.ts'
import type { DirectoryIndex } from './directory.ts'
import type { IdentityFaults } from './faults.ts'
import type { GrantStore } from './grants/grant-store.ts'
import type { SignInSessions } from './sign-in-sessions.ts'
import type { SigningKeys } from './signing-keys.ts'

/** Where the present comes from. */
export interface Clock {
  readonly now: () => Date
}

/** What every endpoint works with. */
export interface Services {
  /** The address under which browsers and applications reach the platform, without a slash at the end. */
  readonly url: string
  readonly directory: DirectoryIndex
  readonly keys: SigningKeys
  readonly clock: Clock
  readonly grants: GrantStore
  readonly sessions: SignInSessions
  readonly faults: () => IdentityFaults
  /** What a whole emulated cloud adds; the demo sign-in has none of it. */
  readonly cloud?: CloudIdentity
}
