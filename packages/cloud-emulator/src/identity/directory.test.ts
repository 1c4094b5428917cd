import { expect, test } from 'vitest'
import { type IdentityDirectory, indexDirectory } from './directory.ts'
import { anna, bram, contoso, desktop, directory, fabrikam, tracker } from './fixtures/directory.ts'
import { EmulatorSettingsError } from './settings-error.ts'
import { startIdentityPlatform } from './start.ts'

test.each<[string, Partial<IdentityDirectory>, RegExp]>([
  ['no tenant', { tenants: [] }, /tenants/],
  ['an id that is no GUID', { tenants: [{ ...contoso, tenantId: 'contoso' }] }, /tenantId/],
  [
    'two tenants with one id',
    { tenants: [contoso, { ...fabrikam, tenantId: contoso.tenantId }, fabrikam] },
    /tenant id/,
  ],
  ['two accounts with one id', { accounts: [anna, { ...bram, objectId: anna.objectId.toUpperCase() }] }, /account id/],
  ['an account of no tenant', { tenants: [contoso] }, /not among the tenants/],
  [
    'a redirect URI that is none',
    { applications: [{ ...tracker, redirectUris: ['javascript:alert(1)'] }] },
    /redirectUris/,
  ],
  ['no redirect URI', { applications: [{ ...tracker, redirectUris: [] }] }, /redirectUris/],
  [
    'a private key for a public one',
    { applications: [{ ...desktop, certificateKeys: ['-----BEGIN PRIVATE KEY-----'] }] },
    /certificateKeys/,
  ],
])('%s is refused', (_, changed, message) => {
  const make = () => indexDirectory({ ...directory, ...changed })
  expect(make).toThrow(EmulatorSettingsError)
  expect(make).toThrow(message)
})

test.each([
  [contoso.tenantId, 'one'],
  [contoso.tenantId.toUpperCase(), 'one'],
  ['Contoso.Example', 'one'],
  ['organizations', 'any'],
  ['common', 'any'],
  ['consumers', undefined],
  ['', undefined],
])('%j stands for %s', (segment, kind) => {
  expect(indexDirectory(directory).scopeOf(segment)?.kind).toBe(kind)
})

test('one tenant’s application takes that tenant’s accounts, through any address', () => {
  const { accountsFor } = indexDirectory(directory)
  const any = { kind: 'any', alias: 'common' } as const
  expect(accountsFor(any, tracker)).toEqual([anna, bram])
  expect(accountsFor(any, desktop)).toEqual([anna])
  expect(accountsFor({ kind: 'one', tenant: fabrikam }, tracker)).toEqual([bram])
  expect(accountsFor({ kind: 'one', tenant: fabrikam }, desktop)).toEqual([])
})

test('a port that is taken is said to be taken', async () => {
  const first = await startIdentityPlatform(directory)
  const port = Number(new URL(first.url).port)
  await expect(startIdentityPlatform({ ...directory, port })).rejects.toThrow(/EADDRINUSE.*Choose another port/)
  await first.stop()
  const second = await startIdentityPlatform({ ...directory, port })
  await second.stop()
})

test('what is wrong with the directory leaves no port open', async () => {
  const probe = await startIdentityPlatform(directory)
  const port = Number(new URL(probe.url).port)
  await probe.stop()
  await expect(startIdentityPlatform({ ...directory, port, tenants: [] })).rejects.toThrow(EmulatorSettingsError)
  const platform = await startIdentityPlatform({ ...directory, port })
  await platform.stop()
})
