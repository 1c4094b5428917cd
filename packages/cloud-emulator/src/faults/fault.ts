/** Which requests a fault concerns; every condition given has to hold, and none given means every request. */
export interface FaultTarget {
  /** Id of an operation, or the beginning of ids with `*` at the end: `flows.*`. */
  readonly operation?: string
  readonly service?: string
  readonly method?: string
  /** Tenant id of the caller. */
  readonly tenant?: string
  /** Client id of the application. */
  readonly application?: string
  /** For faults of long-running work: its kind, for example `solution-import`. */
  readonly work?: string
}

/** What goes wrong. Times are in seconds of the emulator's clock, but for `delay`, which is real. */
export type FaultEffect =
  /** 429. `requests` and `time` are Dataverse's two windows, `concurrent` its third flavour. */
  | { readonly kind: 'throttle'; readonly flavour?: 'requests' | 'time' | 'concurrent'; readonly retryAfter?: number }
  /** Any status with the service's envelope; 503 where nothing is said. */
  | { readonly kind: 'status'; readonly status?: number; readonly code?: string; readonly message?: string }
  /** The connection is cut: before the service saw the request, or after it did the work and before it answered. */
  | { readonly kind: 'drop'; readonly when: 'before' | 'after' }
  /** The answer waits this long in real time. */
  | { readonly kind: 'delay'; readonly milliseconds: number }
  /** Long-running work takes this many times as long. */
  | { readonly kind: 'slow-work'; readonly factor: number }
  /** Long-running work never ends. */
  | { readonly kind: 'stuck-work' }
  | { readonly kind: 'failing-work'; readonly code?: string; readonly message?: string }
  /** Reads show the tenant as it was this long ago. */
  | { readonly kind: 'stale-reads'; readonly seconds: number }
  /** The caller's token counts as run out. */
  | { readonly kind: 'expired-token' }
  /** 401 with `WWW-Authenticate` and `insufficient_claims`, until a token comes that was asked for with claims. */
  | { readonly kind: 'claims-challenge' }
  /** The sign-in answers as if the application's consent had been taken back. */
  | { readonly kind: 'consent-withdrawn' }

/** One thing that goes wrong, and how often. */
export interface Fault {
  readonly effect: FaultEffect
  readonly target?: FaultTarget
  /** Requests it concerns that pass unharmed before the first that does not. */
  readonly after?: number
  /** How often it strikes; without it, until it is removed. */
  readonly times?: number
  /** How likely it strikes each time, from 0 to 1; decided by the plan's seed. */
  readonly probability?: number
}

/** A fault in force. */
export interface ArmedFault extends Fault {
  readonly id: string
  /** Requests it concerned so far. */
  readonly seen: number
  /** How often it struck. */
  readonly struck: number
}
