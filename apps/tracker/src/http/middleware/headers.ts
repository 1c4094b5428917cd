import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'
import type { HttpEnvironment } from '../environment.ts'

/** Headers that keep a page to itself: own scripts and styles only, no framing, nothing of the address passed on. */
export function safeHeaders(publicUrl: string, formTargets: readonly string[]) {
  const secure = publicUrl.startsWith('https:')
  return secureHeaders({
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
    referrerPolicy: 'no-referrer',
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    strictTransportSecurity: secure ? 'max-age=31536000; includeSubDomains' : false,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
  })
}

/** Nothing that a signed-in person sees may stay in a cache. Assets set their own, longer word. */
export const noStore = createMiddleware<HttpEnvironment>(async (context, next) => {
  await next()
  if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'no-store')
})
