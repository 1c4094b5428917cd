import type { HttpBindings } from '@hono/node-server'
import type { Context, Next } from 'hono'
import { isLoopback } from '../transport/loopback.ts'

/**
 * Lets in only requests from this machine that name this machine, and changes only from the page itself or from
 * programs: another site's page in the same browser can neither read nor move anything.
 */
export async function controlGuard(c: Context<{ Bindings: HttpBindings }>, next: Next): Promise<Response | undefined> {
  const remote = c.env.incoming?.socket.remoteAddress ?? ''
  const { hostname, origin } = new URL(c.req.url)
  if (!isLoopback(remote) || !isLoopback(hostname)) {
    return refuse(c, 'The controls of the emulator answer only to this machine, under localhost.')
  }
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    const from = c.req.header('origin')
    const site = c.req.header('sec-fetch-site')
    if ((from !== undefined && from !== origin) || (site !== undefined && site !== 'same-origin' && site !== 'none')) {
      return refuse(c, 'Another page sent this. Changes come from the emulator’s own page or from a program.')
    }
  }
  await next()
  return undefined
}

function refuse(c: Context, detail: string): Response {
  return c.json({ title: 'Not allowed', status: 403, detail }, 403, { 'content-type': 'application/problem+json' })
}
