import { randomUUID } from 'node:crypto'
import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import type { Answer } from '../../operation/emulated-operation.ts'
import { type OrganizationCall, wholly } from '../rows/organization-call.ts'
import { addressOf } from '../web-api/address.ts'
import { answerRequest } from '../web-api/answer-request.ts'
import { errorAnswer } from '../web-api/error-answer.ts'
import { preferencesOf } from '../web-api/preferences.ts'
import { type BatchRequest, batchFailure, parseBatch } from './parse-batch.ts'
import { type PartAnswer, writeAnswer, writeChangeSet, writeParts } from './write-batch.ts'

/**
 * Carries out a batch in order. Without `odata.continue-on-error` it stops at the first failure, whose status becomes
 * that of the whole.
 */
export function answerBatch(call: OrganizationCall, headers: Headers, body: string): Answer {
  const { continueOnError } = preferencesOf(headers.get('prefer'))
  const made = new Map<string, string>()
  const written: string[] = []
  let status = 200
  for (const part of parseBatch(headers.get('content-type'), body)) {
    const outcome =
      part.kind === 'request' ? answerOne(call, part.request, made) : answerTogether(call, part.requests, made)
    written.push(outcome.written)
    if (outcome.status < 400 || continueOnError) continue
    status = outcome.status
    break
  }
  const boundary = `batchresponse_${randomUUID()}`
  return {
    status,
    body: writeParts(boundary, written),
    headers: { 'content-type': `multipart/mixed; boundary=${boundary}`, 'odata-version': '4.0' },
  }
}

interface PartOutcome {
  readonly status: number
  readonly written: string
}

function answerOne(call: OrganizationCall, request: BatchRequest, made: Map<string, string>): PartOutcome {
  const answer = refusedAs(request, () => wholly(call, () => answerPart(call, request, made)))
  return { status: answer.status, written: writeAnswer({ answer, contentId: request.contentId }) }
}

/** Either every answer of the change set, or the one failure for which nothing of it was kept. */
function answerTogether(
  call: OrganizationCall,
  requests: readonly BatchRequest[],
  made: Map<string, string>,
): PartOutcome {
  const inside = new Map(made)
  const answers: PartAnswer[] = []
  let current = requests[0]
  try {
    wholly(call, () => {
      for (const request of requests) {
        current = request
        answers.push({ answer: answerPart(call, request, inside), contentId: request.contentId })
      }
    })
  } catch (failure) {
    const answer = refusedAs(current, () => {
      throw failure
    })
    return { status: answer.status, written: writeAnswer({ answer, contentId: current?.contentId }) }
  }
  for (const [id, address] of inside) made.set(id, address)
  return { status: 200, written: writeChangeSet(`changesetresponse_${randomUUID()}`, answers) }
}

function answerPart(call: OrganizationCall, request: BatchRequest, made: Map<string, string>): Answer {
  const address = addressOf(resolved(request.address, made))
  if (address.segments[0]?.name === '$batch') throw batchFailure('A batch cannot hold another batch.')
  const body = request.body === '' ? '' : resolvedBody(request.body, made)
  const answer = answerRequest(call, { method: request.method, address, headers: request.headers, body })
  const entity = answer.headers?.['odata-entityid']
  if (request.contentId !== undefined && entity !== undefined) made.set(request.contentId, entity)
  return answer
}

function refusedAs(request: BatchRequest | undefined, work: () => Answer): Answer {
  try {
    return work()
  } catch (failure) {
    if (failure instanceof EmulatedFailure)
      return errorAnswer(failure, preferencesOf(request?.headers.get('prefer') ?? null))
    throw failure
  }
}

/** `$n` at the beginning of an address stands for the row that the part `n` made. */
function resolved(address: string, made: ReadonlyMap<string, string>): string {
  const [, id, rest] = /^\/?\$([\w-]+)((?:\/|\?).*)?$/s.exec(address) ?? []
  if (id === undefined || address.startsWith('$batch') || address.startsWith('$metadata')) return address
  const entity = made.get(id)
  if (entity === undefined) throw batchFailure(`Content-ID Reference: '$${id}' does not exist in the batch context.`)
  return `${entity}${rest ?? ''}`
}

function resolvedBody(body: string, made: ReadonlyMap<string, string>): string {
  if (!body.includes('"$')) return body
  try {
    return JSON.stringify(
      JSON.parse(body, (key, value: unknown) => (isReference(key, value) ? resolved(value, made) : value)),
    )
  } catch (failure) {
    if (failure instanceof SyntaxError) return body
    throw failure
  }
}

function isReference(key: string, value: unknown): value is string {
  return (
    (key.endsWith('@odata.bind') || key === '@odata.id') && typeof value === 'string' && /^\/?\$[\w-]+$/.test(value)
  )
}
