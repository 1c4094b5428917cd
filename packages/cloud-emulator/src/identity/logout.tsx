import type { Context } from 'hono'
import { deleteCookie, getCookie } from 'hono/cookie'
import { sessionCookie } from './authorize.tsx'
import { showPage } from './pages/show-page.tsx'
import { SignedOut } from './pages/signed-out.tsx'
import type { Services } from './services.ts'

/**
 * The end of a session: forgets who is signed in here, then leads on to `post_logout_redirect_uri` where some
 * application has registered exactly that address, and shows that all is done where it has not.
 */
export function logout(c: Context, services: Services, given: URLSearchParams): Response | Promise<Response> {
  const sid = getCookie(c, sessionCookie)
  if (sid !== undefined) services.sessions.end(sid)
  deleteCookie(c, sessionCookie, { path: '/' })
  const target = given.get('post_logout_redirect_uri')
  if (target !== null && services.directory.redirectUris.includes(target)) {
    const address = new URL(target)
    const state = given.get('state')
    if (state !== null) address.searchParams.set('state', state)
    return c.redirect(address.toString(), 303)
  }
  return showPage(c, { address: new URL(c.req.url), query: given }, (language) => (
    <SignedOut language={language} unknownTarget={target ?? undefined} />
  ))
}
