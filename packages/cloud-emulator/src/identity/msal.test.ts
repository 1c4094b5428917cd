import { generateKeyPairSync } from 'node:crypto'
import {
  type AuthorizationUrlRequest,
  ConfidentialClientApplication,
  CryptoProvider,
  type INetworkModule,
  type NetworkRequestOptions,
  type NetworkResponse,
  type NodeAuthOptions,
  PublicClientApplication,
} from '@azure/msal-node'
import { afterEach, expect, test } from 'vitest'
import { choose, locationOf } from './fixtures/browser-of-tests.ts'
import { anna, bram, contoso, desktop, directory, fabrikam, redirectUri, tracker } from './fixtures/directory.ts'
import { type RunningIdentityPlatform, startIdentityPlatform } from './start.ts'

const microsoft = 'https://login.microsoftonline.com'
let platform: RunningIdentityPlatform | undefined

afterEach(() => platform?.stop())

/** msal-node as it is, but for the one host name it would otherwise go to. */
function networkTo(url: string): INetworkModule {
  async function send<Body>(
    address: string,
    method: string,
    options: NetworkRequestOptions = {},
  ): Promise<NetworkResponse<Body>> {
    const { headers, body } = options
    const response = await fetch(address.replace(microsoft, url), {
      method,
      ...(headers ? { headers } : {}),
      ...(body ? { body } : {}),
    })
    return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.json() }
  }
  return {
    sendGetRequestAsync: (address, options) => send(address, 'GET', options),
    sendPostRequestAsync: (address, options) => send(address, 'POST', options),
  }
}

function clientFor(url: string, auth: Partial<NodeAuthOptions>): ConfidentialClientApplication {
  return new ConfidentialClientApplication({
    auth: { clientId: tracker.clientId, authority: `${microsoft}/organizations`, ...auth },
    system: { networkClient: networkTo(url) },
  })
}

type Client = Pick<ConfidentialClientApplication, 'getAuthCodeUrl' | 'acquireTokenByCode'>

async function signIn(client: Client, url: string, account: typeof anna, to = redirectUri) {
  const { verifier, challenge } = await new CryptoProvider().generatePkceCodes()
  const request: AuthorizationUrlRequest = {
    scopes: ['openid', 'profile'],
    redirectUri: to,
    state: 'round-trip',
    nonce: 'nonce-of-the-attempt',
    codeChallenge: challenge,
    codeChallengeMethod: 'S256',
  }
  const authorizeUrl = (await client.getAuthCodeUrl(request)).replace(microsoft, url)
  const back = locationOf(await choose(authorizeUrl, account)).searchParams
  expect(back.get('state')).toBe('round-trip')
  return client.acquireTokenByCode({
    scopes: request.scopes,
    redirectUri: to,
    code: back.get('code') ?? '',
    codeVerifier: verifier,
    nonce: 'nonce-of-the-attempt',
  })
}

test('msal-node signs somebody in with a client secret and renews the tokens', async () => {
  platform = await startIdentityPlatform(directory)
  const client = clientFor(platform.url, { clientSecret: tracker.clientSecret ?? '' })
  const result = await signIn(client, platform.url, bram)
  expect(result.account).toMatchObject({
    homeAccountId: `${bram.objectId}.${fabrikam.tenantId}`,
    tenantId: fabrikam.tenantId,
    localAccountId: bram.objectId,
    username: 'bram@fabrikam.example',
    name: bram.name,
  })
  if (result.account === null) throw new Error('no account')
  const renewed = await client.acquireTokenSilent({ account: result.account, scopes: ['openid'], forceRefresh: true })
  expect(renewed.fromCache).toBe(false)
  expect(renewed.uniqueId).toBe(bram.objectId)
  expect(renewed.idToken).not.toBe(result.idToken)
})

test('msal-node proves itself with a certificate', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const { clientSecret: _, ...withoutSecret } = tracker
  platform = await startIdentityPlatform({ ...directory, applications: [{ ...withoutSecret, certificateKeys: [pem] }] })
  const own = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const certificate = { thumbprintSha256: 'ab'.repeat(32), privateKey: own }
  const good = await signIn(clientFor(platform.url, { clientCertificate: certificate }), platform.url, anna)
  expect(good.uniqueId).toBe(anna.objectId)

  const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString()
  const bad = clientFor(platform.url, { clientCertificate: { ...certificate, privateKey: foreign } })
  await expect(signIn(bad, platform.url, anna)).rejects.toMatchObject({ errorCode: 'invalid_client', errorNo: 700027 })
})

test('msal-node as a public client of one tenant', async () => {
  platform = await startIdentityPlatform(directory)
  const client = new PublicClientApplication({
    auth: { clientId: desktop.clientId, authority: `${microsoft}/${contoso.tenantId}` },
    system: { networkClient: networkTo(platform.url) },
  })
  const result = await signIn(client, platform.url, anna, desktop.redirectUris[0])
  expect(result.tenantId).toBe(contoso.tenantId)
})

test('msal-node tells of a wrong secret and of a code used twice with the codes of Entra', async () => {
  platform = await startIdentityPlatform(directory)
  const { url } = platform
  await expect(signIn(clientFor(url, { clientSecret: 'wrong' }), url, anna)).rejects.toMatchObject({
    errorCode: 'invalid_client',
    errorNo: 7000215,
  })
  const client = clientFor(url, { clientSecret: tracker.clientSecret ?? '' })
  let used = ''
  const watching: Client = {
    getAuthCodeUrl: (request) => client.getAuthCodeUrl(request),
    acquireTokenByCode: async (request) => {
      used = request.code
      await client.acquireTokenByCode(request)
      return client.acquireTokenByCode(request)
    },
  }
  await expect(signIn(watching, url, anna)).rejects.toMatchObject({ errorCode: 'invalid_grant', errorNo: 54005 })
  expect(used).not.toBe('')
})
