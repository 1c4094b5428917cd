import type { PipelinePolicy, PipelineResponse } from '@azure/core-rest-pipeline'
import { callContextOf } from './call-context.ts'
import type { Clock } from './clock.ts'
import { Limiter } from './limiter.ts'
import { retryAfterOf } from './retry-after.ts'
import type { ServiceLimits } from './service-limits.ts'

/** Limiters of all hosts that one account talks to; share one between clients that use the same account. */
export interface Limiters {
  of(service: keyof ServiceLimits, scope: string): Limiter | undefined
}

/** Limiters by service and host, forgotten when they have been idle, so that a thousand tenants cost nothing. */
export function createLimiters(limits: ServiceLimits, clock: Clock): Limiters {
  const limiters = new Map<string, Limiter>()
  let sweepAt = 256
  return {
    of(service, scope) {
      const known = limiters.get(scope)
      if (known !== undefined) return known
      const limit = limits[service]
      if (limit === undefined) return undefined
      if (limiters.size >= sweepAt) {
        const now = clock.now()
        for (const [key, limiter] of limiters) if (limiter.isIdle(now)) limiters.delete(key)
        sweepAt = Math.max(256, limiters.size * 2)
      }
      const limiter = new Limiter(limit, clock)
      limiters.set(scope, limiter)
      return limiter
    },
  }
}

/** Holds each request back until the limits of its service allow it; a 429 to one holds back all. */
export function limitPolicy(limiters: Limiters, clock: Clock): PipelinePolicy {
  return {
    name: 'limit',
    async sendRequest(request, next) {
      const { scope, service, signal } = callContextOf(request)
      const limiter = limiters.of(service, scope)
      if (limiter === undefined) return next(request)
      const slot = await limiter.acquire(signal)
      let response: PipelineResponse | undefined
      try {
        response = await next(request)
        if (response.status === 429) {
          const wait = retryAfterOf(response.headers, clock.now())
          if (wait !== undefined) limiter.pauseUntil(clock.now() + wait)
        }
        return response
      } finally {
        slot.release(response === undefined ? {} : { executionMs: remainingExecutionMs(response) })
      }
    },
  }
}

/** Dataverse writes seconds, with a comma for thousands: "1,199.94". */
function remainingExecutionMs({ headers }: PipelineResponse): number | undefined {
  const value = headers.get('x-ms-ratelimit-time-remaining-xrm-requests')
  if (value === undefined) return undefined
  const seconds = Number(value.replaceAll(',', ''))
  return Number.isFinite(seconds) ? seconds * 1000 : undefined
}
