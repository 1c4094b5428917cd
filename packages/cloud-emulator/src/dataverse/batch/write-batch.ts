import { STATUS_CODES } from 'node:http'
import type { Answer } from '../../operation/emulated-operation.ts'

/** The answer to one request of a batch. */
export interface PartAnswer {
  readonly answer: Answer
  readonly contentId: string | undefined
}

/** Writes parts of a multipart body, each with its own headers already in it. */
export function writeParts(boundary: string, parts: readonly string[]): string {
  return [...parts.map((part) => `--${boundary}\r\n${part}`), `--${boundary}--\r\n`].join('\r\n')
}

/** Writes one answer as a part. */
export function writeAnswer({ answer, contentId }: PartAnswer): string {
  const { status, body, headers } = answer
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
  const all = new Headers({
    ...(text === '' ? {} : { 'content-type': 'application/json; odata.metadata=minimal' }),
    'odata-version': '4.0',
    ...headers,
  })
  const lines = [
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    ...(contentId === undefined ? [] : [`Content-ID: ${contentId}`]),
    '',
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    ...[...all].map(([name, value]) => `${canonical(name)}: ${value}`),
    '',
    text,
  ]
  return lines.join('\r\n')
}

/** Writes the answers of a change set as one part. */
export function writeChangeSet(boundary: string, answers: readonly PartAnswer[]): string {
  return `Content-Type: multipart/mixed; boundary=${boundary}\r\n\r\n${writeParts(boundary, answers.map(writeAnswer))}`
}

/** Clients look for `OData-EntityId` as it is spelt; HTTP would not mind, but a multipart body is only text to them. */
function canonical(name: string): string {
  const known: Readonly<Record<string, string>> = {
    etag: 'ETag',
    'odata-entityid': 'OData-EntityId',
    'odata-version': 'OData-Version',
  }
  return known[name] ?? name.replaceAll(/(^|-)[a-z]/g, (letter) => letter.toUpperCase())
}
