import { generateKeyPairSync } from 'node:crypto'
import { SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { emulatorOfTests } from '../../src/fixtures/emulator-of-tests.ts'
import { defaultEntrance, defaultSeed } from '../../src/seed/default-seed.ts'
import type { Seed } from '../../src/seed/seed.ts'
import { runClient } from './run-client.ts'

const { tenant, clientId, user } = defaultEntrance
const powerApps = 'https://service.powerapps.com/'

/** The built-in cloud with one more application of Fabrikam's, which proves itself with a certificate or another's token. */
function withProofs(publicKey: string): Seed {
  const proven = {
    id: '0e0e0e0e-5555-4e4e-8e8e-000000000005',
    name: 'Fabrikam pipeline',
    certificateKeys: [publicKey],
    federated: [
      {
        name: 'pipeline',
        issuer: 'https://pipeline.example',
        subject: 'repo:fabrikam/flows',
        audience: 'api://AzureADTokenExchange',
        issuerKey: publicKey,
      },
    ],
    consented: true,
  }
  return {
    tenants: defaultSeed.tenants.map((each) => (each.id === tenant ? { ...each, applications: [proven] } : each)),
  }
}

test('msal-node in every flow, over TLS, unchanged', { timeout: 60_000 }, async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const emulator = await emulatorOfTests({ seed: withProofs(pem), deviceCodeInterval: 1 })
  const federatedAssertion = await new SignJWT({})
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer('https://pipeline.example')
    .setSubject('repo:fabrikam/flows')
    .setAudience('api://AzureADTokenExchange')
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(privateKey)
  const { stdout, stderr } = await runClient(emulator, 'msal.ts', {
    ENTRANCE: JSON.stringify(defaultEntrance),
    CERTIFICATE: JSON.stringify({
      clientId: '0e0e0e0e-5555-4e4e-8e8e-000000000005',
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }),
      federatedAssertion,
    }),
  })
  expect(stderr).toBe('')
  const results = JSON.parse(stdout)
  const application = { aud: powerApps, tid: tenant, idtyp: 'app', ver: '1.0' }
  const person = { aud: powerApps, tid: tenant, upn: user, appid: clientId, scp: 'User', ver: '1.0' }
  expect(results).toMatchObject({
    secret: { ...application, appid: clientId, appidacr: '1' },
    cached: true,
    certificate: { ...application, appid: '0e0e0e0e-5555-4e4e-8e8e-000000000005', appidacr: '2' },
    federated: { ...application, appid: '0e0e0e0e-5555-4e4e-8e8e-000000000005', appidacr: '2' },
    code: person,
    refresh: {
      ...person,
      aud: 'https://service.flow.microsoft.com/',
      scp: expect.stringContaining('Flows.Manage.All'),
    },
    device: { ...person, appidacr: '0' },
    password: { aud: clientId, azp: clientId, scp: 'access_as_user', ver: '2.0', preferred_username: user },
    onBehalf: { aud: 'https://graph.microsoft.com', upn: user, scp: expect.stringContaining('User.Read') },
    wrongSecret: { code: 'invalid_client', number: 7000215 },
    wrongPassword: { code: 'invalid_grant', number: 50126 },
    unknownClient: { code: 'unauthorized_client', number: 700016 },
    notDefault: { code: 'invalid_scope', number: 1002012 },
    unknownApi: { code: 'invalid_resource', number: 500011 },
  })
  const told = JSON.stringify(emulator.journal.entries())
  expect(told).not.toContain(defaultEntrance.clientSecret)
  expect(told).not.toContain(defaultEntrance.password)
})

test('msal-node and fetch as configured for Microsoft itself, through the proxy', { timeout: 60_000 }, async () => {
  const emulator = await emulatorOfTests()
  const { stdout, stderr } = await runClient(emulator, 'msal-through-proxy.ts', {
    ENTRANCE: JSON.stringify(defaultEntrance),
    HTTPS_PROXY: emulator.url,
    // Node's own fetch looks at HTTPS_PROXY only when it is told to.
    NODE_USE_ENV_PROXY: '1',
  })
  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toMatchObject({ status: 200, users: [{ userPrincipalName: user }, {}, {}] })
})
