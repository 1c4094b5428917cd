import { Hono } from 'hono'
import type { HttpEnvironment, HttpServices } from '../environment.ts'

/** What a balancer and an operator ask: is it alive, does it take requests, which version is it. They need no session. */
export function operationRoutes(services: HttpServices): Hono<HttpEnvironment> {
  const routes = new Hono<HttpEnvironment>()
  routes.get('/livez', (context) => context.text('alive'))
  routes.get('/readyz', async (context) => {
    if (!services.readiness.ready) return context.text('stopping', 503)
    try {
      await services.database.check()
      return context.text('ready')
    } catch (error) {
      services.log.warn({ err: error }, 'The database does not answer.')
      return context.text('the database does not answer', 503)
    }
  })
  routes.get('/version', (context) =>
    context.json({
      name: 'sevenstep-tracker',
      version: services.configuration.version,
      commit: services.configuration.commit ?? null,
    }),
  )
  return routes
}
