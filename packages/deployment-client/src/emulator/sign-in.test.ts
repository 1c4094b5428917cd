import { defaultEntrance } from '@sevenstep/cloud-emulator'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createDeployer } from '../deploy/deployer.ts'
import { loadDeployment } from '../deploy/load-deployment.ts'
import { type EmulatedCloud, emulatedCloud } from '../fixtures/emulated-cloud.ts'
import { emulatedFolder } from '../fixtures/emulated-sample.ts'
import { type SampleFolder, testSecret } from '../fixtures/sample-deployment.ts'
import { connectCloud } from '../target/cloud/connect-cloud.ts'

let cloud: EmulatedCloud
const folders: SampleFolder[] = []
beforeAll(async () => {
  cloud = await emulatedCloud()
})
afterAll(() => cloud.stop())
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove()
})

const { clientId, clientSecret, tenant, user, password } = defaultEntrance

/** Plans with the credential of the description, and gives who that was. */
async function principalWith(
  credential: string,
  environment: Readonly<Record<string, string>>,
  onCode?: (address: string) => void,
) {
  const folder = emulatedFolder(cloud)
  folders.push(folder)
  const text = folder.read('sevenstep.deployment.yaml').replace('{ kind: device-code }', credential)
  folder.write('sevenstep.deployment.yaml', text)
  const loaded = loadDeployment(folder.description)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.report.subjects))
  const given = { BOOKS_KEY: testSecret, ...environment }
  const connect = connectCloud({
    cloud: cloud.cloud,
    clock: cloud.clock,
    environment: given,
    onDeviceCode: ({ address, code }) => onCode?.(`${address} ${code}`),
  })
  const deployer = createDeployer({ materials: loaded.materials, connect, clock: cloud.clock, environment: given })
  return (await deployer.plan('fabrikam')).principal
}

async function token(scope: string, member = 'access_token'): Promise<string> {
  const address = `${cloud.emulator.url}/https/login.microsoftonline.com/${tenant}/oauth2/v2.0/token`
  const form = {
    grant_type: 'password',
    client_id: clientId,
    client_secret: clientSecret,
    username: user,
    password,
    scope,
  }
  const answer = await (await fetch(address, { method: 'POST', body: new URLSearchParams(form) })).json()
  return String(Object(answer)[member])
}

test('a client secret signs in the application', async () => {
  const credential = `{ kind: client-secret, clientId: ${clientId}, clientSecret: { env: SECRET } }`
  expect(await principalWith(credential, { SECRET: clientSecret })).toBe(clientId)
})

test('a wrong client secret is a failure of the target, and is in none of its words', async () => {
  const credential = `{ kind: client-secret, clientId: ${clientId}, clientSecret: { env: SECRET } }`
  const failure = await principalWith(credential, { SECRET: 'fake-wrong-secret' }).catch((error: unknown) => error)
  expect(failure).toMatchObject({ name: 'TargetFailure', text: { why: expect.any(String), fix: expect.any(String) } })
  expect(JSON.stringify(Object(failure).text) + String(failure)).not.toContain('fake-wrong-secret')
})

test('given tokens, one for each audience, sign in the person they are of', async () => {
  const audiences = [
    'https://service.powerapps.com/',
    'https://service.flow.microsoft.com/',
    'https://graph.microsoft.com',
    'https://orgfabrikam.crm4.dynamics.com',
  ]
  const tokens = await Promise.all(audiences.map(async (audience) => [audience, await token(`${audience}/.default`)]))
  const given = { TOKENS: JSON.stringify(Object.fromEntries(tokens)) }
  expect(await principalWith('{ kind: given-token, token: { env: TOKENS } }', given)).toBe(user)
})

test('a refresh token from a vault signs in the person who left it', async () => {
  const kept = await token('https://service.powerapps.com//.default offline_access openid', 'refresh_token')
  const proof = 'clientSecret: { env: SECRET }, refreshToken: { env: VAULT }'
  const credential = `{ kind: refresh-token, clientId: ${clientId}, ${proof} }`
  expect(await principalWith(credential, { SECRET: clientSecret, VAULT: kept })).toBe(user)
})

test('what is no certificate is said as a failure of the target', async () => {
  const credential = `{ kind: client-certificate, clientId: ${clientId}, certificate: { env: PEM } }`
  await expect(principalWith(credential, { PEM: 'no pem' })).rejects.toMatchObject({ name: 'TargetFailure' })
})
