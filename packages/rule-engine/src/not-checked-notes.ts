import type { NotChecked } from '@sevenstep/findings'

/** Collects what rules could not look at, with the reasons. */
export class NotCheckedNotes {
  readonly #rulesByReason = new Map<string, Set<string>>()
  readonly #running: { has(rule: string): boolean }

  constructor(running: { has(rule: string): boolean }) {
    this.#running = running
  }

  /** Notes that a rule could not look; one that does not run anyway is not worth a word. */
  add(rule: string, reason: string): void {
    if (!this.#running.has(rule)) return
    const rules = this.#rulesByReason.get(reason)
    if (rules === undefined) this.#rulesByReason.set(reason, new Set([rule]))
    else rules.add(rule)
  }

  /** Sorted by reason, the rules of each too. */
  list(): readonly NotChecked[] {
    return [...this.#rulesByReason]
      .map(([reason, rules]) => ({ rules: [...rules].sort(), reason }))
      .sort((left, right) => (left.reason < right.reason ? -1 : 1))
  }
}
