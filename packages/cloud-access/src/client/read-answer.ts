import type { PipelineResponse } from '@azure/core-rest-pipeline'
import { z } from 'zod'
import { CloudFailure } from '../failures/cloud-failure.ts'
import { hasErrors, serviceWordsOf } from '../failures/envelope.ts'
import { recogniseFailure } from '../failures/recognise-failure.ts'
import type { Operation } from '../operations/operation.ts'
import { bytesOf } from '../pipeline/body-policy.ts'
import type { CallContext } from '../pipeline/call-context.ts'
import { mostRedirects } from '../pipeline/create-pipeline.ts'
import { retryAfterOf } from '../pipeline/retry-after.ts'
import type { CloudAnswer } from './cloud-client.ts'

const requestIdHeaders = [
  'x-ms-request-id',
  'x-ms-correlation-request-id',
  'x-ms-correlation-id',
  'x-ms-service-request-id',
  'request-id',
  'req_id',
  'ms-requestid',
  'ms-correlationid',
  'x-ms-client-request-id',
] as const

/** Ids by which Microsoft's support finds a request. */
function requestIdsOf({ headers }: PipelineResponse): Record<string, string> {
  const ids: Record<string, string> = {}
  for (const name of requestIdHeaders) {
    const value = headers.get(name)
    if (value !== undefined) ids[name] = value
  }
  return ids
}

/** An answer as its operation describes it. @throws CloudFailure for every answer that is none of them. */
export function readAnswer(
  operation: Operation,
  response: PipelineResponse,
  context: CallContext,
  now: number,
): CloudAnswer<unknown> {
  const { status } = response
  if (status >= 300 && operation.responses[status] === undefined)
    throw failureOfAnswer(operation, response, context, now)
  const raw = bodyOf(operation.responses[status], response)
  if (hasErrors(raw)) throw failureOfAnswer(operation, response, context, now)
  const parsed = parsedBody(operation, status, raw)
  const requestIds = requestIdsOf(response)
  if (!parsed.success) {
    throw new CloudFailure('answer-not-understood', {
      ...placeOf(operation, response),
      details: parsed.error.issues.map(
        ({ path, message }) => `${path.map(String).join('.') || 'the body'}: ${message}`,
      ),
    })
  }
  return { status, body: parsed.data, headers: response.headers.toJSON(), requestIds }
}

/** What an answer says of why it failed. */
function failureOfAnswer(
  operation: Operation,
  response: PipelineResponse,
  context: CallContext,
  now: number,
): CloudFailure {
  const { status } = response
  if (status >= 300 && status < 400 && response.headers.has('location')) return redirectFailure(operation, response)
  const words = serviceWordsOf(jsonOf(response.bodyAsText) ?? response.bodyAsText ?? undefined)
  const code = recogniseFailure(status, words, operation)
  const retryAfterMs = retryAfterOf(response.headers, now)
  const { alternative, application } = operation.credentials
  const isRefusedApplication = isRefusal(status) && context.kind !== 'delegated' && application !== 'accepted'
  return new CloudFailure(code, {
    ...placeOf(operation, response),
    details:
      isRefusedApplication && code !== 'application-refused' && alternative !== undefined
        ? [...words.details, `For an application: ${alternative}`]
        : words.details,
    ...(words.code === undefined ? {} : { cloudCode: words.code }),
    ...(words.message === undefined ? {} : { cloudMessage: words.message }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(code === 'application-refused' && alternative !== undefined ? { fix: alternative } : {}),
    ambiguous: isAmbiguous(status, context, retryAfterMs),
  })
}

function isRefusal(status: number): boolean {
  return status === 401 || status === 403
}

/** A fault of the service may come before or after it did what was asked. */
function isAmbiguous(status: number, { repetition }: CallContext, retryAfterMs: number | undefined): boolean {
  if (repetition === 'safe' || status === 501) return false
  return status === 408 || status === 499 || (status >= 500 && !(status === 503 && retryAfterMs !== undefined))
}

function placeOf(operation: Operation, response: PipelineResponse) {
  return {
    operation: operation.id,
    service: operation.service,
    status: response.status,
    requestIds: requestIdsOf(response),
  }
}

function redirectFailure(operation: Operation, response: PipelineResponse): CloudFailure {
  const { request, status } = response
  const location = response.headers.get('location') ?? ''
  const to = URL.canParse(location, request.url) ? new URL(location, request.url) : undefined
  const isFollowed = status === 307 || (request.method === 'GET' && [300, 301, 302].includes(status))
  const isEndless = isFollowed && to?.origin === new URL(request.url).origin
  return new CloudFailure(isEndless ? 'redirects-endless' : 'redirect-refused', {
    ...placeOf(operation, response),
    details: isEndless
      ? [`It was followed ${mostRedirects} times.`]
      : to === undefined
        ? []
        : [`It leads to ${to.protocol}//${to.host}.`],
  })
}

/** The body as its schema wants it: bytes, text or JSON; nothing where there is none. */
function bodyOf(schema: z.ZodType | undefined, response: PipelineResponse): unknown {
  const form = schema === undefined ? 'json' : formOf(schema)
  if (form === 'bytes') return new Uint8Array(bytesOf(response))
  const text = response.bodyAsText
  if (text === undefined || text === null || text === '') return undefined
  return form === 'text' ? text : (jsonOf(text) ?? text)
}

type BodyForm = 'bytes' | 'text' | 'json'

const forms = new WeakMap<z.ZodType, BodyForm>()

/** What a schema takes, found out once by trying. */
function formOf(schema: z.ZodType): BodyForm {
  const known = forms.get(schema)
  if (known !== undefined) return known
  const takes = (value: unknown): boolean => schema.safeParse(value).success
  const form = takes({}) ? 'json' : takes(new Uint8Array()) ? 'bytes' : takes('text') ? 'text' : 'json'
  forms.set(schema, form)
  return form
}

/** By the schema of its status; a success that nobody described may be like any of those that are. */
function parsedBody(operation: Operation, status: number, raw: unknown): z.ZodSafeParseResult<unknown> {
  const schema = operation.responses[status]
  if (schema !== undefined) {
    const result = schema.safeParse(raw)
    // Where no body is expected, what came instead says nothing that anybody waits for.
    return result.success || raw === undefined ? result : ifNothing(schema, result)
  }
  const schemas = Object.entries(operation.responses).filter(([described]) => Number(described) < 300)
  const results = schemas.map(([, described]) => described.safeParse(raw))
  return results.find(({ success }) => success) ?? results[0] ?? z.unknown().safeParse(raw)
}

function ifNothing(schema: z.ZodType, otherwise: z.ZodSafeParseResult<unknown>): z.ZodSafeParseResult<unknown> {
  return schema.safeParse({}).success || schema.safeParse('').success || !schema.safeParse(undefined).success
    ? otherwise
    : schema.safeParse(undefined)
}

function jsonOf(text: string | null | undefined): unknown {
  if (text === undefined || text === null || text === '') return undefined
  try {
    // A byte order mark is no part of JSON, but services send one.
    return JSON.parse(text.charCodeAt(0) === 0xfe_ff ? text.slice(1) : text)
  } catch {
    return undefined
  }
}
