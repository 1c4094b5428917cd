import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'
import type { HttpEnvironment } from '../environment.ts'

/**
 * Headers that keep a page to itself: own scripts and styles only, no framing, nothing of the address passed on. A route
 * that sets a stricter policy of its own, such as a download, keeps it.
 */
export function safeHeaders(publicUrl: string, formTargets: readonly string[]) {
  const secure = publicUrl.startsWith('https:')
  const usual = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      // Signing in and out posts here and is then sent on to the identity provider.
      formAction: ["'self'", ...formTargets],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: 'DENY',
    // With `no-referrer` browsers would hide the origin of our own forms from us, too.
    referrerPolicy: 'same-origin',
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    strictTransportSecurity: secure ? 'max-age=31536000; includeSubDomains' : false,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
  })
  return createMiddleware<HttpEnvironment>(async (context, next) => {
    let ownPolicy: string | null = null
    await usual(context, async () => {
      await next()
      ownPolicy = context.res.headers.get('Content-Security-Policy')
    })
    if (ownPolicy !== null) context.res.headers.set('Content-Security-Policy', ownPolicy)
  })
}

/** Nothing that a signed-in person sees may stay in a cache. Assets set their own, longer word. */
export const noStore = createMiddleware<HttpEnvironment>(async (context, next) => {
  await next()
  if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'no-store')
})
