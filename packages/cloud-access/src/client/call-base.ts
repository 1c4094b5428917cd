import { isSafe } from '../clouds/addresses.ts'
import type { Cloud } from '../clouds/cloud.ts'
import type { Destinations } from '../clouds/destinations.ts'
import type { FailureKey } from '../failures/catalogue.ts'
import { CloudFailure } from '../failures/cloud-failure.ts'
import type { Operation, ServiceName } from '../operations/operation.ts'
import type { Place } from './cloud-client.ts'

/** What an operation's path is put after, or a whole address that an answer gave. */
export interface CallBase {
  readonly address: string
  readonly host: string
  /** Nothing where no token may be sent. */
  readonly audience: string | undefined
  readonly isWhole?: true
}

/** So many places are remembered; a fleet has one or two for each target. */
const mostPlaces = 4096

/**
 * Finds where the calls of one cloud go; places that were found are remembered.
 *
 * @throws CloudFailure `place-missing`, `place-outside-cloud`, `address-insecure`.
 */
export function createBases(cloud: Cloud, destinations: Destinations) {
  const bases = new Map<string, CallBase>()
  return (operation: Operation, place: Place | undefined): CallBase => {
    if (place !== undefined && 'address' in place) return wholeAddress(operation, place.address, destinations)
    const name = placeName(operation.service, place)
    const key = `${operation.service} ${name}`
    const known = bases.get(key)
    if (known !== undefined) return known
    const base = baseOf(operation, name, cloud, destinations)
    if (bases.size >= mostPlaces) bases.clear()
    bases.set(key, base)
    return base
  }
}

function baseOf(operation: Operation, name: string, cloud: Cloud, destinations: Destinations): CallBase {
  const { service } = operation
  switch (service) {
    case 'storage':
      throw failure('place-missing', operation)
    case 'dataverse': {
      if (name === '') throw failure('place-missing', operation)
      const address = destinations.original(parsedAddress(operation, name))
      const destination = destinations.of(address)
      if (destination?.service !== 'dataverse') throw outside(operation, address)
      return { address: address.origin, host: address.host, audience: destination.audience }
    }
    case 'power-platform-environment': {
      if (!/^[\w-]{3,100}$/.test(name)) throw failure('place-missing', operation)
      const address = destinations.environmentAddress(name)
      return { address, host: new URL(address).host, audience: cloud.services['power-platform'].audience.value }
    }
    default: {
      const { address, audience } = cloud.services[service]
      return { address: address.value, host: new URL(address.value).host, audience: audience.value }
    }
  }
}

/** An address that an answer gave: followed only where it belongs to the service's cloud. */
function wholeAddress(operation: Operation, text: string, destinations: Destinations): CallBase {
  const address = parsedAddress(operation, text)
  const { host } = destinations.original(address)
  if (operation.service === 'storage') return { address: text, host, audience: undefined, isWhole: true }
  const audience = destinations.of(address)?.audience
  if (audience === undefined) throw outside(operation, address)
  return { address: text, host, audience, isWhole: true }
}

function placeName(service: ServiceName, place: Place | undefined): string {
  if (place === undefined) return ''
  if (service === 'dataverse' && 'organization' in place) return place.organization
  return service === 'power-platform-environment' && 'environment' in place ? place.environment : ''
}

function parsedAddress(operation: Operation, text: string): URL {
  if (!URL.canParse(text)) throw failure('place-missing', operation, 'What is given is no address.')
  const address = new URL(text)
  if (!isSafe(address) || address.username !== '' || address.password !== '')
    throw failure('address-insecure', operation, `The host is ${address.host}.`)
  return address
}

function outside(operation: Operation, { host }: URL): CloudFailure {
  return failure('place-outside-cloud', operation, `The host is ${host}.`)
}

function failure(code: FailureKey, { id, service }: Operation, ...details: readonly string[]): CloudFailure {
  return new CloudFailure(code, { operation: id, service, details })
}
