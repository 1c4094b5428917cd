import { isSafe } from '../clouds/addresses.ts'
import type { Cloud, FixedService } from '../clouds/cloud.ts'
import type { Destinations } from '../clouds/destinations.ts'
import { CloudFailure } from '../failures/cloud-failure.ts'
import type { Operation, ServiceName } from '../operations/operation.ts'
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
  const bases = new Map<string, Base>()

  return (operation: Operation, input: Parts, place: Place | undefined): BuiltRequest => {
    const isGiven = place !== undefined && 'address' in place
    // An address that an answer gave carries path and query already; a signed one takes a query on top.
    const parts = checkedInput(
      operation,
      input,
      isGiven ? (operation.service === 'storage' ? beyondPath : beyondQuery) : allParts,
    )
    const base = isGiven ? addressBase(operation, place.address) : baseOf(operation, place)
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

  function baseOf(operation: Operation, place: Place | undefined): Base {
    const name = placeName(operation.service, place)
    const key = `${operation.service} ${name}`
    const known = bases.get(key)
    if (known !== undefined) return known
    const base = placeBase(operation, name)
    if (bases.size > 4096) bases.clear()
    bases.set(key, base)
    return base
  }

  function placeBase(operation: Operation, name: string): Base {
    const { service } = operation
    if (service === 'storage') throw missing(operation)
    if (service === 'dataverse') {
      if (name === '') throw missing(operation)
      const address = destinations.original(parsedAddress(operation, name))
      const destination = destinations.of(address)
      if (destination?.service !== 'dataverse') throw outside(operation, address)
      return { address: address.origin, host: address.host, audience: destination.audience }
    }
    if (service === 'power-platform-environment') {
      if (!/^[\w-]{3,100}$/.test(name)) throw missing(operation)
      const address = destinations.environmentAddress(name)
      return { address, host: new URL(address).host, audience: cloud.services['power-platform'].audience.value }
    }
    const fixed: FixedService = service
    const { address, audience } = cloud.services[fixed]
    return { address: address.value, host: new URL(address.value).host, audience: audience.value }
  }

  /** An address that an answer gave: followed only where it belongs to the service's cloud. */
  function addressBase(operation: Operation, text: string): Base {
    const address = parsedAddress(operation, text)
    if (operation.service === 'storage')
      return { address: text, host: address.host, audience: undefined, isWhole: true }
    const destination = destinations.of(address)
    if (destination?.audience === undefined) throw outside(operation, address)
    return { address: text, host: address.host, audience: destination.audience, isWhole: true }
  }
}

interface Base {
  readonly address: string
  readonly host: string
  readonly audience: string | undefined
  readonly isWhole?: true
}

function placeName(service: ServiceName, place: Place | undefined): string {
  if (service === 'dataverse') return place !== undefined && 'organization' in place ? place.organization : ''
  if (service === 'power-platform-environment')
    return place !== undefined && 'environment' in place ? place.environment : ''
  return ''
}

function parsedAddress(operation: Operation, text: string): URL {
  const facts = { operation: operation.id, service: operation.service }
  if (!URL.canParse(text))
    throw new CloudFailure('place-missing', { ...facts, details: ['What is given is no address.'] })
  const address = new URL(text)
  if (!isSafe(address) || address.username !== '' || address.password !== '')
    throw new CloudFailure('address-insecure', { ...facts, details: [`The host is ${address.host}.`] })
  return address
}

function missing(operation: Operation): CloudFailure {
  return new CloudFailure('place-missing', { operation: operation.id, service: operation.service })
}

function outside(operation: Operation, address: URL): CloudFailure {
  return new CloudFailure('place-outside-cloud', {
    operation: operation.id,
    service: operation.service,
    details: [`The host is ${address.host}.`],
  })
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
