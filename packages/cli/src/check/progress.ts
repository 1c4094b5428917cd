import type { Console } from '../console.ts'

/** A line on the terminal that says how far a long run is; silent everywhere else. */
export class Progress {
  readonly #total: number
  readonly #console: Console
  readonly #isShown: boolean
  #done = 0

  constructor(total: number, console: Console) {
    this.#total = total
    this.#console = console
    this.#isShown = total > 20 && console.isErrorTerminal && console.environment.CI === undefined
  }

  step(): void {
    this.#done++
    if (this.#isShown && (this.#done % 10 === 0 || this.#done === this.#total)) {
      this.#console.status(`checked ${this.#done} of ${this.#total} connectors`)
    }
  }

  end(): void {
    if (this.#isShown) this.#console.status('')
  }
}
