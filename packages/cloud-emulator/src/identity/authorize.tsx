import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { type AuthorizationRequest, type ReplyAddress, readAuthorizationRequest } from './authorization-request.ts'
import { consentPage, missingConsent } from './cloud/consent-page.tsx'
import type { EmulatedAccount, TenantScope } from './directory.ts'
import { EntraError, entraErrors, envelopeOf } from './entra-error.ts'
import { AccountPicker } from './pages/account-picker.tsx'
import { FormPost } from './pages/form-post.tsx'
import { Refusal } from './pages/refusal.tsx'
import { showPage } from './pages/show-page.tsx'
import type { Services } from './services.ts'

/** The browser's session at the platform. Cookies know no ports, so its name must not meet another program's. */
export const sessionCookie = 'sevenstep-emulator-identity'

/** The authorization endpoint: shows the accounts, or answers at once where `prompt=none` asks for that. */
export function authorize(
  c: Context,
  services: Services,
  scope: TenantScope,
  given: URLSearchParams,
): Response | Promise<Response> {
  const reading = readAuthorizationRequest(given, scope, services)
  if (!reading.ok) return refuse(c, services, reading.refusal, reading.reply)
  const { request } = reading
  const last = lastAccount(c, services)
  const usable = request.accounts.find(({ objectId }) => objectId === last)
  if (request.prompt === 'none') {
    if (usable === undefined) return refuse(c, services, entraErrors.nobodySignedIn(), request)
    if (missingConsent(services, request, usable).length > 0) {
      return refuse(c, services, entraErrors.consentMissing(request.application.name, []), request)
    }
    return reply(c, request, codeFor(services, request, usable, getCookie(c, sessionCookie) ?? ''))
  }
  const preferred = request.accounts.find(({ username }) => username === request.loginHint) ?? usable
  return showPage(c, { address: new URL(c.req.url), query: given, formTarget: request.redirectUri }, (language) => (
    <AccountPicker
      application={request.application.name}
      accounts={request.accounts}
      tenantName={(tenantId) => services.directory.tenant(tenantId)?.name ?? tenantId}
      preferred={preferred?.objectId}
      action={`login?${given}`}
      language={language}
    />
  ))
}

/** What the page of accounts sends: the choice in the form, the request it answers in the address. */
export async function chooseAccount(c: Context, services: Services, scope: TenantScope): Promise<Response> {
  const given = new URL(c.req.url).searchParams
  const reading = readAuthorizationRequest(given, scope, services)
  if (!reading.ok) return refuse(c, services, reading.refusal, reading.reply)
  const { request } = reading
  const form = await c.req.parseBody()
  const chosen = form.account
  if (chosen === undefined) return refuse(c, services, entraErrors.declined(), request)
  const account = request.accounts.find(({ objectId }) => objectId === chosen)
  if (account === undefined) return refuse(c, services, entraErrors.accountNotAllowed(String(chosen)), request)
  try {
    const page = consentPage(c, services, { request, account, decision: form.decision, action: `login?${given}` })
    if (page !== undefined) return page
  } catch (error) {
    if (!(error instanceof EntraError)) throw error
    return refuse(c, services, error, request)
  }
  const before = getCookie(c, sessionCookie)
  if (before !== undefined) services.sessions.end(before)
  const sid = services.sessions.begin(account.objectId)
  setCookie(c, sessionCookie, sid, { httpOnly: true, sameSite: 'Lax', path: '/' })
  return reply(c, request, codeFor(services, request, account, sid))
}

function lastAccount(c: Context, services: Services): string | undefined {
  const sid = getCookie(c, sessionCookie)
  return sid === undefined ? undefined : services.sessions.accountOf(sid)
}

function codeFor(services: Services, request: AuthorizationRequest, account: EmulatedAccount, sid: string) {
  const { application, redirectUri, codeChallenge, nonce, scope, resource } = request
  const code = services.grants.issueCode({
    clientId: application.clientId,
    account,
    scope,
    sid,
    redirectUri,
    codeChallenge,
    nonce,
    ...(resource === undefined ? {} : { resource }),
  })
  return { code, session_state: sid }
}

/** A refusal goes back to the application where its address is known, and is shown to the person where it is not. */
function refuse(c: Context, services: Services, refusal: EntraError, to?: ReplyAddress): Response | Promise<Response> {
  const envelope = envelopeOf(refusal, services.clock.now())
  if (to === undefined) {
    return showPage(
      c,
      { address: new URL(c.req.url), query: new URL(c.req.url).searchParams, status: refusal.status },
      (language) => <Refusal refusal={refusal} envelope={envelope} language={language} />,
    )
  }
  const { error, error_description, error_uri, suberror } = envelope
  return reply(c, to, {
    error,
    ...(suberror === undefined ? {} : { error_subcode: suberror }),
    error_description,
    error_uri,
  })
}

function reply(c: Context, to: ReplyAddress, answer: Readonly<Record<string, string>>): Response | Promise<Response> {
  const fields = Object.entries({ ...answer, ...(to.state === undefined ? {} : { state: to.state }) })
  if (to.responseMode === 'form_post') {
    return showPage(
      c,
      { address: new URL(c.req.url), query: new URLSearchParams(), formTarget: to.redirectUri },
      (language) => <FormPost target={to.redirectUri} fields={fields} language={language} />,
    )
  }
  const target = new URL(to.redirectUri)
  for (const [name, value] of fields) target.searchParams.set(name, value)
  return c.redirect(target.toString(), 303)
}
