import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { SignInPage } from '../../pages/sign-in/sign-in-page.tsx'
import { SignInRefusedPage } from '../../pages/sign-in/sign-in-refused-page.tsx'
import { attemptLifetime } from '../../sign-in/entra-sign-in.ts'
import { safeReturnTo } from '../../sign-in/return-to.ts'
import { SignInFailure } from '../../sign-in/sign-in-failure.ts'
import { keepPreferences } from '../../verbs/account/keep-preferences.ts'
import { keepPerson } from '../../verbs/sign-in/keep-person.ts'
import { rememberAttempt, takeAttempt } from '../../verbs/sign-in/sign-in-attempts.ts'
import type { HttpEnvironment, HttpServices } from '../environment.ts'
import { readForm } from '../forms.ts'
import { frameOf } from '../frame.ts'
import { isLanguage, isTheme, languageCookie, themeCookie } from '../middleware/preferences.ts'
import { sessionCookie } from '../middleware/session.ts'

type HttpContext = Context<HttpEnvironment>

const yearInSeconds = 365 * 24 * 3600
/** Binds a sign-in to the browser that began it, so that nobody can be signed in as somebody else. */
const attemptCookie = 'sign-in'

/** Signing in and out, and what a browser prefers. */
export function signInRoutes(services: HttpServices): Hono<HttpEnvironment> {
  const routes = new Hono<HttpEnvironment>()
  routes.get('/sign-in', async (context) => {
    const returnTo = safeReturnTo(context.req.query('return'))
    if (context.get('signedIn') !== undefined) return context.redirect(returnTo, 303)
    const frame = await frameOf(services, context)
    return context.html(<SignInPage frame={frame} kind={services.configuration.signIn.kind} returnTo={returnTo} />)
  })
  routes.post('/sign-in', (context) => begin(services, context))
  routes.get('/sign-in/callback', (context) => complete(services, context))
  routes.post('/sign-out', (context) => signOut(services, context))
  routes.post('/preferences', (context) => prefer(services, context))
  return routes
}

/** Keeps what was chosen in the browser, and with the person where there is one. */
async function prefer(services: HttpServices, context: HttpContext): Promise<Response> {
  const { fields } = await readForm(context)
  const cookie = { path: '/', sameSite: 'Lax', maxAge: yearInSeconds, secure: secure(services) } as const
  const { language, theme, shortcuts } = fields
  if (isLanguage(language)) setCookie(context, languageCookie, language, cookie)
  if (isTheme(theme)) setCookie(context, themeCookie, theme, cookie)
  const signedIn = context.get('signedIn')
  if (signedIn !== undefined) {
    await keepPreferences(services, signedIn.principal.userId, {
      ...(isLanguage(language) && { language }),
      ...(isTheme(theme) && { theme }),
      ...((shortcuts === 'on' || shortcuts === 'off') && { shortcuts: shortcuts === 'on' }),
    })
  }
  return context.redirect(safeReturnTo(fields.return), 303)
}

async function begin(services: HttpServices, context: HttpContext): Promise<Response> {
  const { fields } = await readForm(context)
  try {
    const { url, attempt } = await services.signIn.begin(safeReturnTo(fields.return), context.get('language'))
    await rememberAttempt(services, attempt)
    setCookie(context, attemptCookie, attempt.state, {
      path: '/sign-in',
      httpOnly: true,
      sameSite: 'Lax',
      secure: secure(services),
      maxAge: attemptLifetime / 1000,
    })
    return context.redirect(url, 303)
  } catch (error) {
    return refused(services, context, error)
  }
}

async function complete(services: HttpServices, context: HttpContext): Promise<Response> {
  try {
    const answer = new URL(context.req.url).searchParams
    const state = getCookie(context, attemptCookie)
    deleteCookie(context, attemptCookie, { path: '/sign-in' })
    const attempt = state === undefined ? undefined : await takeAttempt(services, state)
    const identity = await services.signIn.complete(attempt, answer)
    const userId = await keepPerson(services, identity, context.get('language'))
    const name = sessionCookie(services.configuration.publicUrl)
    const { token } = await services.sessions.begin({
      userId,
      userAgent: context.req.header('User-Agent') ?? '',
      replaces: getCookie(context, name),
    })
    setCookie(context, name, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      secure: secure(services),
      maxAge: services.configuration.session.absoluteHours * 3600,
    })
    services.log.info({ userId, requestId: context.get('requestId') }, 'Signed in.')
    return context.redirect(safeReturnTo(attempt?.returnTo), 303)
  } catch (error) {
    return refused(services, context, error)
  }
}

async function signOut(services: HttpServices, context: HttpContext): Promise<Response> {
  const name = sessionCookie(services.configuration.publicUrl)
  const token = getCookie(context, name)
  if (token !== undefined) await services.sessions.end(token)
  deleteCookie(context, name, { path: '/', secure: secure(services) })
  return context.redirect(services.signIn.signOutUrl(`${services.configuration.publicUrl}/sign-in`), 303)
}

/** A sign-in that was refused is a page of its own; nothing was changed by it. */
async function refused(services: HttpServices, context: HttpContext, error: unknown): Promise<Response> {
  if (!(error instanceof SignInFailure)) throw error
  services.log.warn(
    { code: error.code, reference: error.reference, err: error.cause, requestId: context.get('requestId') },
    'A sign-in was refused.',
  )
  const frame = await frameOf(services, context)
  return context.html(<SignInRefusedPage frame={frame} failure={error} />, error.status)
}

function secure(services: HttpServices): boolean {
  return services.configuration.publicUrl.startsWith('https:')
}
