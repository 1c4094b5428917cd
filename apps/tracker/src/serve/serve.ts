import { once } from 'node:events'
import type { Server, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { serve as listen } from '@hono/node-server'
import type { Logger } from 'pino'
import type { createApp } from '../http/app.ts'
import type { Readiness } from '../http/operations/readiness.ts'

/** A tracker that answers. */
export interface RunningServer {
  /** The address it listens at; its port is the system's choice where 0 was asked for. */
  readonly url: string
  /** Says "not ready" first, lets requests under way end, then closes. */
  readonly stop: () => Promise<void>
}

/** How long requests under way may take once the tracker is told to stop, in milliseconds. */
const drainMilliseconds = 10_000

/** A client that is too slow, or sends too much before its body, is cut off; times in milliseconds, sizes in bytes. */
const serverOptions = {
  headersTimeout: 15_000,
  // The largest upload over a slow line takes its time.
  requestTimeout: 300_000,
  // Longer than the minute after which balancers usually close, so that they never send into a closed connection.
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16_384,
}

/** Listens for requests until it is stopped. */
export async function startServer(options: {
  readonly app: ReturnType<typeof createApp>
  readonly host: string
  readonly port: number
  readonly readiness: Readiness
  readonly stopDelaySeconds: number
  readonly log: Logger
}): Promise<RunningServer> {
  const { app, host, port, readiness, stopDelaySeconds, log } = options
  // `serve` makes a plain HTTP server unless told otherwise.
  const server = listen({ fetch: app.fetch, hostname: host, port, serverOptions }) as Server
  if (!server.listening) await once(server, 'listening')
  readiness.ready = true
  const address = server.address()
  const url = `http://${host}:${typeof address === 'object' && address !== null ? address.port : port}`
  return {
    url,
    stop: async () => {
      readiness.ready = false
      // Whoever keeps a connection would go on being served over it, and hold up the end.
      server.prependListener('request', (_, response: ServerResponse) => response.setHeader('Connection', 'close'))
      await wait(stopDelaySeconds * 1000)
      const closed = once(server, 'close')
      server.close()
      server.closeIdleConnections()
      const cut = setTimeout(() => {
        log.warn('Some requests did not end in time and were cut off.')
        server.closeAllConnections()
      }, drainMilliseconds)
      await closed
      clearTimeout(cut)
    },
  }
}
