import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { ICachePlugin } from '@azure/msal-node'
import { z } from 'zod'
import { CloudFailure } from '../failures/cloud-failure.ts'
import { keyOfKeyring, type LoadKeyring } from './keyring.ts'

/** Tokens kept on disk, encrypted. */
export interface TokenCache {
  /** What MSAL reads and writes through. */
  readonly plugin: ICachePlugin
  /** Forgets everything. */
  clear(): Promise<void>
}

/** Where tokens are kept and what protects them. */
export interface TokenCacheOptions {
  /** Path of the file. */
  readonly file: string
  /** A passphrase; without it the platform's protected store holds a key that nobody sees. */
  readonly key?: string
  /** Gives the platform's protected store; for tests. */
  readonly loadKeyring?: LoadKeyring
}

/**
 * Keeps tokens on disk for later runs, encrypted with a key of the user or one in the platform's protected store (over
 * the optional package @napi-rs/keyring). The store itself holds only the key, since some stores take no more.
 *
 * @throws CloudFailure `token-cache-refused` where there is neither, `token-cache-unreadable`.
 */
export async function openTokenCache({ file, key, loadKeyring }: TokenCacheOptions): Promise<TokenCache> {
  const passphrase = key ?? (await keyOfKeyring(file, loadKeyring))
  if (passphrase.length < 8) {
    throw new CloudFailure('token-cache-refused', { details: ['The key must have at least eight characters.'] })
  }
  const keys = new Map<string, Promise<Buffer>>()
  const keyFor = (salt: string): Promise<Buffer> => {
    const known = keys.get(salt)
    if (known !== undefined) return known
    const derived = derivedKey(passphrase, salt)
    keys.set(salt, derived)
    return derived
  }
  return {
    plugin: {
      async beforeCacheAccess(context) {
        const text = await readIfThere(file)
        if (text !== undefined) context.tokenCache.deserialize(await decrypted(text, keyFor))
      },
      async afterCacheAccess(context) {
        if (context.cacheHasChanged) await writeWhole(file, await encrypted(context.tokenCache.serialize(), keyFor))
      },
    },
    clear: () => rm(file, { force: true }),
  }
}

type KeyFor = (salt: string) => Promise<Buffer>

const sealed = z.object({
  version: z.literal(1),
  salt: z.string(),
  iv: z.string(),
  tag: z.string(),
  data: z.string(),
})

const algorithm = 'aes-256-gcm'
/** One salt for each process, so that the key is derived once and not at every token. */
const ownSalt = randomBytes(16).toString('base64')

async function encrypted(text: string, keyFor: KeyFor): Promise<string> {
  const iv = randomBytes(12)
  const cipher = createCipheriv(algorithm, await keyFor(ownSalt), iv)
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  const content: z.infer<typeof sealed> = {
    version: 1,
    salt: ownSalt,
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    data: data.toString('base64'),
  }
  return JSON.stringify(content)
}

async function decrypted(text: string, keyFor: KeyFor): Promise<string> {
  try {
    const { salt, iv, tag, data } = sealed.parse(JSON.parse(text))
    const decipher = createDecipheriv(algorithm, await keyFor(salt), Buffer.from(iv, 'base64'), { authTagLength: 16 })
    decipher.setAuthTag(Buffer.from(tag, 'base64'))
    return Buffer.concat([decipher.update(Buffer.from(data, 'base64')), decipher.final()]).toString('utf8')
  } catch {
    // The cause may quote what was decrypted in part.
    throw new CloudFailure('token-cache-unreadable', { service: 'sign-in' })
  }
}

function derivedKey(passphrase: string, salt: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase, Buffer.from(salt, 'base64'), 32, { N: 2 ** 15, r: 8, p: 1, maxmem: 67_108_864 }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw new CloudFailure('token-cache-unreadable', { service: 'sign-in', cause: error })
  }
}

/** The old file stays whole until the new one is: a killed process loses nothing. */
async function writeWhole(file: string, content: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  try {
    await writeFile(draft, content, { mode: 0o600, flag: 'wx' })
    await rename(draft, file)
  } catch (cause) {
    await rm(draft, { force: true })
    throw new CloudFailure('token-cache-refused', {
      service: 'sign-in',
      cause,
      details: [cause instanceof Error ? cause.message : 'The file cannot be written.'],
      fix: 'Name a file that can be written, or keep tokens in memory.',
    })
  }
}
