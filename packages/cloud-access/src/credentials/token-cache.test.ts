import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { identityPlatform } from '../fixtures/identity-platform.ts'
import { serveCloud } from '../fixtures/loopback-server.ts'
import { failureOf } from '../fixtures/sample-client.ts'
import { createDeviceCodeCredential } from './device-code.ts'
import type { LoadKeyring } from './keyring.ts'
import { openTokenCache } from './token-cache.ts'

const scope = 'https://service.powerapps.com//.default'
const key = 'not a real passphrase'

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'token-cache-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return path
}

/** Signs in with a cache; `shown` counts how often a person was asked. */
async function signingIn(file: string, options: { readonly key?: string; readonly loadKeyring?: LoadKeyring }) {
  const identity = identityPlatform()
  const { cloud } = await serveCloud(identity.app)
  let shown = 0
  const signIn = async () => {
    const cache = await openTokenCache({ file, ...options })
    const credential = createDeviceCodeCredential({
      cloud,
      tenant: '11111111-2222-3333-4444-555555555555',
      clientId: 'aaaaaaaa-0000-0000-0000-000000000001',
      cache,
      show: () => {
        shown += 1
      },
    })
    return credential.getToken(scope)
  }
  return { signIn, shown: () => shown }
}

test('a later run finds the tokens of an earlier one, and the file shows none of them', async () => {
  const directory = await folder()
  const file = join(directory, 'deep', 'tokens.json')
  const { signIn, shown } = await signingIn(file, { key })
  const first = await signIn()
  const second = await signIn()
  expect(second.token).toBe(first.token)
  expect(shown()).toBe(1)
  const content = await readFile(file, 'utf8')
  for (const secret of [
    first.token,
    'fake-refresh-token',
    'ada@contoso',
    key,
    Buffer.from('fake-refresh-token').toString('base64'),
  ])
    expect(content).not.toContain(secret)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await readdir(join(directory, 'deep'))).toEqual(['tokens.json'])
})

test('another key, a damaged file and a file of something else are told apart from no file', async () => {
  const file = join(await folder(), 'tokens.json')
  const { signIn } = await signingIn(file, { key })
  await signIn()
  const other = await signingIn(file, { key: 'another passphrase' })
  expect((await failureOf(other.signIn())).code).toBe('token-cache-unreadable')
  const content = JSON.parse(await readFile(file, 'utf8')) as { data: string }
  for (const damaged of [
    JSON.stringify({ ...content, data: content.data.replace(/^../, 'AA') }),
    '{"version":1',
    '',
    '{}',
  ]) {
    await writeFile(file, damaged)
    const failure = await failureOf(signIn())
    expect(failure.code).toBe('token-cache-unreadable')
    expect(failure.cause).toBeUndefined()
  }
  await (await openTokenCache({ file, key })).clear()
  await expect(signIn()).resolves.toHaveProperty('token')
})

test('without a key the platform’s protected store holds one', async () => {
  const file = join(await folder(), 'tokens.json')
  const store = new Map<string, string>()
  const loadKeyring: LoadKeyring = async () => (service, name) => ({
    getPassword: () => store.get(`${service} ${name}`) ?? null,
    setPassword: (password) => void store.set(`${service} ${name}`, password),
  })
  const { signIn, shown } = await signingIn(file, { loadKeyring })
  await signIn()
  await signIn()
  expect(shown()).toBe(1)
  const [kept] = store.values()
  expect(Buffer.from(kept ?? '', 'base64')).toHaveLength(32)
})

test.each<[string, LoadKeyring]>([
  ['is not installed', async () => Promise.reject(new Error('Cannot find package'))],
  [
    'cannot be reached',
    async () => () => ({
      getPassword: () => {
        throw new Error('no secret service')
      },
      setPassword: () => undefined,
    }),
  ],
  ['keeps nothing', async () => () => ({ getPassword: () => null, setPassword: () => undefined })],
])('a protected store that %s means that nothing is written', async (_, loadKeyring) => {
  const directory = await folder()
  const failure = await failureOf(openTokenCache({ file: join(directory, 'tokens.json'), loadKeyring }))
  expect(failure.code).toBe('token-cache-refused')
  expect(await readdir(directory)).toEqual([])
})

test('a key that is hardly one is refused', async () => {
  const failure = await failureOf(openTokenCache({ file: join(await folder(), 'x'), key: 'short' }))
  expect(failure.code).toBe('token-cache-refused')
})

test('the package for the platform’s store has the shape that is relied on', async () => {
  const { Entry } = await import('@napi-rs/keyring')
  const entry = new Entry('sevenstep', 'a test')
  expect(entry.getPassword).toBeTypeOf('function')
  expect(entry.setPassword).toBeTypeOf('function')
})
