import { type Context, Hono } from 'hono'
import { Failure, notFound } from '../../domain/failure.ts'
import { newId } from '../../domain/ids.ts'
import { may, type Place } from '../../domain/principal.ts'
import { AccountPage } from '../../pages/account/account-page.tsx'
import { NewTokenPage, type TokenDraft, TokenMadePage } from '../../pages/account/token-pages.tsx'
import { placesOf, readAccount } from '../../reads/account/read-account.ts'
import { texts } from '../../texts/index.ts'
import { execute } from '../../verbs/execute.ts'
import type { VerbInEachPlace } from '../../verbs/members/in-each-place.ts'
import { hashOfSecret, newSecret } from '../../verbs/members/one-time-secret.ts'
import { createToken } from '../../verbs/tokens/create-token.ts'
import { revokeToken } from '../../verbs/tokens/revoke-token.ts'
import { scopesFor, tokenPrefix } from '../../verbs/tokens/token-fields.ts'
import type { HttpEnvironment, HttpServices } from '../environment.ts'
import { readForm } from '../forms.ts'
import { frameOf, leaveFlash } from '../frame.ts'
import { whoIs } from '../places.ts'
import { deviceName } from './device-name.ts'

type HttpContext = Context<HttpEnvironment>

/** A person's own page: roles, preferences, sessions, and tokens for programs. */
export function accountRoutes(services: HttpServices): Hono<HttpEnvironment> {
  const routes = new Hono<HttpEnvironment>()
  routes.get('/account', (context) => showAccount(services, context))
  routes.post('/account/sessions/revoke-others', async (context) => {
    const { principal, sessionId } = whoIs(context)
    const count = await services.sessions.revokeAll(principal.userId, sessionId)
    const message = texts(context.get('language')).account.sessions.othersRevoked(count)
    leaveFlash(context, { level: 'success', message })
    return context.redirect('/account#sessions', 303)
  })
  routes.post('/account/sessions/:id/revoke', async (context) => {
    const isRevoked = await services.sessions.revoke(whoIs(context).principal.userId, context.req.param('id'))
    const words = texts(context.get('language')).account.sessions
    leaveFlash(context, { level: isRevoked ? 'success' : 'info', message: isRevoked ? words.revoked : words.gone })
    return context.redirect('/account#sessions', 303)
  })
  routes.get('/account/tokens/new', (context) => showNewToken(services, context, context.req.query('place')))
  routes.post('/account/tokens', (context) => makeToken(services, context))
  routes.post('/account/tokens/:id/revoke', async (context) => {
    const form = await readForm(context)
    const { place } = tokenPlace(context, form.fields.place)
    await doInPlace(services, context, place, revokeToken, { tokenId: context.req.param('id') }, form.key)
    leaveFlash(context, { level: 'success', message: texts(context.get('language')).account.tokens.revoked })
    return context.redirect('/account#tokens', 303)
  })
  return routes
}

async function showAccount(services: HttpServices, context: HttpContext): Promise<Response> {
  const signedIn = whoIs(context)
  const { principal } = signedIn
  const account = await readAccount(services, principal)
  const frame = await frameOf(services, context)
  return context.html(
    <AccountPage
      frame={frame}
      person={signedIn}
      account={account}
      sessions={account.sessions.map((session) => ({
        id: session.id,
        device: deviceName(session.userAgent, frame.texts),
        lastSeenAt: session.lastSeenAt.toISOString(),
        createdAt: session.createdAt.toISOString(),
        expiresAt: session.expiresAt.toISOString(),
        isHere: session.id === signedIn.sessionId,
      }))}
      mayMakeTokens={account.places.some((place) => may(principal, 'tokens.manage', place))}
      formKey={newId('job')}
    />,
  )
}

/** The places in which the person may have tokens, and the one that was asked for: the first unless said. */
function tokenPlace(context: HttpContext, wanted: string | undefined): { place: Place; places: readonly Place[] } {
  const { principal } = whoIs(context)
  const places = placesOf(principal).filter((place) => may(principal, 'tokens.manage', place))
  const place = wanted === undefined ? places[0] : places.find((one) => (one.isvId ?? one.organizationId) === wanted)
  if (place === undefined) throw notFound()
  return { place, places }
}

async function showNewToken(
  services: HttpServices,
  context: HttpContext,
  wanted: string | undefined,
  draft?: TokenDraft,
): Promise<Response> {
  const { principal } = whoIs(context)
  const { place, places } = tokenPlace(context, wanted)
  const named = (await readAccount(services, principal)).places
  const nameOf = (one: Place) =>
    named.find((known) => known.isvId === one.isvId && known.organizationId === one.organizationId)?.name ?? ''
  const frame = await frameOf(services, context)
  return context.html(
    <NewTokenPage
      frame={draft === undefined ? frame : { ...frame, path: '/account/tokens/new' }}
      place={{ id: place.isvId ?? place.organizationId, name: nameOf(place) }}
      others={places
        .filter((one) => one !== place)
        .map((one) => ({ id: one.isvId ?? one.organizationId, name: nameOf(one) }))}
      scopes={scopesFor(principal, place)}
      formKey={newId('job')}
      {...(draft !== undefined && { draft })}
    />,
    draft === undefined ? 200 : 422,
  )
}

/** The token is in the answer itself and nowhere else, so this form is not followed by a redirect. */
async function makeToken(services: HttpServices, context: HttpContext): Promise<Response> {
  const form = await readForm(context)
  const { place } = tokenPlace(context, form.fields.place)
  const { name = '', days = '' } = form.fields
  const scopes = form.all('scopes')
  const token = `${tokenPrefix}${newSecret()}`
  const input = {
    name,
    scopes,
    days: Number(days),
    tokenHash: hashOfSecret(token),
    ...(form.key !== undefined && { formKey: form.key }),
  }
  try {
    const { expiresAt } = await doInPlace(services, context, place, createToken, input, undefined)
    const frame = await frameOf(services, context)
    return context.html(
      <TokenMadePage frame={{ ...frame, path: '/account' }} name={name.trim()} token={token} expiresAt={expiresAt} />,
    )
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'invalid-input') throw error
    const language = context.get('language')
    const errors = Object.fromEntries(
      error.fields.map(({ field, message }) => [field.split('.')[0] ?? field, message[language]]),
    )
    return showNewToken(services, context, form.fields.place, { name, days, scopes, errors })
  }
}

async function doInPlace<Input, Result>(
  services: HttpServices,
  context: HttpContext,
  place: Place,
  verb: VerbInEachPlace<Input, Result>,
  input: unknown,
  key: string | undefined,
): Promise<Result> {
  const request = { principal: whoIs(context).principal, place, input, key, requestId: context.get('requestId') }
  return place.isvId === null ? execute(services, verb.programme, request) : execute(services, verb.isv, request)
}
