import fc from 'fast-check'
import { expect, test } from 'vitest'
import { destinationsOf } from './destinations.ts'
import { type KnownCloudId, knownClouds } from './known-clouds.ts'
import { overrideCloud } from './override-cloud.ts'

test.each<[cloud: KnownCloudId, address: string, service: string, audience: string | undefined]>([
  ['public', 'https://api.flow.microsoft.com/providers', 'flow', 'https://service.flow.microsoft.com/'],
  ['public', 'https://emea.api.flow.microsoft.com/providers', 'flow', 'https://service.flow.microsoft.com/'],
  ['public', 'https://europe.api.bap.microsoft.com/', 'business-applications', 'https://service.powerapps.com/'],
  ['public', 'https://unitedstates.api.powerapps.com/x', 'power-apps', 'https://service.powerapps.com/'],
  ['public', 'https://api.powerplatform.com/x', 'power-platform', 'https://api.powerplatform.com'],
  [
    'public',
    'https://00aa.bb.environment.api.powerplatform.com/x',
    'power-platform-environment',
    'https://api.powerplatform.com',
  ],
  ['public', 'https://management.azure.com/x', 'management', 'https://management.azure.com/'],
  ['public', 'https://contoso.crm4.dynamics.com/api', 'dataverse', 'https://contoso.crm4.dynamics.com'],
  ['public', 'https://contoso.crm.dynamics.com/api', 'dataverse', 'https://contoso.crm.dynamics.com'],
  ['public', 'https://contoso.api.crm4.dynamics.com/api', 'dataverse', 'https://contoso.api.crm4.dynamics.com'],
  ['public', 'https://account.blob.core.windows.net/c/b?sig=x', 'storage', undefined],
  ['gcc', 'https://contoso.crm9.dynamics.com', 'dataverse', 'https://contoso.crm9.dynamics.com'],
  ['gcc-high', 'https://high.api.powerapps.us', 'power-apps', 'https://high.service.powerapps.us/'],
  ['dod', 'https://api.flow.appsplatform.us', 'flow', 'https://service.flow.appsplatform.us/'],
  ['china', 'https://api.powerautomate.cn', 'flow', 'https://service.powerautomate.cn/'],
])('%s: %s is %s', (cloud, address, service, audience) => {
  const found = destinationsOf(knownClouds[cloud]).of(new URL(address))
  expect(found?.service).toBe(service)
  expect(found?.audience).toBe(audience)
})

test.each([
  'https://example.com/',
  'https://api.flow.microsoft.com.example.com/',
  'https://evilapi.flow.microsoft.com/',
  'https://dynamics.com/',
  'https://contoso.crmx.dynamics.com/',
  'https://core.windows.net.example.org/',
  'https://api.flow.microsoft.com:8443/',
])('%s is outside the cloud', (address) => {
  expect(destinationsOf(knownClouds.public).of(new URL(address))).toBeUndefined()
})

test('no host outside the cloud is taken for one of it, whatever stands before or after', () => {
  const destinations = destinationsOf(knownClouds.public)
  const label = fc.stringMatching(/^[a-z][a-z0-9]{0,10}$/)
  fc.assert(
    fc.property(label, label, (before, after) => {
      expect(destinations.of(new URL(`https://${before}api.powerapps.com.${after}/`))).toBeUndefined()
      expect(destinations.of(new URL(`https://x${before}api.powerapps.com/`))).toBeUndefined()
    }),
  )
})

test('an environment has a host whose last characters are a label of their own', () => {
  const id = 'Default-0a1b2c3d-1111-2222-3333-4444555566f7'
  expect(destinationsOf(knownClouds.public).environmentAddress(id)).toBe(
    'https://default0a1b2c3d111122223333444455556' + '6.f7.environment.api.powerplatform.com',
  )
  expect(destinationsOf(knownClouds['gcc-high']).environmentAddress('0a1b-2c')).toBe(
    'https://0a1b2.c.environment.api.high.powerplatform.microsoft.us',
  )
})

test('a stand-in is asked in the place of every host, and its addresses are read back', () => {
  const cloud = overrideCloud(knownClouds.public, { through: 'http://127.0.0.1:4000/https' })
  const destinations = destinationsOf(cloud)
  const sent = destinations.sendTo('https://contoso.crm4.dynamics.com/api/data?x=1')
  expect(sent).toBe('http://127.0.0.1:4000/https/contoso.crm4.dynamics.com/api/data?x=1')
  expect(destinations.sendTo(sent)).toBe(sent)
  expect(destinations.of(new URL(sent))?.audience).toBe('https://contoso.crm4.dynamics.com')
  expect(destinations.original(new URL(sent)).href).toBe('https://contoso.crm4.dynamics.com/api/data?x=1')
  expect(destinations.of(new URL('http://127.0.0.1:4000/https/example.com/'))).toBeUndefined()
})

test('a service below a path is told from its neighbours on the same host', () => {
  const cloud = overrideCloud(knownClouds.public, {
    services: {
      flow: { address: 'https://localhost:4000/flow', audience: 'flow' },
      'power-apps': { address: 'https://localhost:4000/apps', audience: 'apps' },
    },
  })
  const destinations = destinationsOf(cloud)
  expect(destinations.of(new URL('https://localhost:4000/flow/x'))?.audience).toBe('flow')
  expect(destinations.of(new URL('https://localhost:4000/apps'))?.audience).toBe('apps')
  expect(destinations.of(new URL('https://localhost:4000/appsx'))).toBeUndefined()
})
