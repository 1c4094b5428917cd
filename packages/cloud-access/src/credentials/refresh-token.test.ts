import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import { identityPlatform } from '../fixtures/identity-platform.ts'
import { serveCloud } from '../fixtures/loopback-server.ts'
import { failureOf } from '../fixtures/sample-client.ts'
import { createRefreshTokenCredential } from './refresh-token.ts'

const tenant = '11111111-2222-3333-4444-555555555555'
const clientId = 'aaaaaaaa-0000-0000-0000-000000000001'
const proof = { clientSecret: 'not-a-real-secret', refreshToken: 'not-a-real-refresh-token' }
const scope = 'https://api.partnercenter.microsoft.com/.default'

async function platform() {
  const identity = identityPlatform()
  const { cloud } = await serveCloud(identity.app)
  return { ...identity, common: { cloud, tenant, clientId, ...proof } }
}

test('a refresh token from a vault gets a person’s token, and is sent once', async () => {
  const { common, seen } = await platform()
  const credential = createRefreshTokenCredential(common)
  expect(credential.kind).toBe('delegated')
  const first = await credential.getToken(scope)
  expect(decodeJwt(first.token)).toMatchObject({ aud: 'https://api.partnercenter.microsoft.com' })
  expect(seen[0]).toMatchObject({
    tenant,
    form: { grant_type: 'refresh_token', refresh_token: proof.refreshToken, client_secret: proof.clientSecret },
  })
  await credential.getToken(scope)
  const graph = await credential.getToken('https://graph.microsoft.com/.default')
  expect(decodeJwt(graph.token)).toMatchObject({ aud: 'https://graph.microsoft.com' })
  expect(seen.filter(({ form }) => form.refresh_token === proof.refreshToken)).toHaveLength(1)
})

test('a token that ran out in the vault is said without it', async () => {
  const { common, refusals } = await platform()
  refusals.push({ error: 'invalid_grant', description: 'AADSTS700082: The refresh token has expired.' })
  const failure = await failureOf(createRefreshTokenCredential(common).getToken(scope))
  expect(failure.service).toBe('sign-in')
  expect(JSON.stringify([failure.what, failure.why, failure.fix, failure.details])).not.toContain(proof.refreshToken)
})
