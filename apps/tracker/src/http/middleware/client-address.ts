import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'
import proxyAddress from 'proxy-addr'

/** Finds the address that a request comes from. */
export type AddressOf = (context: Context) => string

/**
 * The address of the client: of the connection, or what a trusted proxy says in `X-Forwarded-For`. What anybody else says
 * there is not believed.
 *
 * @param trusted addresses or networks (`10.0.0.0/8`, `loopback`) of proxies
 */
export function clientAddress(trusted: readonly string[]): AddressOf {
  const isTrusted = proxyAddress.compile([...trusted])
  return (context) => {
    const incoming = incomingOf(context)
    return incoming === undefined ? 'unknown' : proxyAddress(incoming, isTrusted)
  }
}

/** The request as Node has it; absent where no socket is behind it, as in tests. */
function incomingOf(context: Context): IncomingMessage | undefined {
  const bindings: unknown = context.env
  if (typeof bindings !== 'object' || bindings === null || !('incoming' in bindings)) return undefined
  // The server of @hono/node-server puts it there.
  return bindings.incoming as IncomingMessage
}
