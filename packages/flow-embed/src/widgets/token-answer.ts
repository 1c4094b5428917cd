import { EmbedError } from './embed-error.ts'

/** What a token is asked for. */
export interface TokenRequest {
  /** The resource the widget names; Power Automate's own where it names none. */
  readonly resource: string | undefined
  /** True where the last token was about to run out: ask the identity platform, not a cache. */
  readonly forceRefresh: boolean
}

/** Gives a token of the person who is signed in. */
export type GetToken = (request: TokenRequest) => Promise<string>

/** A token that runs out sooner is fetched anew, so that it lives through what the widget does with it. */
const shortestLifeMs = 120_000

/**
 * A token that is still good for a while: what the page gives is looked at, and asked for once more without cache if it
 * has run out or soon will.
 *
 * @throws EmbedError `token-failed` or `token-expired`, never with the token in it
 */
export async function tokenFor(getToken: GetToken, resource: string | undefined, now: number): Promise<string> {
  for (const forceRefresh of [false, true]) {
    let token: unknown
    try {
      token = await getToken({ resource, forceRefresh })
    } catch (error) {
      throw new EmbedError('token-failed', 'The page could not get a token. Sign the person in again.', error)
    }
    if (typeof token !== 'string' || token === '') {
      throw new EmbedError('token-failed', 'getToken gave no token. Return the access token as a text.')
    }
    const expiry = expiryOf(token)
    // What cannot be read is handed on: the widget's own service judges it.
    if (expiry === undefined || expiry - now > shortestLifeMs) return token
    if (forceRefresh && expiry > now) return token
  }
  throw new EmbedError('token-expired', 'The token has run out, also after asking anew. Sign the person in again.')
}

/** When a JWT runs out, in milliseconds; undefined for what cannot be read. */
function expiryOf(token: string): number | undefined {
  try {
    const payload = token.split('.')[1] ?? ''
    const { exp } = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')))
    return typeof exp === 'number' ? exp * 1000 : undefined
  } catch {
    return undefined
  }
}
