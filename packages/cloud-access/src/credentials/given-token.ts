import type { AccessToken, TokenCredential } from '@azure/core-auth'
import { CloudFailure } from '../failures/cloud-failure.ts'
import { type CredentialKind, readToken } from '../pipeline/read-token.ts'

/** A credential whose kind is read from its token. */
export interface GivenTokenCredential extends TokenCredential {
  readonly kind: CredentialKind
  getToken(scopes: string | string[]): Promise<AccessToken>
}

/** Opaque tokens are taken to last this long, since they say nothing themselves. */
const assumedLifeMs = 3_600_000

/**
 * A token that was got elsewhere, for example by `az account get-access-token`. It serves the one audience it was issued
 * for; the client refuses it for others before anything is sent. It cannot be renewed.
 *
 * @throws CloudFailure `credential-gave-nothing` for no token, `token-expired` when it is asked for after its end.
 */
export function createGivenTokenCredential(token: string, now: () => number = Date.now): GivenTokenCredential {
  const bare = token.trim().replace(/^Bearer(\s+|$)/i, '')
  if (bare === '' || /\s/.test(bare)) {
    throw new CloudFailure('credential-gave-nothing', { details: ['What was given is no token.'] })
  }
  const claims = readToken(bare)
  const expiresAt = claims?.expiresAt ?? now() + assumedLifeMs
  return {
    kind: claims?.kind ?? 'unknown',
    async getToken() {
      if (expiresAt <= now()) {
        const clock = `It ended at ${timeOf(expiresAt)}; this machine’s clock says ${timeOf(now())}.`
        throw new CloudFailure('token-expired', { details: [clock] })
      }
      return { token: bare, expiresOnTimestamp: expiresAt }
    },
  }
}

function timeOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}
