import { EmulatedFailure } from '../../operation/emulated-failure.ts'

/** One request inside a batch, as written. */
export interface BatchRequest {
  readonly method: string
  /** Absolute, from the root, relative to the Web API, or beginning with `$n`. */
  readonly address: string
  readonly headers: Headers
  readonly body: string
  /** `Content-ID` of the part. */
  readonly contentId: string | undefined
}

/** One part of a batch: a request, or requests that are done together or not at all. */
export type BatchPart =
  | { readonly kind: 'request'; readonly request: BatchRequest }
  | { readonly kind: 'change-set'; readonly requests: readonly BatchRequest[] }

/** So many requests may stand in one batch. */
const mostRequests = 1000
/** So long may an address be inside a batch, in characters. */
const longestAddress = 65_536

/**
 * Takes the body of a `$batch` apart. No MIME parser on npm reads a multipart body of HTTP requests that is already in
 * memory as text; those there are stream file uploads, or mail with its encodings.
 *
 * @throws EmulatedFailure that says what is wrong.
 */
export function parseBatch(contentType: string | null, body: string): readonly BatchPart[] {
  const boundary = boundaryOf(contentType)
  if (boundary === undefined) throw batchFailure("The batch needs 'Content-Type: multipart/mixed' with a boundary.")
  const parts = splitParts(body, boundary).map(partOf)
  const count = parts.reduce((sum, part) => sum + (part.kind === 'request' ? 1 : part.requests.length), 0)
  if (count > mostRequests) {
    throw batchFailure(`The batch has ${count} requests; the maximum number of requests in a batch is ${mostRequests}.`)
  }
  return parts
}

/** A batch that cannot be carried out as it is written. */
export function batchFailure(message: string): EmulatedFailure {
  return new EmulatedFailure(400, '0x80060888', message)
}

function partOf(text: string): BatchPart {
  const { headers, content } = splitHeaders(text)
  const type = headers.get('content-type') ?? ''
  const boundary = boundaryOf(type)
  if (boundary === undefined) return { kind: 'request', request: requestOf(headers, content) }
  const requests = splitParts(content, boundary).map((inner) => {
    const part = splitHeaders(inner)
    if (boundaryOf(part.headers.get('content-type')) !== undefined)
      throw batchFailure('A change set cannot hold another.')
    return requestOf(part.headers, part.content)
  })
  const reading = requests.find(({ method }) => method === 'GET')
  if (reading !== undefined) throw batchFailure('A change set cannot hold GET requests.')
  return { kind: 'change-set', requests }
}

function requestOf(partHeaders: Headers, content: string): BatchRequest {
  const text = content.replace(/^(?:\r?\n)+/, '')
  const lineEnd = text.search(/\r?\n|$/)
  const [, method, address] = /^([A-Za-z]+)\s+(\S+)(?:\s+HTTP\/\d(?:\.\d)?)?\s*$/.exec(text.slice(0, lineEnd)) ?? []
  if (method === undefined || address === undefined) {
    throw batchFailure(`A part begins with '${text.slice(0, Math.min(lineEnd, 100))}', which is no request line.`)
  }
  if (address.length > longestAddress)
    throw batchFailure(`An address in the batch is longer than ${longestAddress} characters.`)
  const rest = splitHeaders(text.slice(lineEnd).replace(/^\r?\n/, ''))
  const contentId = partHeaders.get('content-id') ?? rest.headers.get('content-id') ?? undefined
  return { method: method.toUpperCase(), address, headers: rest.headers, body: rest.content.trim(), contentId }
}

/** The text between the boundary's lines; what stands before the first and after the last says nothing. */
function splitParts(body: string, boundary: string): readonly string[] {
  const parts: string[] = []
  let start: number | undefined
  const line = new RegExp(
    `(?:^|\\r?\\n)--${boundary.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(--)?[ \\t]*(?=\\r?\\n|$)`,
    'g',
  )
  for (const found of body.matchAll(line)) {
    if (start !== undefined) parts.push(body.slice(start, found.index))
    if (found[1] !== undefined) return parts
    start = found.index + found[0].length
  }
  // A last boundary that is missing is forgiven, as long as something stood before.
  if (start !== undefined && body.slice(start).trim() !== '') parts.push(body.slice(start))
  return parts
}

function splitHeaders(text: string): { readonly headers: Headers; readonly content: string } {
  const headers = new Headers()
  let rest = text.replace(/^\r?\n/, '')
  for (;;) {
    const [line, name, value] = /^([!#$%&'*+.^_`|~\w-]+):[ \t]*([^\r\n]*)(?:\r?\n|$)/.exec(rest) ?? []
    if (line === undefined || name === undefined) break
    append(headers, name, (value ?? '').trim())
    rest = rest.slice(line.length)
  }
  return { headers, content: rest.replace(/^\r?\n/, '') }
}

function append(headers: Headers, name: string, value: string) {
  try {
    headers.append(name, value)
  } catch {
    throw batchFailure(`The header '${name}' of a part cannot be read.`)
  }
}

function boundaryOf(contentType: string | null): string | undefined {
  const [, quoted, bare] =
    /^\s*multipart\/mixed\s*;(?:[^"]*;)?\s*boundary=(?:"([^"]+)"|([^\s;"]+))/i.exec(contentType ?? '') ?? []
  return quoted ?? bare
}
