import { once } from 'node:events'
import { createServer as createHttpServer, type Server as HttpServer, type RequestListener } from 'node:http'
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https'
import { createServer, type Server, type Socket } from 'node:net'
import type { SecureContext } from 'node:tls'
import { EmulatorSettingsError } from '../identity/settings-error.ts'
import { isLoopback } from './loopback.ts'

/** What listens on one port: TLS, plain HTTP and a CONNECT proxy, told apart by the first byte of each connection. */
export interface OnePort {
  readonly port: number
  /** Closes every connection and the port. */
  readonly close: () => Promise<void>
}

/** What the port needs to know. */
export interface OnePortOptions {
  /** 0 for any that is free. */
  readonly port: number
  /** The interface to listen on. */
  readonly host: string
  readonly handle: RequestListener
  /** PEM of what is shown where no server name was asked for (an IP address was). */
  readonly certificate: { readonly key: string; readonly cert: string }
  /** Certificate and key for a server name; called for each new TLS connection. */
  readonly contextFor: (serverName: string) => Promise<SecureContext>
  /** Whether a proxied connection to this host is answered here. Nothing else is ever reached through the proxy. */
  readonly accepts: (host: string) => boolean
  /** A CONNECT to a host that is not emulated was refused. */
  readonly refused: (host: string) => void
}

/** The first byte of every TLS connection (handshake record). */
const tlsHandshake = 0x16

/**
 * Listens for all three ways in.
 *
 * @throws EmulatorSettingsError where the port is taken or the interface does not exist.
 */
export async function listenOnOnePort(options: OnePortOptions): Promise<OnePort> {
  const sockets = new Set<Socket>()
  const http = createHttpServer({ keepAliveTimeout: 30_000 }, options.handle)
  const https = createHttpsServer(
    {
      keepAliveTimeout: 30_000,
      SNICallback: (name, done) => {
        options.contextFor(name).then(
          (context) => done(null, context),
          (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
        )
      },
      ...options.certificate,
    },
    options.handle,
  )
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    sort(socket, http, https)
  })
  http.on('connect', (request, socket: Socket, head: Buffer) => {
    const host = hostOf(request.url ?? '')
    if (!options.accepts(host) && !isLoopback(host)) return refuse(socket, host, options)
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    if (head.length > 0) socket.unshift(head)
    sort(socket, http, https)
  })
  for (const each of [http, https]) each.on('clientError', (_error, socket) => socket.destroy())
  https.on('tlsClientError', (_error, socket) => socket.destroy())
  const port = await listen(server, options)
  return { port, close: () => close(server, sockets, http, https) }
}

/** Hands a connection to the server that speaks what its first byte begins. */
function sort(socket: Socket, http: HttpServer, https: HttpsServer): void {
  socket.on('error', () => socket.destroy())
  socket.setTimeout(120_000, () => socket.destroy())
  socket.once('readable', () => {
    const first: unknown = socket.read(1)
    if (!Buffer.isBuffer(first)) return
    socket.unshift(first)
    socket.setTimeout(0)
    const server = first[0] === tlsHandshake ? https : http
    server.emit('connection', socket)
  })
}

function hostOf(authority: string): string {
  return authority.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1')
}

function refuse(socket: Socket, host: string, { refused }: OnePortOptions): void {
  refused(host)
  const body = `The emulator does not answer for ${host} and never leads a request out of this machine.\n`
  socket.end(
    `HTTP/1.1 403 Forbidden\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
}

async function listen(server: Server, { port, host }: OnePortOptions): Promise<number> {
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    throw new EmulatorSettingsError(
      `The emulator cannot listen on ${host}:${port}: ${error instanceof Error ? error.message : String(error)}. Choose another port, or stop the program that has it.`,
      { cause: error },
    )
  }
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : port
}

async function close(server: Server, sockets: Set<Socket>, http: HttpServer, https: HttpsServer): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  for (const each of [http, https]) each.closeAllConnections()
  for (const socket of sockets) socket.destroy()
  await closed
}
