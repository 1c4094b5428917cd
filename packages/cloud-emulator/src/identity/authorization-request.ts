import type { DirectoryIndex, EmulatedAccount, RegisteredApplication, TenantScope } from './directory.ts'
import { EntraError, entraErrors } from './entra-error.ts'
import { type Parameters, readParameters } from './parameters.ts'
import type { Services } from './services.ts'

/** Where an answer may be sent, known before anything else about the request is. */
export interface ReplyAddress {
  readonly redirectUri: string
  readonly responseMode: 'query' | 'form_post'
  readonly state: string | undefined
}

/** A request for an authorization code that may go on. */
export interface AuthorizationRequest extends ReplyAddress {
  readonly application: RegisteredApplication
  readonly scope: string
  readonly nonce: string | undefined
  readonly codeChallenge: string | undefined
  /** The API, where the older endpoint was asked. */
  readonly resource: string | undefined
  readonly prompt: string | undefined
  readonly loginHint: string | undefined
  /** Who may be chosen. */
  readonly accounts: readonly EmulatedAccount[]
}

/** `reply` says where a refusal is sent; without it the refusal is shown, since the sender cannot be trusted. */
export type AuthorizationReading =
  | { readonly ok: true; readonly request: AuthorizationRequest }
  | { readonly ok: false; readonly refusal: EntraError; readonly reply?: ReplyAddress }

/** Reads and judges the parameters of the authorization endpoint. */
export function readAuthorizationRequest(
  given: URLSearchParams,
  scope: TenantScope,
  { directory, cloud }: Pick<Services, 'directory' | 'cloud'>,
): AuthorizationReading {
  const wholeCloud = cloud !== undefined
  let reply: ReplyAddress | undefined
  try {
    const parameters = readParameters(given)
    const application = readApplication(parameters, scope, directory)
    reply = readReplyAddress(parameters, application, wholeCloud)
    return {
      ok: true,
      request: {
        ...reply,
        ...readRest(parameters, wholeCloud),
        application,
        accounts: directory.accountsFor(scope, application),
      },
    }
  } catch (error) {
    if (!(error instanceof EntraError)) throw error
    return { ok: false, refusal: error, ...(reply === undefined ? {} : { reply }) }
  }
}

function readApplication(parameters: Parameters, scope: TenantScope, directory: DirectoryIndex): RegisteredApplication {
  const clientId = parameters.need('client_id')
  const application = directory.application(clientId)
  if (application === undefined) throw entraErrors.applicationNotFound(clientId)
  if (scope.kind === 'any' && application.signInAudience === 'AzureADMyOrg') throw entraErrors.singleTenant(clientId)
  return application
}

function readReplyAddress(
  parameters: Parameters,
  application: RegisteredApplication,
  anyLoopbackPort: boolean,
): ReplyAddress {
  const redirectUri = parameters.need('redirect_uri')
  const known = application.redirectUris.some(
    (registered) => registered === redirectUri || (anyLoopbackPort && isSameLoopback(registered, redirectUri)),
  )
  if (!known) {
    throw entraErrors.redirectUriUnknown(redirectUri, application.clientId)
  }
  const responseMode = parameters.get('response_mode') ?? 'query'
  if (responseMode !== 'query' && responseMode !== 'form_post') {
    throw entraErrors.parameterInvalid('response_mode', "'query' or 'form_post'")
  }
  return { redirectUri, responseMode, state: parameters.get('state') }
}

/** Native applications listen where they find a free port, so the port of this machine's addresses does not count. */
function isSameLoopback(registered: string, given: string): boolean {
  if (!URL.canParse(registered) || !URL.canParse(given)) return false
  const [one, other] = [new URL(registered), new URL(given)]
  return (
    one.protocol === 'http:' &&
    other.protocol === 'http:' &&
    ['localhost', '127.0.0.1'].includes(one.hostname) &&
    one.hostname === other.hostname &&
    (one.pathname === other.pathname || one.pathname === '/')
  )
}

function readRest(parameters: Parameters, wholeCloud: boolean) {
  const responseType = parameters.need('response_type')
  if (responseType !== 'code') throw entraErrors.responseTypeUnsupported(responseType)
  const codeChallenge = parameters.get('code_challenge')
  // The demo sign-in demands of its applications what Entra only recommends.
  if (codeChallenge === undefined ? !wholeCloud : parameters.get('code_challenge_method') !== 'S256') {
    throw entraErrors.challengeMissing()
  }
  if (codeChallenge !== undefined && !/^[\w-]{43}$/.test(codeChallenge)) throw entraErrors.challengeInvalid()
  const resource = parameters.get('resource')
  const scope = wholeCloud && resource !== undefined ? (parameters.get('scope') ?? 'openid') : parameters.need('scope')
  if (!wholeCloud && !scope.split(' ').includes('openid')) throw entraErrors.scopeWithoutOpenid()
  const prompt = parameters.get('prompt')
  if (prompt !== undefined && !['none', 'login', 'select_account', 'consent'].includes(prompt)) {
    throw entraErrors.parameterInvalid('prompt', "'none', 'login', 'select_account' or 'consent'")
  }
  return {
    scope,
    resource,
    codeChallenge,
    prompt,
    nonce: parameters.get('nonce'),
    loginHint: parameters.get('login_hint'),
  }
}
