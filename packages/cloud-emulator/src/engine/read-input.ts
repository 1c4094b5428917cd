import type { Operation } from '@sevenstep/cloud-access/operations'
import type { z } from 'zod'
import { EmulatedFailure } from '../operation/emulated-failure.ts'

/** A request as it arrived, before its operation's schemas have read it. */
export interface RawInput {
  readonly path: Readonly<Record<string, string>>
  readonly url: URL
  readonly headers: Headers
  /** What the body may mean, the likeliest first, or why it means nothing. */
  readonly body: () => readonly unknown[] | EmulatedFailure
}

/** A request that fits, or what does not. */
export type InputReading =
  | { readonly ok: true; readonly input: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly failure: EmulatedFailure }

/** Reads a request by the schemas of an operation; the refusal says which part lacks what. */
export function readInput(operation: Operation, raw: RawInput): InputReading {
  const { request } = operation
  const input: Record<string, unknown> = {}
  const problems: string[] = []
  const take = (part: string, schema: z.ZodType | undefined, values: readonly unknown[]) => {
    if (schema === undefined) return
    const results = values.map((value) => schema.safeParse(value))
    const good = results.find(({ success }) => success)
    if (good?.success) input[part] = good.data
    else problems.push(...(results[0]?.error?.issues ?? []).map((issue) => said(part, issue)))
  }
  take('path', request.path, [raw.path])
  take('query', request.query, [queryOf(raw.url, request.query, operation.service)])
  take('headers', request.headers, [Object.fromEntries(raw.headers)])
  if (request.body !== undefined) {
    const bodies = raw.body()
    if (bodies instanceof EmulatedFailure) return { ok: false, failure: bodies }
    take('body', request.body, bodies)
  }
  if (problems.length === 0) return { ok: true, input }
  const message = `The request does not fit ${operation.method} ${operation.path} (${operation.id}): ${problems.join('; ')}.`
  return { ok: false, failure: misfit(operation.service, message) }
}

/** Reads the body of a request once, however many operations look at it. */
export function bodyReader(
  { service, headers }: { readonly service: string; readonly headers: Headers },
  bytes: Uint8Array,
): RawInput['body'] {
  let read: readonly unknown[] | EmulatedFailure | undefined
  return () => {
    read ??= readBodies(service, headers, bytes)
    return read
  }
}

/**
 * Refuses a request to a service with versions that names none.
 *
 * Source: the wording is Azure Resource Manager's, whose gateway this is; nobody has shown it here.
 */
export function demandApiVersion(operation: Operation, url: URL): void {
  if (operation.apiVersion === undefined) return
  const given = [...url.searchParams].find(([name]) => name.toLowerCase() === 'api-version')?.[1]
  if (given === undefined || given === '') {
    throw new EmulatedFailure(
      400,
      'MissingApiVersionParameter',
      'The api-version query parameter (?api-version=) is required for all requests.',
    )
  }
  if (!/^(\d+|\d{4}-\d\d-\d\d(-preview)?)$/.test(given)) {
    throw new EmulatedFailure(400, 'InvalidApiVersionParameter', `The api-version '${given}' is invalid.`)
  }
}

function queryOf(url: URL, schema: z.ZodObject | undefined, service: string): Readonly<Record<string, string>> {
  const given = Object.fromEntries(url.searchParams)
  if (schema === undefined || service === 'dataverse' || service === 'storage') return given
  // Resource providers and Graph do not look at the case of names, and Graph takes options without their dollar too.
  const names = new Map(Object.keys(schema.shape).map((name) => [name.toLowerCase(), name]))
  return Object.fromEntries(
    [...url.searchParams].map(([name, value]) => {
      const plain = name.toLowerCase()
      return [names.get(plain) ?? names.get(`$${plain}`) ?? name, value]
    }),
  )
}

function readBodies(service: string, headers: Headers, bytes: Uint8Array): readonly unknown[] | EmulatedFailure {
  if (service === 'storage') return [bytes, new TextDecoder().decode(bytes)]
  const type = headers.get('content-type') ?? ''
  if (bytes.length === 0) return [undefined, {}]
  if (/^(multipart|text|application\/xml)/i.test(type)) return [new TextDecoder().decode(bytes), bytes]
  if (/octet-stream|^image\//i.test(type)) return [bytes]
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return [value]
  } catch (error) {
    return misfit(
      service,
      `The request content was invalid and could not be deserialized: '${error instanceof Error ? error.message : String(error)}'.`,
    )
  }
}

function misfit(service: string, message: string): EmulatedFailure {
  if (service === 'dataverse') return new EmulatedFailure(400, '0x80048d19', message)
  return new EmulatedFailure(400, service === 'graph' ? 'Request_BadRequest' : 'InvalidRequestContent', message)
}

function said(part: string, issue: z.core.$ZodIssue): string {
  const place = [part, ...issue.path.map(String)].join('.')
  return `${place}: ${issue.message}`
}
