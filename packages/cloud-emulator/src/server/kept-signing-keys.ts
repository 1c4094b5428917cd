import { generateKeyPairSync } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createSigningKeys, type SigningKeys } from '../identity/signing-keys.ts'
import { writeFileWhole } from '../state/write-file-whole.ts'

/** The keys that sign tokens; kept in a folder, tokens stay good over a restart and a start is quick. */
export async function openSigningKeys(folder: string | undefined): Promise<SigningKeys> {
  if (folder === undefined) return createSigningKeys()
  const file = join(folder, 'token-signing.key')
  try {
    return await createSigningKeys(await readFile(file, 'utf8'))
  } catch {
    // Not there yet, or no key any more: it is made anew.
  }
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFileWhole(file, pem, 0o600)
  return createSigningKeys(pem)
}
