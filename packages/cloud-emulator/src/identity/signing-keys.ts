import { createPublicKey } from 'node:crypto'
import {
  type CryptoKey,
  calculateJwkThumbprint,
  compactVerify,
  decodeProtectedHeader,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  importPKCS8,
  importSPKI,
  type JWK,
  type JWTPayload,
  SignJWT,
  UnsecuredJWT,
} from 'jose'
import type { IdentityFaults } from './faults.ts'

interface SigningKey {
  readonly kid: string
  readonly privateKey: CryptoKey
  readonly publicKey: CryptoKey
  readonly publicJwk: JWK
}

/** The platform's RS256 keys: the newest signs, the ones before it stay published, as at Microsoft. */
export interface SigningKeys {
  /** The published set; `issuer` is the template that Microsoft writes beside each key. */
  readonly published: (issuer: string) => { readonly keys: readonly JWK[] }
  /** Signs claims as a JWT, or mis-signs them where a fault asks for it. */
  readonly sign: (claims: JWTPayload, fault?: IdentityFaults['signature']) => Promise<string>
  /** The claims of a token that a published key signed; nothing where none did. Times are not looked at. */
  readonly verify: (token: string) => Promise<JWTPayload | undefined>
  /** Makes a new key that signs from now on. */
  readonly rotate: () => Promise<void>
  /** Takes every key but the signing one out of the published set. */
  readonly retire: () => void
}

/**
 * Makes the set of keys.
 *
 * @param kept private key (PKCS #8, PEM) of an earlier run, so that its tokens stay good; without it one is made.
 */
export async function createSigningKeys(kept?: string): Promise<SigningKeys> {
  let current = kept === undefined ? await createKey() : await keyFrom(kept)
  let earlier: readonly SigningKey[] = []
  return {
    published: (issuer) => ({
      keys: [current, ...earlier].map(({ kid, publicJwk }) => ({ ...publicJwk, use: 'sig', kid, x5t: kid, issuer })),
    }),
    sign: (claims, fault) => signWith(current, claims, fault),
    verify: (token) => verifyWith([current, ...earlier], token),
    rotate: async () => {
      const next = await createKey()
      earlier = [current, ...earlier]
      current = next
    },
    retire: () => {
      earlier = []
    },
  }
}

async function createKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  return withPublished(privateKey, publicKey)
}

async function keyFrom(pem: string): Promise<SigningKey> {
  const published = createPublicKey(pem).export({ type: 'spki', format: 'pem' }).toString()
  return withPublished(
    await importPKCS8(pem, 'RS256', { extractable: true }),
    await importSPKI(published, 'RS256', { extractable: true }),
  )
}

async function withPublished(privateKey: CryptoKey, publicKey: CryptoKey): Promise<SigningKey> {
  const publicJwk = await exportJWK(publicKey)
  return { kid: await calculateJwkThumbprint(publicJwk), privateKey, publicKey, publicJwk }
}

async function verifyWith(keys: readonly SigningKey[], token: string): Promise<JWTPayload | undefined> {
  try {
    const { kid } = decodeProtectedHeader(token)
    const key = keys.find((each) => each.kid === kid)
    if (key === undefined) return undefined
    const { payload } = await compactVerify(token, key.publicKey, { algorithms: ['RS256'] })
    const claims: unknown = JSON.parse(new TextDecoder().decode(payload))
    // A verified token of ours always holds an object.
    return typeof claims === 'object' && claims !== null ? (claims as JWTPayload) : undefined
  } catch {
    return undefined
  }
}

async function signWith(key: SigningKey, claims: JWTPayload, fault: IdentityFaults['signature']): Promise<string> {
  if (fault === 'none') return new UnsecuredJWT(claims).encode()
  if (fault === 'hmac') {
    const secret = new TextEncoder().encode(await exportSPKI(key.publicKey))
    return new SignJWT(claims).setProtectedHeader({ typ: 'JWT', alg: 'HS256', kid: key.kid }).sign(secret)
  }
  const { privateKey } = fault === 'foreign-key' ? await createKey() : key
  return new SignJWT(claims).setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: key.kid }).sign(privateKey)
}
