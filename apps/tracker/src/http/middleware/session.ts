import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { readSignedIn } from '../../reads/sign-in/read-signed-in.ts'
import type { HttpEnvironment, HttpServices } from '../environment.ts'
import { preferSettings } from './preferences.ts'

/** The name of the session's cookie; over https it is bound to the host by its prefix. */
export function sessionCookie(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? '__Host-session' : 'session'
}

/** Finds out who is at the browser, from the session's cookie. */
export function session(services: HttpServices) {
  const name = sessionCookie(services.configuration.publicUrl)
  return createMiddleware<HttpEnvironment>(async (context, next) => {
    context.set('secureCookies', services.configuration.publicUrl.startsWith('https:'))
    const token = getCookie(context, name)
    const signedIn = token === undefined ? undefined : await readSignedIn(services, token)
    context.set('signedIn', signedIn)
    if (signedIn !== undefined) preferSettings(context, signedIn)
    await next()
  })
}
