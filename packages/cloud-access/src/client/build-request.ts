import type { Cloud } from '../clouds/cloud.ts'
import type { Destinations } from '../clouds/destinations.ts'
import { CloudFailure } from '../failures/cloud-failure.ts'
import type { Operation, ServiceName } from '../operations/operation.ts'
import { createBases } from './call-base.ts'
import type { Place } from './cloud-client.ts'

/** One request, ready but for its token. */
export interface BuiltRequest {
  readonly method: Operation['method']
  readonly address: string
  readonly host: string
  readonly audience: string | undefined
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array | undefined
}

/** The parts of an input, whatever the operation. */
type Parts = Readonly<Partial<Record<'path' | 'query' | 'headers' | 'body', unknown>>>

/** Builds requests of operations for one cloud. */
export function createRequestBuilder(cloud: Cloud, destinations: Destinations) {
  const baseOf = createBases(cloud, destinations)
  return (operation: Operation, input: Parts, place: Place | undefined): BuiltRequest => {
    const base = baseOf(operation, place)
    // An address that an answer gave carries path and query already; a signed one takes a query on top.
    const wanted = base.isWhole ? (operation.service === 'storage' ? beyondPath : beyondQuery) : allParts
    const parts = checkedInput(operation, input, wanted)
    const address = base.isWhole
      ? withQuery(base.address, queryOf(undefined, parts.query))
      : withQuery(base.address + pathOf(operation, parts.path), queryOf(operation.apiVersion, parts.query))
    return {
      method: operation.method,
      address: destinations.sendTo(address),
      host: base.host,
      audience: base.audience,
      ...bodyOf(parts.body, headersOf(operation.service, operation.method, parts.headers)),
    }
  }
}

type PartName = 'path' | 'query' | 'headers' | 'body'
const allParts: readonly PartName[] = ['path', 'query', 'headers', 'body']
const beyondPath: readonly PartName[] = ['query', 'headers', 'body']
const beyondQuery: readonly PartName[] = ['headers', 'body']

/** The input as the operation's own schemas give it back. */
function checkedInput(operation: Operation, input: Parts, partNames: readonly PartName[]): Parts {
  const checked: Partial<Record<PartName, unknown>> = {}
  for (const part of partNames) {
    const schema = operation.request[part]
    if (schema === undefined) continue
    const parsed = schema.safeParse(input[part] ?? (part === 'body' ? undefined : {}))
    if (parsed.success) checked[part] = parsed.data
    else
      throw new CloudFailure('input-invalid', {
        operation: operation.id,
        service: operation.service,
        details: parsed.error.issues.map(({ path, message }) => `${[part, ...path.map(String)].join('.')}: ${message}`),
      })
  }
  return checked
}

function pathOf(operation: Operation, values: unknown): string {
  return operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = memberOf(values, name)
    // An empty value or dots would lead to another path than the operation's.
    if (value === undefined || value === '' || value === '.' || value === '..')
      throw new CloudFailure('input-invalid', {
        operation: operation.id,
        service: operation.service,
        details: [`path.${name}: must not be empty`],
      })
    return encodeURIComponent(value)
  })
}

function queryOf(apiVersion: string | undefined, values: unknown): string {
  const pairs = apiVersion === undefined ? [] : [`api-version=${encodeURIComponent(apiVersion)}`]
  for (const name of Object.keys(values ?? {})) {
    const value = memberOf(values, name)
    if (value !== undefined) pairs.push(`${name}=${encodeURIComponent(value)}`)
  }
  return pairs.join('&')
}

function withQuery(address: string, query: string): string {
  return query === '' ? address : `${address}${address.includes('?') ? '&' : '?'}${query}`
}

function memberOf(values: unknown, name: string): string | undefined {
  // Path and query are objects by their schemas; their members are texts, numbers or booleans.
  const value = (values as Readonly<Record<string, unknown>> | undefined)?.[name]
  return value === undefined || value === null ? undefined : String(value)
}

const dataverseHeaders = { 'odata-maxversion': '4.0', 'odata-version': '4.0' }

function headersOf(service: ServiceName, method: string, values: unknown): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (service === 'dataverse') {
    Object.assign(headers, dataverseHeaders)
    if (method === 'GET') headers['if-none-match'] = 'null'
  }
  if (service === 'storage') headers.accept = '*/*'
  for (const name of Object.keys(values ?? {})) {
    const value = memberOf(values, name)
    if (value !== undefined) headers[name] = value
  }
  return headers
}

function bodyOf(body: unknown, headers: Record<string, string>): Pick<BuiltRequest, 'headers' | 'body'> {
  if (body === undefined) return { headers, body: undefined }
  if (typeof body === 'string' || body instanceof Uint8Array) {
    headers['content-type'] ??= typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/octet-stream'
    return { headers, body }
  }
  headers['content-type'] ??= 'application/json'
  return { headers, body: JSON.stringify(body) }
}
