import { CloudFailure, createCloudClient, getConnector, listUsers, parseCloudFile } from '@sevenstep/cloud-access'
import { expect, test } from 'vitest'
import { emulatorOfTests, tokenFor } from '../src/fixtures/emulator-of-tests.ts'
import { defaultEntrance } from '../src/seed/default-seed.ts'

const { tenant, user } = defaultEntrance

test('the client finds its way with the emulator’s own cloud file', async () => {
  const emulator = await emulatorOfTests()
  const file = await (await fetch(`${emulator.url}/emulator/cloud.json`)).text()
  const client = createCloudClient({
    cloud: parseCloudFile(file, 'emulator.json'),
    tenant,
    credential: {
      getToken: async (scopes) => ({
        token: await tokenFor(emulator, { scope: [scopes].flat().join(' '), user }),
        expiresOnTimestamp: Date.now() + 3_000_000,
      }),
    },
  })
  const names: unknown[] = []
  for await (const person of client.items(listUsers, {})) names.push(Object(person).userPrincipalName)
  expect(names).toContain(user)
  const missing = client.call(getConnector, {
    path: { connector: 'shared_nothing' },
    query: { $filter: `environment eq 'Default-${tenant}'` },
  })
  await expect(missing).rejects.toThrow(CloudFailure)
})
