import type { NotChecked } from '@sevenstep/findings'

/** Collects what rules could not look at, with the reasons. */
export class NotCheckedNotes {
  readonly #notes = new Map<
    string,
    { readonly reason: string; readonly handIn?: string; readonly rules: Set<string> }
  >()
  readonly #running: { has(rule: string): boolean }

  constructor(running: { has(rule: string): boolean }) {
    this.#running = running
  }

  /**
   * Notes that a rule could not look; one that does not run anyway is not worth a word.
   *
   * @param handIn what to hand in, where the subject lacks what the rule judges
   */
  add(rule: string, reason: string, handIn?: string): void {
    if (!this.#running.has(rule)) return
    const key = JSON.stringify([reason, handIn])
    const known = this.#notes.get(key)
    if (known !== undefined) known.rules.add(rule)
    else this.#notes.set(key, { reason, ...(handIn !== undefined && { handIn }), rules: new Set([rule]) })
  }

  /** Sorted by reason, the rules of each too. */
  list(): readonly NotChecked[] {
    return [...this.#notes]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([, { rules, ...words }]) => ({ rules: [...rules].sort(), ...words }))
  }
}
