import { createMiddleware } from 'hono/factory'
import { v7 } from 'uuid'
import type { HttpEnvironment } from '../environment.ts'

/** Gives each request a number of its own, shown on error pages and written in the log; a caller's own is not believed. */
export const requestId = createMiddleware<HttpEnvironment>(async (context, next) => {
  const id = `req_${v7().replaceAll('-', '')}`
  context.set('requestId', id)
  context.header('X-Request-Id', id)
  await next()
})
