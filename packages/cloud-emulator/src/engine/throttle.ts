import type { ServiceName } from '@sevenstep/cloud-access/operations'
import { EmulatedFailure } from '../operation/emulated-failure.ts'
import type { Limits, ServiceLimits } from './limits.ts'

/** The three ways in which Dataverse says "too much". */
export type ThrottleFlavour = 'requests' | 'time' | 'concurrent'

/** A request that was let in. */
export interface Admission {
  /** What is left, for the answer. */
  readonly headers: Readonly<Record<string, string>>
  /** The request is over. */
  readonly leave: () => void
}

/** Counts what each caller asks of each service. */
export interface Throttle {
  /** @throws EmulatedFailure (429) where the caller asked for too much. */
  readonly admit: (service: ServiceName, caller: string, now: Date) => Admission
  readonly forget: () => void
}

interface Window {
  /** Moments of requests in milliseconds, the oldest first; those before `first` are over. */
  moments: number[]
  first: number
  under: number
}

const nothing: Admission = { headers: {}, leave: () => {} }

/** Makes a throttle for the given limits. */
export function createThrottle(limits: Limits): Throttle {
  const windows = new Map<string, Window>()
  return {
    forget: () => windows.clear(),
    admit: (service, caller, now) => {
      const limit = limits[service]
      if (limit === undefined) return nothing
      const key = `${service} ${caller}`
      const window = windows.get(key) ?? { moments: [], first: 0, under: 0 }
      windows.set(key, window)
      return admit(window, limit, service, now.getTime())
    },
  }
}

function admit(window: Window, limit: ServiceLimits, service: ServiceName, now: number): Admission {
  const length = limit.windowSeconds * 1000
  while (window.first < window.moments.length && (window.moments[window.first] ?? now) <= now - length)
    window.first += 1
  if (window.first > 10_000) {
    window.moments = window.moments.slice(window.first)
    window.first = 0
  }
  if (window.under >= limit.concurrent) throw throttled(service, 'concurrent', 1, limit)
  const used = window.moments.length - window.first
  const spent = used * limit.millisecondsPerRequest
  const wait = Math.ceil(((window.moments[window.first] ?? now) + length - now) / 1000)
  if (used >= limit.requests) throw throttled(service, 'requests', wait, limit)
  if (spent >= limit.executionMilliseconds) throw throttled(service, 'time', wait, limit)
  window.moments.push(now)
  window.under += 1
  return {
    headers: remaining(service, limit.requests - used - 1, limit.executionMilliseconds - spent),
    leave: () => {
      window.under -= 1
    },
  }
}

function remaining(service: ServiceName, requests: number, milliseconds: number): Readonly<Record<string, string>> {
  if (service !== 'dataverse') return {}
  return {
    'x-ms-ratelimit-burst-remaining-xrm-requests': String(requests),
    'x-ms-ratelimit-time-remaining-xrm-requests': (milliseconds / 1000).toFixed(2),
  }
}

/**
 * The refusal of a caller who asked for too much.
 *
 * @param retryAfter seconds.
 */
export function throttled(
  service: ServiceName,
  flavour: ThrottleFlavour,
  retryAfter: number,
  limit: ServiceLimits | undefined,
): EmulatedFailure {
  const headers = { 'retry-after': String(retryAfter) }
  if (service !== 'dataverse') {
    return new EmulatedFailure(429, 'TooManyRequests', 'Rate limit is exceeded. Try again later.', { headers })
  }
  const window = limit?.windowSeconds ?? 300
  const messages: Readonly<Record<ThrottleFlavour, readonly [string, string]>> = {
    requests: [
      '0x80072322',
      `Number of requests exceeded the limit of ${limit?.requests ?? 6000} over time window of ${window} seconds.`,
    ],
    time: [
      '0x80072321',
      `Combined execution time of incoming requests exceeded limit of ${(limit?.executionMilliseconds ?? 1_200_000).toLocaleString('en-US')} milliseconds over time window of ${window} seconds. Decrease number of concurrent requests or reduce the duration of requests and try again later.`,
    ],
    concurrent: ['0x80072326', `Number of concurrent requests exceeded the limit of ${limit?.concurrent ?? 52}.`],
  }
  const [code, message] = messages[flavour]
  return new EmulatedFailure(429, code, message, {
    headers: { ...headers, ...(flavour === 'concurrent' ? {} : remaining(service, 0, 0)) },
  })
}
