import { randomUUID } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import type { EngineParts } from '../engine/engine.ts'
import { ownerOfHost } from '../hosts/hosts.ts'
import { addressForJournal } from '../journal/journal.ts'
import type { Answer } from '../operation/emulated-operation.ts'
import { originalAddress } from '../transport/original-address.ts'
import type { IdentityFrontDoor } from './identity-front-door.ts'
import { readBody } from './read-body.ts'

/** What stands behind the handler of every request. */
export interface CloudParts extends EngineParts {
  readonly identity: IdentityFrontDoor
  /** Pages and control of the emulator itself. */
  readonly control: (request: Request, bindings: HttpBindings) => Response | Promise<Response>
  /** A request to a service arrived; a clock may move with it. */
  readonly tick: () => void
}

/**
 * Answers every request that reaches the emulator, whichever way it came. What that takes is loaded with the first one,
 * so that a start is quick.
 */
export async function handleRequest(parts: CloudParts, request: Request, bindings: HttpBindings): Promise<Response> {
  const destination = originalAddress(new URL(request.url))
  if (destination.kind === 'control') return parts.control(request, bindings)
  if (destination.kind === 'unknown') return unknownHost(parts, request, destination.url)
  const { way } = destination
  const url =
    destination.kind === 'any-organization' ? organizationUrl(parts, request, destination.url) : destination.url
  const owner = url === undefined ? undefined : ownerOfHost(url.hostname)
  if (url === undefined || owner === undefined) return unknownHost(parts, request, destination.url)
  if (owner === 'identity') return parts.identity.answer(request, url, way, bindings)
  parts.tick()
  let bytes: Promise<Uint8Array> | undefined
  const { answerRequest } = await import('../engine/engine.ts')
  const outcome = await answerRequest(parts, {
    service: owner,
    method: request.method,
    url,
    way,
    headers: request.headers,
    bytes: () => {
      bytes ??= readBody(request, owner)
      return bytes
    },
  })
  if (outcome.kind === 'answer') return responseOf(outcome.answer)
  bindings.incoming.socket.destroy()
  return new Promise<never>(() => {})
}

/** An answer as it goes out. */
function responseOf({ status, body, headers }: Answer): Response {
  const all = new Headers(headers)
  if (body === undefined || status === 204 || status === 304) return new Response(null, { status, headers: all })
  if (typeof body === 'string') return new Response(body, { status, headers: all })
  if (body instanceof Uint8Array) {
    if (!all.has('content-type')) all.set('content-type', 'application/octet-stream')
    // A view of ordinary memory; the type also allows memory shared between threads, which no answer has.
    return new Response(body as Uint8Array<ArrayBuffer>, { status, headers: all })
  }
  if (!all.has('content-type')) all.set('content-type', 'application/json; charset=utf-8')
  return new Response(JSON.stringify(body), { status, headers: all })
}

/** The Web API of the organisation that the caller's tenant has, for clients with one base address. */
function organizationUrl(parts: CloudParts, request: Request, url: URL): URL | undefined {
  const tenant = parts.store.state.tenants[tenantOfToken(request.headers.get('authorization') ?? '')]
  const environments = Object.values(tenant?.environments ?? {})
  const host = environments.find(({ organization }) => organization !== undefined)?.organization?.host
  return host === undefined ? url : new URL(`https://${host}${url.pathname}${url.search}`)
}

/** Only to find the place; the engine verifies the token before anything happens. */
function tenantOfToken(authorization: string): string {
  try {
    const [, claims = ''] = authorization.split('.')
    return String(Object(JSON.parse(Buffer.from(claims, 'base64url').toString())).tid).toLowerCase()
  } catch {
    return ''
  }
}

function unknownHost(parts: CloudParts, request: Request, url: URL): Response {
  const requestId = randomUUID()
  parts.journal.note({
    at: parts.clock.now().toISOString(),
    method: request.method,
    address: addressForJournal(url),
    service: 'unknown',
    status: 501,
    code: 'NotEmulated',
    requestId,
  })
  const message = `The emulator does not answer for ${request.method} ${url.origin}${url.pathname}. Below its own address, name the original host: /https/api.flow.microsoft.com/… Covered operations: ${parts.coveredAt}`
  return Response.json(
    { error: { code: 'NotEmulated', message } },
    { status: 501, headers: { 'x-ms-request-id': requestId } },
  )
}
