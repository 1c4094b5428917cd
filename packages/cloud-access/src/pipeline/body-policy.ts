import type { PipelinePolicy, PipelineResponse } from '@azure/core-rest-pipeline'
import { CloudFailure } from '../failures/cloud-failure.ts'
import { callContextOf } from './call-context.ts'

const everyStatus = new Set([Number.POSITIVE_INFINITY])

/** Bytes of answers that were asked for as bytes. */
const bytes = new WeakMap<PipelineResponse, Buffer>()

/** The bytes of an answer, as they came after decompression. */
export function bytesOf(response: PipelineResponse): Buffer {
  return bytes.get(response) ?? Buffer.from(response.bodyAsText ?? '', 'utf8')
}

/**
 * Reads the whole answer within the call's limits for time and size. The size counts after decompression, so that a
 * small answer cannot unpack into a large one. core-rest-pipeline reads answers of any size.
 */
export function bodyPolicy(): PipelinePolicy {
  return {
    name: 'body',
    async sendRequest(request, next) {
      const context = callContextOf(request)
      const ending = new AbortController()
      const timer = setTimeout(() => ending.abort(new TimeoutReason()), context.timeoutMs)
      const forward = (): void => ending.abort(context.signal?.reason)
      if (context.signal?.aborted === true) forward()
      context.signal?.addEventListener('abort', forward, { once: true })
      request.abortSignal = ending.signal
      request.streamResponseStatusCodes = everyStatus
      context.attempts += 1
      try {
        const response = await next(request)
        await readWhole(response, context.largestAnswerBytes, ending.signal)
        return response
      } catch (error) {
        // The transport reports every end as the same abort; the reason tells them apart.
        if (ending.signal.aborted) throw ending.signal.reason ?? error
        throw error
      } finally {
        clearTimeout(timer)
        context.signal?.removeEventListener('abort', forward)
      }
    },
  }
}

/** Why a request was ended by the pipeline itself. */
export class TimeoutReason extends Error {
  override readonly name = 'TimeoutReason'
}

async function readWhole(response: PipelineResponse, largest: number, signal: AbortSignal): Promise<void> {
  const stream = response.readableStreamBody
  if (stream === undefined) return
  const declared = Number(response.headers.get('content-length') ?? 0)
  const chunks: Buffer[] = []
  let size = 0
  if (declared > largest) cutOff(stream, largest)
  for await (const chunk of stream) {
    const part = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    size += part.length
    if (size > largest) cutOff(stream, largest)
    chunks.push(part)
    if (signal.aborted) throw signal.reason
  }
  const [only] = chunks
  const whole = chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks, size)
  bytes.set(response, whole)
  response.bodyAsText = whole.toString('utf8')
  delete response.readableStreamBody
}

function cutOff(stream: NodeJS.ReadableStream, largest: number): never {
  if ('destroy' in stream && typeof stream.destroy === 'function') stream.destroy()
  throw new CloudFailure('answer-too-large', { details: [`Allowed are ${largest.toLocaleString('en-GB')} bytes.`] })
}
