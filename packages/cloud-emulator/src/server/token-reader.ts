import type { JWTPayload } from 'jose'
import type { TokenReader } from '../engine/authenticate.ts'
import type { SigningKeys } from '../identity/signing-keys.ts'

/** How many verified tokens are remembered, so that a client's many calls cost one verification. */
const remembered = 500

/** Proves tokens against the identity platform's keys. */
export function createTokenReader(keys: () => Promise<SigningKeys>): TokenReader & { readonly forget: () => void } {
  const known = new Map<string, JWTPayload>()
  return {
    forget: () => known.clear(),
    read: async (token) => {
      const before = known.get(token)
      if (before !== undefined) return before
      const claims = await (await keys()).verify(token)
      if (claims === undefined) return undefined
      if (known.size >= remembered) known.clear()
      known.set(token, claims)
      return claims
    },
  }
}
