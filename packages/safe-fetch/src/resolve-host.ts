import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import type { FetchPolicy } from './fetch-policy.ts'
import { type FetchProblem, problemOf } from './fetch-problem.ts'
import { judgeAddress } from './judge-address.ts'

/** Looks a name up and gives back every IP address it stands for, best first. */
export type Resolve = (host: string) => Promise<readonly string[]>

/** The machine's own resolver, hosts file included: what counts is where a connection would really go. */
export const resolveByDns: Resolve = async (host) =>
  (await lookup(host, { all: true, order: 'verbatim' })).map(({ address }) => address)

/**
 * The one IP address that is spoken to for a host. If any address of a name is not public, none is used: such a name is
 * built to pass the judgement with one and to be reached by another.
 */
export async function resolveHost(
  hostname: string,
  policy: FetchPolicy,
  resolve: Resolve,
  signal: AbortSignal,
): Promise<{ readonly address: string } | { readonly problem: FetchProblem }> {
  const host = hostname.replace(/^\[(.*)\]$/, '$1')
  const found = isIP(host) === 0 ? await lookUp(host, resolve, signal) : [host]
  if (!Array.isArray(found)) return { problem: problemOf('name-unresolved', { host, reason: found.reason }) }
  const [first] = found
  if (first === undefined) return { problem: problemOf('name-unresolved', { host, reason: 'the answer was empty' }) }
  for (const address of found) {
    const judged = judgeAddress(address, policy.permittedNetworks)
    if (!judged.allowed) return { problem: problemOf('address-private', { host, address, range: judged.range }) }
  }
  return { address: first }
}

/** The resolver takes no signal, so its answer is left to itself once the time is up. */
async function lookUp(
  host: string,
  resolve: Resolve,
  signal: AbortSignal,
): Promise<string[] | { readonly reason: string }> {
  const stopped = new Promise<never>((_, reject) => {
    const stop = (): void => reject(new Error('it took too long'))
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
  try {
    return [...(await Promise.race([resolve(host), stopped]))]
  } catch (error) {
    return { reason: error instanceof Error && 'code' in error ? String(error.code) : String(Object(error).message) }
  }
}
