import { startEmulator } from '@sevenstep/cloud-emulator'
import { fleetSeed, fleetTenants } from '../fleet-tenants.ts'
import { tellParent } from './tell-parent.ts'

/** What a fleet's emulator counts. */
export interface FleetCounts {
  readonly calls: number
  readonly reads: number
  /** Reads of what the same tenant had read before, with no write of its own in between; and with none to that collection. */
  readonly readsAgain: number
  readonly collectionsAgain: number
  readonly refused: number
  readonly signIns: number
}

const [keyFolder = '', count = '', throttled = ''] = process.argv.slice(2)
const counts = { calls: 0, reads: 0, readsAgain: 0, collectionsAgain: 0, refused: 0, signIns: 0 }
/** By tenant: what was read since the last write, and since the last write to its collection. */
const seen = new Map<string, { all: Set<string>; collections: Set<string> }>()
const effect = { kind: 'throttle', retryAfter: 1 } as const
const emulator = await startEmulator({
  keyFolder,
  seed: fleetSeed(fleetTenants(Number(count))),
  workSpeed: 0,
  ...(throttled !== '0' && { faults: [{ effect, probability: Number(throttled) }], faultSeed: 7 }),
  onRequest({ service, method, status, tenant = '', address }) {
    if (service === 'identity') counts.signIns += 1
    else if (status === 429) counts.refused += 1
    else countCall(method, tenant, address)
  },
})
tellParent(emulator.url, { counts: () => counts })

function countCall(method: string, tenant: string, address: string): void {
  counts.calls += 1
  const before = seen.get(tenant) ?? { all: new Set(), collections: new Set() }
  seen.set(tenant, before)
  if (method !== 'GET') {
    before.all.clear()
    const written = collectionOf(address)
    for (const read of before.collections) if (collectionOf(read) === written) before.collections.delete(read)
    return
  }
  counts.reads += 1
  if (before.all.has(address)) counts.readsAgain += 1
  if (before.collections.has(address)) counts.collectionsAgain += 1
  before.all.add(address)
  before.collections.add(address)
}

function collectionOf(address: string): string {
  return (
    /\/(connections|\w+)(\(|\?|\/|$)/.exec(new URL(address).pathname.replace(/^.*\/(v9\.2|connectivity)/, ''))?.[1] ??
    ''
  )
}
