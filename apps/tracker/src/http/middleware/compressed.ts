import { compress } from 'hono/compress'
import { createMiddleware } from 'hono/factory'
import type { HttpEnvironment } from '../environment.ts'

const gzip = compress({ encoding: 'gzip', threshold: 2048 })

/**
 * Compresses what is read. Answers to changes go as they are: rows of an upload are to arrive one by one, and a secret
 * that is shown once is not to stand beside words of a request in one compressed stream.
 */
export const compressed = createMiddleware<HttpEnvironment>(async (context, next) =>
  context.req.method === 'GET' ? gzip(context, next) : next(),
)
