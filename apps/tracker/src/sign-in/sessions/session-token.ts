import { createHash, randomBytes } from 'node:crypto'

/** A new token of 256 random bits, for the browser's cookie and nowhere else. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a token: its SHA-256 in hex. The token is random, so no salt and no slow hash is needed. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
