import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Configuration } from '../../configuration/configuration.ts'
import { Failure } from '../../domain/failure.ts'
import { type Principal, principalId } from '../../domain/principal.ts'
import type { HttpEnvironment } from '../environment.ts'
import { clientAddress } from './client-address.ts'

/** What has a budget of its own. */
export type Budget = 'api' | 'changes' | 'sign-in' | 'uploads'

/** Budgets of requests, each for one minute. */
export interface RateLimits {
  /**
   * Spends one request, and says on the answer how many are left.
   *
   * @param principal whose budget it is; the client's address where nobody is known
   * @throws Failure `too-many-requests`
   */
  readonly spend: (context: Context, budget: Budget, principal: Principal | undefined) => Promise<void>
}

const seconds = 60

/** Opens the budgets. They are kept in memory: several processes have a budget each. */
export function openRateLimits(configuration: Pick<Configuration, 'rateLimits' | 'trustedProxies'>): RateLimits {
  const addressOf = clientAddress(configuration.trustedProxies)
  const limiters = new Map(
    (['api', 'changes', 'sign-in', 'uploads'] as const).map((budget) => [
      budget,
      new RateLimiterMemory({ points: configuration.rateLimits[budget], duration: seconds, keyPrefix: budget }),
    ]),
  )
  return {
    spend: async (context, budget, principal) => {
      const limiter = limiters.get(budget)
      if (limiter === undefined) return
      const key = principal === undefined ? addressOf(context) : principalId(principal)
      const { state, isSpent } = await limiter.consume(key).then(
        (left) => ({ state: left, isSpent: false }),
        (refused: unknown) => {
          if (refused instanceof RateLimiterRes) return { state: refused, isSpent: true }
          throw refused
        },
      )
      const wait = Math.max(1, Math.ceil(state.msBeforeNext / 1000))
      context.header('RateLimit-Policy', `"${budget}";q=${limiter.points};w=${seconds}`)
      context.header('RateLimit', `"${budget}";r=${state.remainingPoints};t=${wait}`)
      if (!isSpent) return
      context.header('Retry-After', String(wait))
      throw tooMany(wait)
    },
  }
}

/** Spends from a budget for requests that this is about; the others pass. */
export function rateLimited(
  limits: RateLimits,
  budget: Budget,
  counts: (context: Context<HttpEnvironment>) => boolean,
) {
  return createMiddleware<HttpEnvironment>(async (context, next) => {
    if (counts(context)) await limits.spend(context, budget, context.get('signedIn')?.principal)
    await next()
  })
}

function tooMany(wait: number): Failure {
  return new Failure('too-many-requests', {
    what: { en: 'That were too many requests.', nl: 'Dat waren te veel verzoeken.' },
    why: {
      en: 'Each person, token and address has a budget for a minute, so that the tracker stays quick for everybody.',
      nl: 'Elke persoon, elk token en elk adres heeft een budget per minuut, zodat de tracker voor iedereen snel blijft.',
    },
    fix: {
      en: `Try again in ${wait} ${wait === 1 ? 'second' : 'seconds'}.`,
      nl: `Probeer het over ${wait} ${wait === 1 ? 'seconde' : 'seconden'} opnieuw.`,
    },
  })
}
