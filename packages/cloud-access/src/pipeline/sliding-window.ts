import type { WindowLimit } from './service-limits.ts'

/**
 * What was used within a window that slides with time. An entry counts from when its request ended, so that whenever the
 * service took notice of it, the window here ends no sooner than the window there.
 */
export class SlidingWindow {
  readonly #limit: WindowLimit
  /** Entries of the window; those before `#first` are over. */
  #times: number[] = []
  #amounts: number[] = []
  #first = 0
  #sum = 0
  /** How much of what we count the service counts: our time includes the way there and back. */
  #scale = 1

  constructor(limit: WindowLimit) {
    this.#limit = limit
  }

  add(now: number, amount: number): void {
    this.#forget(now)
    this.#times.push(now)
    this.#amounts.push(amount)
    this.#sum += amount
  }

  /**
   * When the next use fits, in milliseconds since 1970; never, as long as those under way alone fill the window.
   *
   * @param underWay uses begun and not yet added.
   */
  freeAt(now: number, underWay = 0): number {
    this.#forget(now)
    let excess = this.#sum * this.#scale + underWay + 1 - this.#limit.count
    for (let index = this.#first; excess > 0 && index < this.#times.length; index += 1) {
      excess -= (this.#amounts[index] ?? 0) * this.#scale
      if (excess <= 0) return (this.#times[index] ?? now) + this.#limit.windowMs
    }
    return excess > 0 ? Number.POSITIVE_INFINITY : now
  }

  /** Takes the service's own count as the truth. */
  observeRemaining(now: number, remaining: number): void {
    this.#forget(now)
    if (this.#sum > 0) this.#scale = Math.min(1, Math.max(0, (this.#limit.count - remaining) / this.#sum))
  }

  #forget(now: number): void {
    const over = now - this.#limit.windowMs
    let time = this.#times[this.#first]
    while (time !== undefined && time <= over) {
      this.#sum -= this.#amounts[this.#first] ?? 0
      this.#first += 1
      time = this.#times[this.#first]
    }
    if (this.#first > 1024 && this.#first * 2 > this.#times.length) {
      this.#times = this.#times.slice(this.#first)
      this.#amounts = this.#amounts.slice(this.#first)
      this.#first = 0
    }
  }
}
