import { createHttpHeaders, type HttpClient } from '@azure/core-rest-pipeline'
import type { VirtualClock } from '@sevenstep/cloud-access/testing'

/** What a service allows one account, as Dataverse states it. */
export interface Allowance {
  readonly windowMs: number
  readonly requests: number
  readonly executionMs: number
  readonly concurrent: number
}

/** A service that refuses whatever exceeds its allowance, and counts. */
export interface ProtectedService {
  readonly transport: HttpClient
  readonly counts: { sent: number; refused: number; mostAtOnce: number }
}

/**
 * Stands in the place of the network in virtual time. It shares nothing with the client's own limiter: it counts
 * requests when they arrive and execution time when they end, as the service does.
 *
 * @param takesMs what every request takes.
 */
export function createProtectedService(allowance: Allowance, clock: VirtualClock, takesMs: number): ProtectedService {
  const arrivals = new Recent(allowance.windowMs)
  const endings = new Recent(allowance.windowMs)
  const counts = { sent: 0, refused: 0, mostAtOnce: 0 }
  let running = 0
  const isTooMuch = (now: number): boolean =>
    running >= allowance.concurrent ||
    arrivals.count(now) >= allowance.requests ||
    endings.count(now) * takesMs >= allowance.executionMs
  return {
    counts,
    transport: {
      async sendRequest(request) {
        counts.sent += 1
        if (isTooMuch(clock.now())) {
          counts.refused += 1
          const headers = createHttpHeaders({ 'retry-after': '5' })
          return { request, headers, status: 429, bodyAsText: '{"error":{"code":"0x80072322","message":"Too many."}}' }
        }
        arrivals.add(clock.now())
        running += 1
        counts.mostAtOnce = Math.max(counts.mostAtOnce, running)
        await clock.sleep(takesMs)
        running -= 1
        const now = clock.now()
        endings.add(now)
        const left = (allowance.executionMs - endings.count(now) * takesMs) / 1000
        const headers = createHttpHeaders({
          'content-type': 'application/json',
          'x-ms-ratelimit-burst-remaining-xrm-requests': String(allowance.requests - arrivals.count(now)),
          'x-ms-ratelimit-time-remaining-xrm-requests': left.toLocaleString('en-US', { minimumFractionDigits: 2 }),
        })
        return { request, headers, status: 200, bodyAsText: answer }
      },
    },
  }
}

const answer = JSON.stringify({ UserId: 'made-up', BusinessUnitId: 'made-up', OrganizationId: 'made-up' })

/** Moments within a window that slides. */
class Recent {
  readonly #windowMs: number
  readonly #moments: number[] = []
  #first = 0

  constructor(windowMs: number) {
    this.#windowMs = windowMs
  }

  add(now: number): void {
    this.#moments.push(now)
  }

  count(now: number): number {
    while ((this.#moments[this.#first] ?? now) <= now - this.#windowMs) this.#first += 1
    return this.#moments.length - this.#first
  }
}

/**
 * The least time in milliseconds that so many equal calls can take, whoever sends them: no window holds more of them than
 * is allowed (of execution time: those that ended, and those let in while these ended), and what is left for the first
 * window has to be got through at once.
 */
export function leastTime(allowance: Allowance, calls: number, takesMs: number): number {
  const { windowMs, requests, executionMs, concurrent } = allowance
  const perWindow = Math.min(requests, Math.ceil(executionMs / takesMs) + concurrent)
  const windows = Math.ceil(calls / perWindow) - 1
  return windows * windowMs + Math.ceil((calls - windows * perWindow) / concurrent) * takesMs
}
