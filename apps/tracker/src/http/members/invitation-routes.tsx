import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { AcceptPage, type ClosedReason, InvitationClosedPage } from '../../pages/members/accept-page.tsx'
import { readInvitation } from '../../reads/members/read-invitation.ts'
import { texts } from '../../texts/index.ts'
import { acceptInvitation } from '../../verbs/members/accept-invitation.ts'
import { hashOfSecret } from '../../verbs/members/one-time-secret.ts'
import type { HttpEnvironment, HttpServices } from '../environment.ts'
import { frameOf, leaveFlash } from '../frame.ts'
import { whoIs } from '../places.ts'

type HttpContext = Context<HttpEnvironment>

const cookieName = 'invitation'
const cookiePath = '/invitations'
const acceptPath = '/invitations/accept'
const hourInSeconds = 3600

/** Taking up an invitation. The secret leaves the address at once, so that it stays in no history, log or referrer. */
export function invitationRoutes(services: HttpServices): Hono<HttpEnvironment> {
  const routes = new Hono<HttpEnvironment>()
  routes.get(acceptPath, (context) => show(services, context))
  routes.post(acceptPath, async (context) => {
    const { principal } = whoIs(context)
    const secret = getCookie(context, cookieName)
    if (secret === undefined) return closed(services, context, 'missing')
    const secretHash = hashOfSecret(secret)
    const invitation = await readInvitation(services, secretHash)
    await acceptInvitation(services, { principal, secretHash, requestId: context.get('requestId') })
    deleteCookie(context, cookieName, { path: cookiePath })
    const message = texts(context.get('language')).members.accept.welcome(invitation?.place ?? '')
    leaveFlash(context, { level: 'success', message })
    return context.redirect('/', 303)
  })
  routes.get('/invitations/:secret{[A-Za-z0-9_-]{43}}', (context) => {
    setCookie(context, cookieName, context.req.param('secret'), {
      path: cookiePath,
      httpOnly: true,
      sameSite: 'Lax',
      secure: services.configuration.publicUrl.startsWith('https:'),
      maxAge: hourInSeconds,
    })
    return context.redirect(acceptPath, 303)
  })
  return routes
}

async function show(services: HttpServices, context: HttpContext): Promise<Response> {
  const secret = getCookie(context, cookieName)
  if (secret === undefined) return closed(services, context, 'missing')
  const invitation = await readInvitation(services, hashOfSecret(secret))
  if (invitation === undefined) return closed(services, context, 'unknown')
  if (invitation.state !== 'open') return closed(services, context, invitation.state)
  const signedIn = context.get('signedIn')
  const frame = await frameOf(services, context)
  const person = signedIn && { name: signedIn.principal.name, username: signedIn.username }
  return context.html(<AcceptPage frame={frame} invitation={invitation} person={person} address={acceptPath} />)
}

async function closed(services: HttpServices, context: HttpContext, reason: ClosedReason): Promise<Response> {
  const frame = await frameOf(services, context)
  return context.html(<InvitationClosedPage frame={frame} reason={reason} />, reason === 'unknown' ? 404 : 410)
}
