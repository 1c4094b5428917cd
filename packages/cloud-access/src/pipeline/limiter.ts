import type { Clock } from './clock.ts'
import type { ServiceLimit } from './service-limits.ts'
import { SlidingWindow } from './sliding-window.ts'

/** A place among the requests under way; given back when the answer is there. */
export interface Slot {
  /** @param remaining what the service says is left in its window, where it says so. */
  release(remaining?: { readonly requests?: number | undefined; readonly executionMs?: number | undefined }): void
}

/**
 * Holds requests of one account to one host back so that the service never has to refuse any, and lets them go as soon
 * as its limits allow. A sliding window is counted exactly, since a bucket that refills would send nearly twice what one
 * window allows. rate-limiter-flexible counts fixed windows on the machine's own clock and could not be rehearsed.
 */
export class Limiter {
  readonly #limit: ServiceLimit
  readonly #clock: Clock
  readonly #requests: SlidingWindow | undefined
  readonly #execution: SlidingWindow | undefined
  #waiting = 0
  #running = 0
  #pausedUntil = 0
  #turn: Promise<void> = Promise.resolve()
  #usedAt = 0

  constructor(limit: ServiceLimit, clock: Clock) {
    this.#limit = limit
    this.#clock = clock
    this.#requests = limit.requests === undefined ? undefined : new SlidingWindow(limit.requests)
    this.#execution = limit.execution === undefined ? undefined : new SlidingWindow(limit.execution)
  }

  /** Waits for a place. Rejects with the signal's reason when it fires first. */
  async acquire(signal?: AbortSignal): Promise<Slot> {
    if (!this.#mayStart()) await this.#waitForTurn(signal)
    return this.#start()
  }

  /** Nobody goes until then: the service said so to one of them. */
  pauseUntil(time: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, time)
  }

  /** Whether forgetting this limiter changes nothing. */
  isIdle(now: number): boolean {
    const longest = Math.max(this.#limit.requests?.windowMs ?? 0, this.#limit.execution?.windowMs ?? 0)
    return this.#running === 0 && this.#waiting === 0 && now - this.#usedAt > longest && now >= this.#pausedUntil
  }

  #mayStart(): boolean {
    return this.#waiting === 0 && this.#running < this.#concurrent && this.#waitMs() <= 0
  }

  get #concurrent(): number {
    return this.#limit.concurrent ?? Number.POSITIVE_INFINITY
  }

  #waitMs(): number {
    const now = this.#clock.now()
    const free = Math.max(
      this.#pausedUntil,
      this.#requests?.freeAt(now, this.#running) ?? 0,
      this.#execution?.freeAt(now) ?? 0,
    )
    return free - now
  }

  /** One at a time waits for the clock; the others wait for that one. */
  async #waitForTurn(signal: AbortSignal | undefined): Promise<void> {
    const before = this.#turn
    let done: () => void = () => undefined
    this.#turn = new Promise((resolve) => {
      done = resolve
    })
    this.#waiting += 1
    try {
      await before
      for (;;) {
        signal?.throwIfAborted()
        const wait = this.#running >= this.#concurrent ? Number.POSITIVE_INFINITY : this.#waitMs()
        if (wait <= 0) return
        if (wait === Number.POSITIVE_INFINITY) await this.#nextRelease(signal)
        else await this.#clock.sleep(wait, signal)
      }
    } finally {
      this.#waiting -= 1
      // The next in line looks only after this one has taken its place.
      queueMicrotask(done)
    }
  }

  #released: (() => void) | undefined

  #nextRelease(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const aborted = (): void => reject(signal?.reason)
      signal?.addEventListener('abort', aborted, { once: true })
      this.#released = () => {
        signal?.removeEventListener('abort', aborted)
        resolve()
      }
    })
  }

  #start(): Slot {
    this.#running += 1
    const startedAt = this.#clock.now()
    this.#usedAt = startedAt
    let isReleased = false
    return {
      release: (remaining = {}) => {
        if (isReleased) return
        isReleased = true
        const now = this.#clock.now()
        this.#running -= 1
        this.#usedAt = now
        this.#requests?.add(now, 1)
        this.#execution?.add(now, Math.max(1, now - startedAt))
        if (remaining.executionMs !== undefined) this.#execution?.observeRemaining(now, remaining.executionMs)
        const released = this.#released
        this.#released = undefined
        released?.()
      },
    }
  }
}
