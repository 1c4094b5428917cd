import { createMiddleware } from 'hono/factory'
import { notFound } from '../../domain/failure.ts'
import type { HttpEnvironment } from '../environment.ts'

/** An address with a character that no text in the database can hold names nothing. */
export const plainAddress = createMiddleware<HttpEnvironment>(async (context, next) => {
  if (/%00|\0/.test(context.req.url)) throw notFound()
  await next()
})
