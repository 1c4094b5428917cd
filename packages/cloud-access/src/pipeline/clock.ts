/** Time as the pipeline sees it; injected, so that tests and rehearsals run in virtual time. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Waits; ends early by rejecting with the signal's reason when the signal fires. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted === true) return reject(signal.reason)
      // Timers longer than 2^31 − 1 ms would fire at once.
      const timer = setTimeout(done, Math.min(Math.max(milliseconds, 0), 2_147_483_647))
      signal?.addEventListener('abort', aborted, { once: true })
      function done(): void {
        signal?.removeEventListener('abort', aborted)
        resolve()
      }
      function aborted(): void {
        clearTimeout(timer)
        reject(signal?.reason)
      }
    }),
}
