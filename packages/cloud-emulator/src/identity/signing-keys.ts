import {
  type CryptoKey,
  calculateJwkThumbprint,
  exportJWK,
  exportSPKI,
  generateKeyPair,
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
  /** Makes a new key that signs from now on. */
  readonly rotate: () => Promise<void>
  /** Takes every key but the signing one out of the published set. */
  readonly retire: () => void
}

/** Makes the first key and the set around it. */
export async function createSigningKeys(): Promise<SigningKeys> {
  let current = await createKey()
  let earlier: readonly SigningKey[] = []
  return {
    published: (issuer) => ({
      keys: [current, ...earlier].map(({ kid, publicJwk }) => ({ ...publicJwk, use: 'sig', kid, x5t: kid, issuer })),
    }),
    sign: (claims, fault) => signWith(current, claims, fault),
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
  const publicJwk = await exportJWK(publicKey)
  return { kid: await calculateJwkThumbprint(publicJwk), privateKey, publicKey, publicJwk }
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
