import { randomBytes } from 'node:crypto'
import { CloudFailure } from '../failures/cloud-failure.ts'

/** One entry of the platform's protected store. */
export interface KeyringEntry {
  getPassword(): string | null
  setPassword(password: string): void
}

/** Loads the protected store and gives the entry of a name. */
export type LoadKeyring = () => Promise<(service: string, name: string) => KeyringEntry>

/** The key for a file from the platform's protected store, made where there is none yet. */
export async function keyOfKeyring(file: string, load: LoadKeyring = loadKeyring): Promise<string> {
  try {
    const entry = (await load())('sevenstep', file)
    const known = entry.getPassword()
    if (known !== null && known !== '') return known
    const made = randomBytes(32).toString('base64')
    entry.setPassword(made)
    // Some stores drop what they cannot keep without a word.
    if (entry.getPassword() !== made) throw new Error('The store did not keep the key.')
    return made
  } catch (cause) {
    throw new CloudFailure('token-cache-refused', {
      service: 'sign-in',
      cause,
      details: [cause instanceof Error ? cause.message : 'The protected store cannot be used.'],
    })
  }
}

const loadKeyring: LoadKeyring = async () => {
  const { Entry } = await import('@napi-rs/keyring')
  return (service, name) => new Entry(service, name)
}
