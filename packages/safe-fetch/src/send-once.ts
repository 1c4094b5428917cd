import { type ClientRequest, type IncomingMessage, request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { isIP } from 'node:net'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { FetchPolicy } from './fetch-policy.ts'
import { type FetchProblem, problemOf } from './fetch-problem.ts'

/** One request to one judged address. */
export interface Sending {
  readonly url: URL
  /** The IP address that was judged; the connection goes there and nowhere else. */
  readonly address: string
  readonly method?: 'GET' | 'HEAD'
  readonly accept?: string
  readonly userAgent?: string
  readonly policy: FetchPolicy
  readonly signal: AbortSignal
}

/** What came back, redirect or not. */
export interface Sent {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Uint8Array
}

/** Sends one request over a connection of its own and reads the answer within the policy's limits. */
export async function sendOnce(sending: Sending): Promise<Sent | { readonly problem: FetchProblem }> {
  const { url, policy } = sending
  try {
    const message = await headOf(begin(sending))
    const headers = joined(message.headers)
    const status = message.statusCode ?? 0
    const limit = policy.maximumBytes
    // The body of an answer that leads on is nobody's interest.
    if (sending.method === 'HEAD' || (status >= 300 && status < 400)) {
      message.destroy()
      return { status, headers, bytes: new Uint8Array() }
    }
    const bytes = await bodyOf(message, headers['content-encoding'], limit)
    return bytes === undefined ? { problem: problemOf('too-large', { limit }) } : { status, headers, bytes }
  } catch (error) {
    return { problem: problemFrom(error, url.hostname) }
  }
}

function begin({ url, address, method, accept, userAgent, signal }: Sending): ClientRequest {
  const family = isIP(address)
  const options = {
    method: method ?? 'GET',
    // A connection of its own, closed afterwards: none is ever shared between addresses.
    agent: false as const,
    signal,
    headers: {
      Accept: accept ?? '*/*',
      'Accept-Encoding': 'gzip, deflate, br',
      'User-Agent': userAgent ?? 'sevenstep-safe-fetch',
      Connection: 'close',
    },
    // Names are never looked up a second time, so the address that was judged is the one that is reached.
    lookup: ((_host, asked, done) => {
      if (asked.all) done(null, [{ address, family }])
      else done(null, address, family)
    }) as import('node:net').LookupFunction,
  }
  const request = url.protocol === 'https:' ? requestSecure(url, options) : requestPlain(url, options)
  return request.end()
}

function headOf(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve)
    // Stays for as long as the request lives: an error after the answer began must not end the process.
    request.on('error', reject)
    // Whoever answers that another protocol begins (101) gets no further: Node closes without an answer or an error.
    request.once('upgrade', (_, socket) => {
      socket.destroy()
      reject(new UnaskedUpgrade())
    })
    request.once('close', () => reject(new UnaskedUpgrade()))
  })
}

function joined(headers: IncomingMessage['headers']): Record<string, string> {
  const plain: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) plain[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return plain
}

/** The server went over to another protocol, or closed before it answered. */
class UnaskedUpgrade extends Error {
  readonly code = 'HPE_UNEXPECTED_UPGRADE'
}

/** The whole body, unpacked; nothing where it is larger than the limit. */
async function bodyOf(
  message: IncomingMessage,
  encoding: string | undefined,
  limit: number,
): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  const body = unpacked(message, encoding)
  try {
    for await (const chunk of body) {
      size += chunk.length
      if (size > limit) return undefined
      chunks.push(chunk)
    }
  } finally {
    body.destroy()
    message.destroy()
  }
  return new Uint8Array(Buffer.concat(chunks))
}

function unpacked(message: IncomingMessage, encoding: string | undefined): Readable {
  const unpacker = unpackerFor(encoding)
  if (unpacker === undefined) return message
  // A connection that breaks in the middle has to reach whoever reads the unpacked side.
  message.once('error', (error) => unpacker.destroy(error))
  return message.pipe(unpacker)
}

function unpackerFor(encoding: string | undefined) {
  switch (encoding?.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'deflate':
      return createInflate()
    case 'br':
      return createBrotliDecompress()
    default:
      return undefined
  }
}

function problemFrom(error: unknown, host: string): FetchProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  if (certificateCodes.test(code)) return problemOf('certificate-invalid', { host, reason: inWords(code) })
  if (/^(HPE_|Z_|ERR_ZLIB|ERR__ERROR_|ERR_BUFFER|ERR_STREAM_PREMATURE)/.test(code)) {
    return problemOf('answer-malformed', { host, reason: code })
  }
  return problemOf('connection-failed', { host, reason: inWords(code) })
}

const certificateCodes = /^(CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ERR_SSL|EPROTO)/

/** The commonest codes of Node's, for people; the others say enough to whoever runs a server. */
function inWords(code: string): string {
  const words: Readonly<Record<string, string>> = {
    ECONNREFUSED: 'nothing listens there',
    ECONNRESET: 'the server closed it',
    EHOSTUNREACH: 'no way leads there',
    ENETUNREACH: 'no way leads there',
    ETIMEDOUT: 'it took too long',
    CERT_HAS_EXPIRED: 'it has expired',
    ERR_TLS_CERT_ALTNAME_INVALID: 'it is for another name',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'it was signed by nobody else',
    SELF_SIGNED_CERT_IN_CHAIN: 'it was signed by nobody we know',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'a certificate between it and a known authority is missing',
  }
  return words[code] ?? code
}
