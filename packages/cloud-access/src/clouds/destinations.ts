import type { ServiceName } from '../operations/operation.ts'
import { isLoopback } from './addresses.ts'
import type { Cloud, FixedService } from './cloud.ts'

/** What stands behind a host of a cloud. */
export interface Destination {
  readonly service: ServiceName | 'management'
  /** What a token for it has to be for; nothing where none may be sent. */
  readonly audience?: string
}

/** Finds out what stands behind addresses, so that a token goes only where it belongs. */
export interface Destinations {
  /** What stands behind an address, original or through the stand-in; nothing where it is outside the cloud. */
  of(address: URL): Destination | undefined
  /** The address as the cloud knows it, where it leads through the stand-in. */
  original(address: URL): URL
  /** The address that a request for `address` is really sent to. */
  sendTo(address: string): string
  /** Origin of one environment on the Power Platform API. */
  environmentAddress(environment: string): string
}

/** Destinations of one cloud; what was found is remembered by host. */
export function destinationsOf(cloud: Cloud): Destinations {
  const matchers = matchersOf(cloud)
  const found = new Map<string, Destination>()
  const through = cloud.through === undefined ? undefined : withoutSlash(cloud.through.value)
  const original = (address: URL): URL => (through === undefined ? address : originalOf(address, through))
  return {
    original,
    of(address) {
      const asked = original(address)
      const known = found.get(asked.host)
      if (known !== undefined) return known
      for (const match of matchers) {
        const destination = match(asked)
        if (destination === undefined) continue
        // A service below a path shares its host with others, so its host alone says nothing.
        if (!match.byPath) found.set(asked.host, destination)
        return destination
      }
      return undefined
    },
    sendTo(address) {
      if (through === undefined || address.startsWith(`${through}/`)) return address
      const cut = address.indexOf('://')
      const rest = address.slice(cut + 3)
      const hostname = /^(\[[^\]]*\]|[^:/?#]*)/.exec(rest)?.[0] ?? ''
      return isLoopback(hostname) ? address : `${through}/${rest}`
    },
    environmentAddress(environment) {
      const digits = environment.replaceAll('-', '').toLowerCase()
      const at = digits.length - cloud.environmentLabelLength.value
      return `https://${digits.slice(0, at)}.${digits.slice(at)}.${cloud.environmentHosts.value}`
    },
  }
}

interface Matcher {
  (address: URL): Destination | undefined
  readonly byPath: boolean
}

/** The environment hosts come first, since they lie below the host of the Power Platform API. */
function matchersOf(cloud: Cloud): readonly Matcher[] {
  const audience = cloud.services['power-platform'].audience.value
  const names: readonly FixedService[] = [
    'flow',
    'power-apps',
    'business-applications',
    'power-platform',
    'graph',
    'partner-center',
    'management',
  ]
  return [
    byHost([cloud.environmentHosts.value], () => ({ service: 'power-platform-environment', audience })),
    ...names.map((service) =>
      byAddress(cloud.services[service].address.value, cloud.services[service].audience.value, service),
    ),
    byHost(cloud.organizationHosts.value, (address) => ({ service: 'dataverse', audience: address.origin })),
    byHost(cloud.storageHosts.value, () => ({ service: 'storage' })),
  ]
}

function byAddress(address: string, audience: string, service: FixedService): Matcher {
  const base = new URL(withoutSlash(address))
  const path = base.pathname === '/' ? '' : base.pathname
  const destination: Destination = { service, audience }
  const match = (asked: URL): Destination | undefined =>
    belongsTo(asked.host, base.host) && (path === '' || `${asked.pathname}/`.startsWith(`${path}/`))
      ? destination
      : undefined
  return Object.assign(match, { byPath: path !== '' })
}

function byHost(patterns: readonly string[], destination: (address: URL) => Destination): Matcher {
  const tests = patterns.map((pattern) => {
    const escaped = pattern.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll('{N}', '\\d*')
    return new RegExp(`(^|\\.)${escaped}$`, 'i')
  })
  const match = (asked: URL): Destination | undefined =>
    tests.some((test) => test.test(asked.host)) ? destination(asked) : undefined
  return Object.assign(match, { byPath: false })
}

/** Whether a host is the one named or stands in front of it: regional hosts do. */
function belongsTo(host: string, named: string): boolean {
  return host === named || host.endsWith(`.${named}`)
}

/** `{through}/host/path` back to `https://host/path`; other addresses as they are. */
function originalOf(address: URL, through: string): URL {
  const rest = address.href.startsWith(`${through}/`) ? address.href.slice(through.length + 1) : undefined
  return rest !== undefined && URL.canParse(`https://${rest}`) ? new URL(`https://${rest}`) : address
}

function withoutSlash(address: string): string {
  return address.endsWith('/') ? address.slice(0, -1) : address
}
