import { EmulatedFailure } from '../operation/emulated-failure.ts'

/** Bytes: what Dataverse takes in one request, and what is enough for every upload here. */
const largest = { dataverse: 128 * 1024 * 1024, storage: 256 * 1024 * 1024, other: 16 * 1024 * 1024 }

/**
 * Reads a body whole.
 *
 * @throws EmulatedFailure (413) as soon as it is larger than the service takes.
 */
export async function readBody(request: Request, service: string): Promise<Uint8Array> {
  if (request.body === null) return new Uint8Array()
  const limit = service === 'dataverse' || service === 'storage' ? largest[service] : largest.other
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit)
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of request.body) {
    length += part.length
    if (length > limit) throw tooLarge(limit)
    parts.push(part)
  }
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts)
}

function tooLarge(limit: number): EmulatedFailure {
  return new EmulatedFailure(413, 'RequestEntityTooLarge', `The request body is larger than ${limit} bytes.`)
}
