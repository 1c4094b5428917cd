import { X509Certificate } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { createSecureContext, type SecureContext } from 'node:tls'
import { emulatedHosts } from '../hosts/hosts.ts'
import { EmulatorSettingsError } from '../identity/settings-error.ts'
import { writeFileWhole } from '../state/write-file-whole.ts'
import type { KeyPairPem } from './certificate-authority.ts'
import { keptFile } from './kept-file.ts'

/** The certificates of the emulator, kept in a folder so that the next start does not have to make them again. */
export interface KeyStore {
  /** File that clients have to trust, for example through `NODE_EXTRA_CA_CERTS`. */
  readonly authorityFile: string
  /** The same as PEM. */
  readonly authority: string
  /** What is shown for this machine and for every host whose name is known beforehand. */
  readonly certificate: KeyPairPem
  readonly contextFor: (serverName: string) => Promise<SecureContext>
}

/** Names of this machine, then every host that a wildcard of one label can cover. */
const names = [
  'localhost',
  '127.0.0.1',
  '::1',
  ...emulatedHosts.map(([name]) => name).filter((name) => name.indexOf('*', 1) === -1),
]

const week = 7 * 24 * 60 * 60 * 1000

/** Where keys are kept when nothing else is said: the cache folder of whoever runs the emulator. */
export function usualKeyFolder(): string {
  const cache = process.env.LOCALAPPDATA ?? process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache')
  return join(cache, 'sevenstep', 'emulator-keys')
}

/** Reads the keys of a folder, and makes those that are missing or about to run out. */
export async function openKeyStore(folder: string, extraNames: readonly string[], now: Date): Promise<KeyStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const authority = await kept(folder, 'authority', now, async () => (await maker()).createAuthority(now))
  const authorityFile = join(folder, 'authority.pem')
  await writeFileWhole(authorityFile, authority.cert, 0o644)
  const all = [...names, ...extraNames.filter((name) => !names.includes(name))]
  const certificate = await kept(
    folder,
    'server',
    now,
    async () => (await maker()).createServerCertificate(authority, all, now),
    (found) => isOf(found, authority, all),
  )
  const contexts = new Map<string, Promise<SecureContext>>()
  const general = createSecureContext({ ...certificate })
  const known = new X509Certificate(certificate.cert)
  return {
    authorityFile,
    authority: authority.cert,
    certificate,
    contextFor: async (serverName) => {
      if (known.checkHost(serverName) !== undefined) return general
      const before = contexts.get(serverName)
      if (before !== undefined) return before
      const made = maker()
        .then(({ createServerCertificate }) => createServerCertificate(authority, [serverName], now))
        .then((pair) => createSecureContext({ ...pair }))
      if (contexts.size < 1000) contexts.set(serverName, made)
      return made
    },
  }
}

/** Making certificates needs a large library, which a start with kept keys does without. */
function maker() {
  return import('./certificate-authority.ts')
}

/** Key and certificate lie in one file, so that they are always of one piece. */
async function kept(
  folder: string,
  name: string,
  now: Date,
  make: () => Promise<KeyPairPem>,
  fits: (found: KeyPairPem) => boolean = () => true,
): Promise<KeyPairPem> {
  const isGood = (text: string) => {
    const pair = pairIn(text)
    return pair !== undefined && lasts(pair, now) && fits(pair)
  }
  const text = await keptFile(join(folder, `${name}.key`), isGood, async () => {
    const { key, cert } = await make()
    return `${key.trim()}\n${cert.trim()}\n`
  })
  const pair = pairIn(text)
  if (pair === undefined) {
    throw new EmulatorSettingsError(
      `${join(folder, `${name}.key`)} holds no key and certificate. Remove it and start again.`,
    )
  }
  return pair
}

function pairIn(text: string): KeyPairPem | undefined {
  const key = /-----BEGIN PRIVATE KEY-----[\s\S]+?-----END PRIVATE KEY-----/.exec(text)?.[0]
  const cert = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/.exec(text)?.[0]
  return key === undefined || cert === undefined ? undefined : { key: `${key}\n`, cert: `${cert}\n` }
}

function lasts({ cert }: KeyPairPem, now: Date): boolean {
  try {
    return new X509Certificate(cert).validToDate.getTime() - week > now.getTime()
  } catch {
    return false
  }
}

function isOf(found: KeyPairPem, authority: KeyPairPem, wanted: readonly string[]): boolean {
  const certificate = new X509Certificate(found.cert)
  const shown = certificate.subjectAltName ?? ''
  return (
    certificate.verify(new X509Certificate(authority.cert).publicKey) &&
    wanted.every((name) => (/^[\d.]+$|:/.test(name) ? certificate.checkIP(name) : shown.includes(`DNS:${name}`)))
  )
}
