import { timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { CloudFailure } from '../failures/cloud-failure.ts'

/** What the sign-in page sent back. */
export type SignInAnswer = { readonly code: string } | { readonly error: string; readonly description: string }

/** A listener for one answer. */
export interface CodeListener {
  /** Where the sign-in page is to send the person back to. */
  readonly address: string
  readonly answer: Promise<SignInAnswer>
  close(): void
}

/** What to listen for. */
export interface ListenOptions {
  /** Only an answer with this state counts. */
  readonly state: string
  readonly host: 'localhost' | '127.0.0.1'
  readonly longestMs: number
  readonly signal: AbortSignal | undefined
}

/**
 * Listens on a port of this machine, reachable from it alone, until the sign-in page sends the person back with the
 * right state, the time is over, or it is closed. Whatever else comes is turned away and changes nothing.
 */
export async function listenForCode({ state, host, longestMs, signal }: ListenOptions): Promise<CodeListener> {
  let forged = false
  let settle: { resolve: (answer: SignInAnswer) => void; reject: (reason: unknown) => void } | undefined
  const answer = new Promise<SignInAnswer>((resolve, reject) => {
    settle = { resolve, reject }
  })
  // Closing without anybody waiting must not bring the process down.
  answer.catch(() => undefined)
  const server = createServer({ requestTimeout: 10_000 }, (request, response) => {
    const received = read(request, state, port())
    if (received === 'forged') forged = true
    respond(response, received)
    if (typeof received === 'object') settle?.resolve(received)
  })
  const port = (): number => {
    const address = server.address()
    return typeof address === 'object' && address !== null ? address.port : 0
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const timer = setTimeout(
    () => settle?.reject(new CloudFailure(forged ? 'sign-in-forged' : 'sign-in-unfinished', { service: 'sign-in' })),
    longestMs,
  )
  const cancel = (): void => settle?.reject(new CloudFailure('cancelled', { service: 'sign-in' }))
  signal?.addEventListener('abort', cancel, { once: true })
  if (signal?.aborted === true) cancel()
  return {
    address: `http://${host}:${port()}`,
    answer,
    close() {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      server.close()
      server.closeAllConnections()
    },
  }
}

/** Reads one request: an answer, something else, or an answer to a question that was never asked here. */
function read(request: IncomingMessage, state: string, port: number): SignInAnswer | 'other' | 'forged' {
  const host = request.headers.host ?? ''
  // A page of another site can make the browser come here under a name of its own.
  if (host !== `localhost:${port}` && host !== `127.0.0.1:${port}`) return 'forged'
  if (request.method !== 'GET' || request.url === undefined) return 'other'
  const { pathname, searchParams } = new URL(request.url, `http://${host}`)
  if (pathname !== '/') return 'other'
  const code = searchParams.get('code')
  const error = searchParams.get('error')
  if (code === null && error === null) return 'other'
  if (!isSame(searchParams.get('state') ?? '', state)) return 'forged'
  if (error !== null) return { error, description: searchParams.get('error_description') ?? '' }
  return { code: code ?? '' }
}

function isSame(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)]
  return left.length === right.length && timingSafeEqual(left, right)
}

const pages = {
  done: [200, 'Signed in', 'You may close this window and go back to where you came from.'],
  failed: [200, 'Not signed in', 'Go back to where you came from; it says what happened.'],
  other: [404, 'Nothing here', 'This address only waits for a sign-in.'],
  forged: [400, 'Not expected', 'This sign-in was not begun here. Close old sign-in pages and start again.'],
} as const

function respond(response: ServerResponse, received: SignInAnswer | 'other' | 'forged'): void {
  const page = typeof received === 'string' ? received : 'code' in received ? 'done' : 'failed'
  const [status, title, text] = pages[page]
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    connection: 'close',
  })
  response.end(`<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1><p>${text}</p></html>`)
}
