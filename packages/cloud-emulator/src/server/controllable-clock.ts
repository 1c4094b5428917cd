import type { EmulatorClock } from '../operation/emulator-clock.ts'

/**
 * How the emulator's present moves: with the machine's clock, only when told to (`held`), or by a step with each
 * request to a service (`auto`), so that polling ends without waiting.
 */
export type ClockMode = 'machine' | 'held' | 'auto'

/** A clock that can be set and moved. */
export interface ControllableClock extends EmulatorClock {
  readonly mode: ClockMode
  /** Milliseconds for each request in the mode `auto`. */
  readonly step: number
  readonly setMode: (mode: ClockMode, step?: number) => void
  readonly set: (moment: Date) => void
  readonly advance: (milliseconds: number) => void
  /** A request came; in the mode `auto` time passes. */
  readonly tick: () => void
}

/** A clock that shows the machine's time until somebody moves it. */
export function createControllableClock(machine: () => Date = () => new Date()): ControllableClock {
  let mode: ClockMode = 'machine'
  let step = 1000
  /** In the mode `machine` the distance from the machine's clock, else the moment itself. */
  let value = 0
  const now = () => (mode === 'machine' ? machine().getTime() + value : value)
  const set = (moment: number) => {
    value = mode === 'machine' ? moment - machine().getTime() : moment
  }
  return {
    now: () => new Date(now()),
    get mode() {
      return mode
    },
    get step() {
      return step
    },
    setMode: (next, milliseconds = step) => {
      const moment = now()
      mode = next
      step = milliseconds
      set(moment)
    },
    set: (moment) => set(moment.getTime()),
    advance: (milliseconds) => {
      value += milliseconds
    },
    tick: () => {
      if (mode === 'auto') value += step
    },
  }
}
