/** What tells the time and waits; tests give one of their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Ends after that many milliseconds, or rejects with the signal's reason once it is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
}

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted()
      const onAbort = () => {
        clearTimeout(timer)
        reject(signal?.reason)
      }
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', onAbort)
        resolve()
      }, milliseconds)
      signal?.addEventListener('abort', onAbort, { once: true })
    }),
}

/** The moment as it stands in journals and plans. */
export function isoNow(clock: Clock): string {
  return new Date(clock.now()).toISOString()
}
