import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { makeUpToken } from './made-up-token.ts'

const largestBytes = 67_108_864
const timeoutMs = 240_000
const requestIds = ['x-ms-request-id', 'x-ms-correlation-request-id', 'request-id']

/**
 * Plain `fetch` with the checks that the client makes: host, end and audience of the token, time, size, status, JSON,
 * errors inside a success, the operation's own schema; and with the request id that support asks for.
 */
export function createPlainFetch(origin: string, audience: string) {
  const { token, expiresOnTimestamp } = makeUpToken(audience)
  const { aud } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
  return async (path: string, schema: z.ZodType) => {
    const url = new URL(path, origin)
    if (url.origin !== origin || url.protocol !== 'http:') throw new Error('Another host.')
    if (expiresOnTimestamp <= Date.now() || aud !== audience) throw new Error('The token does not serve.')
    const response = await fetch(url, {
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${token}`,
        'x-ms-client-request-id': randomUUID(),
      },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    })
    const text = await readBounded(response)
    if (response.status !== 200) throw new Error(`${response.status}: ${text}`)
    const parsed = schema.safeParse(refuseErrors(JSON.parse(text)))
    if (!parsed.success) throw parsed.error
    const ids = requestIds.flatMap((name) => response.headers.get(name) ?? [])
    return { body: parsed.data, ids }
  }
}

async function readBounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > largestBytes) throw new Error('Too large.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size).toString('utf8')
}

function refuseErrors(answer: unknown): unknown {
  if (typeof answer === 'object' && answer !== null && 'error' in answer) throw new Error('An error in a success.')
  return answer
}
