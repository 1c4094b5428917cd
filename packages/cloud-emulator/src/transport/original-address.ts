import { hostAliases, ownerOfHost } from '../hosts/hosts.ts'

/** How a client came: with the original host, below a base path, or straight to the emulator's own address. */
export type WayIn =
  | { readonly kind: 'original' }
  /** `base` is the emulator's own address without a slash at the end. */
  | { readonly kind: 'base-path' | 'direct'; readonly base: string }

/** What a request is about. */
export type Destination =
  | { readonly kind: 'cloud'; readonly url: URL; readonly way: WayIn }
  /** The Web API of whichever organisation the caller's tenant has, asked for without naming one. */
  | { readonly kind: 'any-organization'; readonly url: URL; readonly way: WayIn }
  | { readonly kind: 'control'; readonly url: URL }
  | { readonly kind: 'unknown'; readonly url: URL }

/** Services by the beginning of their paths, for clients that know one base address only. */
const beginnings: readonly (readonly [RegExp, string])[] = [
  [/^\/providers\/microsoft\.(processsimple|flow)\//i, 'api.flow.microsoft.com'],
  [/^\/providers\/microsoft\.powerapps\//i, 'api.powerapps.com'],
  [/^\/providers\/microsoft\.businessappplatform\//i, 'api.bap.microsoft.com'],
  [/^\/(v1\.0|beta)\//, 'graph.microsoft.com'],
]

const signIn =
  /^\/[^/]+\/(oauth2|v2\.0|discovery|\.well-known|adminconsent|federationmetadata|kmsi|login|logout|device)(\/|$)/i

/**
 * Finds out which address of Microsoft's a request means.
 *
 * @param url as it arrived, with the host the client asked for.
 */
export function originalAddress(url: URL): Destination {
  if (ownerOfHost(url.hostname) !== undefined) return { kind: 'cloud', url: onHost(url, url.hostname), way: original }
  const base = url.origin
  const below = /^\/https?\/([a-z0-9.-]+)(\/.*)?$/i.exec(url.pathname)
  if (below !== null) {
    const [, host = '', path = '/'] = below
    if (ownerOfHost(host) === undefined) return { kind: 'unknown', url }
    return { kind: 'cloud', url: onHost(url, host, path), way: { kind: 'base-path', base } }
  }
  if (/^\/(emulator(\/|$)|devicelogin$|$)/.test(url.pathname)) return { kind: 'control', url }
  const [, first = '', rest = '/'] = /^\/([^/]+)(\/.*)?$/.exec(url.pathname) ?? []
  const alias = Object.hasOwn(hostAliases, first) ? hostAliases[first] : undefined
  if (alias !== undefined) return { kind: 'cloud', url: onHost(url, alias, rest), way: { kind: 'base-path', base } }
  if (first === 'dataverse') return organization(url, rest, base)
  if (url.pathname.startsWith('/api/data/')) return organization(url, url.pathname, base)
  const host = beginnings.find(([pattern]) => pattern.test(url.pathname))?.[1]
  if (host !== undefined) return { kind: 'cloud', url: onHost(url, host), way: { kind: 'base-path', base } }
  if (signIn.test(url.pathname)) {
    return { kind: 'cloud', url: onHost(url, 'login.microsoftonline.com'), way: { kind: 'direct', base } }
  }
  return { kind: 'unknown', url }
}

/** The form of an original address in which this client can follow it. */
export function reachableFor(way: WayIn, address: string): string {
  if (way.kind === 'original') return address
  const url = new URL(address)
  return ownerOfHost(url.hostname) === undefined
    ? address
    : `${way.base}/https/${url.hostname}${url.pathname}${url.search}${url.hash}`
}

const original: WayIn = { kind: 'original' }

/** Stands in for the host of an organisation that is only known once the token was read. */
const someOrganization = 'organization.crm.dynamics.com'

function organization(url: URL, path: string, base: string): Destination {
  return { kind: 'any-organization', url: onHost(url, someOrganization, path), way: { kind: 'base-path', base } }
}

function onHost(url: URL, host: string, path = url.pathname): URL {
  return new URL(`https://${host.toLowerCase()}${path}${url.search}`)
}
