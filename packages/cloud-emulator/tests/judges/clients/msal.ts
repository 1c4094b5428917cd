import {
  ConfidentialClientApplication,
  CryptoProvider,
  type NodeAuthOptions,
  PublicClientApplication,
} from '@azure/msal-node'

// Runs alone, as a client's own program would: msal-node reaches the emulator over TLS and knows nothing of it.
const base = process.env.EMULATOR ?? ''
const { clientId, clientSecret, tenant, user, password } = Object(JSON.parse(process.env.ENTRANCE ?? '{}'))
const options = (more: Partial<NodeAuthOptions> = {}) => ({
  auth: { clientId, authority: `${base}/${tenant}`, knownAuthorities: [new URL(base).host], ...more },
})
const claims = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
const results: Record<string, unknown> = {}

/** Plays the person in front of the sign-in page. */
async function choose(address: string): Promise<URL> {
  const page = await (await fetch(address)).text()
  const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const account = new RegExp(`value="([^"]+)" class="account"(?:(?!</button>).)*${user}`, 's').exec(page)?.[1] ?? ''
  const answer = await fetch(new URL(action, address), {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: new URL(address).origin },
    body: new URLSearchParams({ account }),
  })
  return new URL(answer.headers.get('location') ?? 'about:blank')
}

const scopes = ['https://service.powerapps.com//.default']
const confidential = new ConfidentialClientApplication(options({ clientSecret }))
const app = await confidential.acquireTokenByClientCredential({ scopes })
results.secret = claims(app?.accessToken ?? '')
results.cached = (await confidential.acquireTokenByClientCredential({ scopes }))?.fromCache

const certificate = JSON.parse(process.env.CERTIFICATE ?? '{}')
const proven = new ConfidentialClientApplication(
  options({
    clientId: certificate.clientId,
    clientCertificate: { thumbprintSha256: 'ab'.repeat(32), privateKey: certificate.privateKey },
  }),
)
results.certificate = claims((await proven.acquireTokenByClientCredential({ scopes }))?.accessToken ?? '')
const federated = new ConfidentialClientApplication(
  options({ clientId: certificate.clientId, clientAssertion: certificate.federatedAssertion }),
)
results.federated = claims((await federated.acquireTokenByClientCredential({ scopes }))?.accessToken ?? '')

const { verifier, challenge } = await new CryptoProvider().generatePkceCodes()
const redirectUri = 'http://localhost:53682/answer'
const address = await confidential.getAuthCodeUrl({
  scopes,
  redirectUri,
  state: 's',
  nonce: 'n',
  codeChallenge: challenge,
  codeChallengeMethod: 'S256',
})
const back = await choose(address)
const signedIn = await confidential.acquireTokenByCode({
  scopes,
  redirectUri,
  code: back.searchParams.get('code') ?? back.href,
  codeVerifier: verifier,
  nonce: 'n',
})
results.code = claims(signedIn.accessToken)
const account = signedIn.account
if (account === null) throw new Error('no account')
const flow = await confidential.acquireTokenSilent({
  account,
  scopes: ['https://service.flow.microsoft.com//.default'],
})
results.refresh = claims(flow.accessToken)

const device = new PublicClientApplication(options())
const byDevice = await device.acquireTokenByDeviceCode({
  scopes,
  deviceCodeCallback: (code) => {
    void choose(`${base}/common/oauth2/deviceauth?user_code=${code.userCode}`).catch(() => {})
  },
})
results.device = claims(byDevice?.accessToken ?? '')

const byPassword = await device.acquireTokenByUsernamePassword({
  scopes: [`api://${clientId}/access_as_user`],
  username: user,
  password,
})
results.password = claims(byPassword?.accessToken ?? '')
const onBehalf = await confidential.acquireTokenOnBehalfOf({
  oboAssertion: byPassword?.accessToken ?? '',
  scopes: ['https://graph.microsoft.com/.default'],
})
results.onBehalf = claims(onBehalf?.accessToken ?? '')

for (const [name, attempt] of Object.entries({
  wrongSecret: () =>
    new ConfidentialClientApplication(options({ clientSecret: 'wrong' })).acquireTokenByClientCredential({ scopes }),
  wrongPassword: () => device.acquireTokenByUsernamePassword({ scopes, username: user, password: 'wrong' }),
  unknownClient: () =>
    new ConfidentialClientApplication(
      options({ clientId: 'ffffffff-0000-4000-8000-000000000000', clientSecret }),
    ).acquireTokenByClientCredential({ scopes }),
  notDefault: () => confidential.acquireTokenByClientCredential({ scopes: ['https://service.powerapps.com//User'] }),
  unknownApi: () => confidential.acquireTokenByClientCredential({ scopes: ['https://unknown.example/.default'] }),
})) {
  results[name] = await attempt().then(
    () => 'no error',
    (error: unknown) => ({ code: Object(error).errorCode, number: Number(Object(error).errorNo) }),
  )
}
console.log(JSON.stringify(results))
