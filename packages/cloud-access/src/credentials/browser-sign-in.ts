import { randomBytes } from 'node:crypto'
import { CryptoProvider } from '@azure/msal-node'
import { CloudFailure } from '../failures/cloud-failure.ts'
import { serviceWordsOf } from '../failures/envelope.ts'
import { recogniseFailure } from '../failures/recognise-failure.ts'
import type { KnownCredential, SignInOptions } from './credential.ts'
import { listenForCode } from './loopback-listener.ts'
import { createPersonCredential } from './public-credentials.ts'

/** How a person signs in with the browser of this machine. */
export interface BrowserSignInOptions extends SignInOptions {
  /** Opens or prints the address of the sign-in page. */
  readonly show: (address: string) => void
  /** User name, offered on the page and looked for in the cache. */
  readonly account?: string
  /** Longest wait for the person, in milliseconds; five minutes if left out. */
  readonly longestMs?: number
  /** The registration must have this host among its redirect addresses; any port will do. `localhost` if left out. */
  readonly redirectHost?: 'localhost' | '127.0.0.1'
}

/** A person signs in with the browser of this machine: authorization code with PKCE, answered on a port of loopback. */
export function createBrowserCredential(options: BrowserSignInOptions): KnownCredential {
  const { show, account, longestMs = 300_000, redirectHost = 'localhost' } = options
  const crypto = new CryptoProvider()
  return createPersonCredential(options, async ({ application, scopes, request, signal }) => {
    const state = randomBytes(24).toString('base64url')
    const nonce = randomBytes(24).toString('base64url')
    const { verifier, challenge } = await crypto.generatePkceCodes()
    const listener = await listenForCode({ state, host: redirectHost, longestMs, signal })
    try {
      const common = { ...request, scopes, redirectUri: listener.address, state, nonce }
      const page = await application.getAuthCodeUrl({
        ...common,
        codeChallenge: challenge,
        codeChallengeMethod: 'S256',
        // MSAL drops the hint where the person is to choose.
        ...(account === undefined ? { prompt: 'select_account' } : { loginHint: account }),
      })
      show(page)
      const answer = await listener.answer
      if ('error' in answer) throw refusal(answer.error, answer.description)
      return await application.acquireTokenByCode({ ...common, code: answer.code, codeVerifier: verifier })
    } finally {
      listener.close()
    }
  })
}

function refusal(error: string, description: string): CloudFailure {
  const words = serviceWordsOf({ error, error_description: description })
  const recognised = recogniseFailure(400, words)
  return new CloudFailure(recognised === 'request-refused' ? 'sign-in-failed' : recognised, {
    service: 'sign-in',
    cloudCode: words.code ?? error,
    cloudMessage: description,
  })
}
