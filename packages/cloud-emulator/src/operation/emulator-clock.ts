/** The emulator's own present, which tests and demos can set and move. */
export interface EmulatorClock {
  readonly now: () => Date
}
