import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import type { Logger } from 'pino'
import type { HttpEnvironment } from '../environment.ts'

/**
 * One line for each request: method, the route's pattern (never the address itself, which may hold a link's secret or
 * what somebody searched for), status, duration, who, and the request's number. Never a body.
 */
export function requestLog(log: Logger) {
  return createMiddleware<HttpEnvironment>(async (context, next) => {
    const start = performance.now()
    await next()
    const { status } = context.res
    // Balancers ask every few seconds; only a refusal is worth a line.
    const isProbe = context.req.path === '/livez' || context.req.path === '/readyz'
    const level = status >= 500 ? 'error' : isProbe ? 'debug' : 'info'
    const user = context.get('token') ?? context.get('signedIn')?.principal.userId
    log[level](
      {
        method: context.req.method,
        route: patternOf(context),
        status,
        milliseconds: Math.round((performance.now() - start) * 10) / 10,
        requestId: context.get('requestId'),
        ...(user !== undefined && { user }),
      },
      'A request was answered.',
    )
  })
}

/** The pattern of the route that answered; middlewares stand at patterns that end in a star. */
function patternOf(context: Context<HttpEnvironment>): string {
  return matchedRoutes(context).findLast(({ path }) => !path.endsWith('*'))?.path ?? '(none)'
}
