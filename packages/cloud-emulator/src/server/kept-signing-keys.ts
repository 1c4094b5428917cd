import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createSigningKeys, type SigningKeys } from '../identity/signing-keys.ts'
import { keptFile } from '../transport/kept-file.ts'

/** The keys that sign tokens; kept in a folder, tokens stay good over a restart and a start is quick. */
export async function openSigningKeys(folder: string | undefined): Promise<SigningKeys> {
  if (folder === undefined) return createSigningKeys()
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const pem = await keptFile(join(folder, 'token-signing.key'), isKey, async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  })
  return createSigningKeys(pem)
}

function isKey(text: string): boolean {
  try {
    return createPrivateKey(text).asymmetricKeyType === 'rsa'
  } catch {
    return false
  }
}
