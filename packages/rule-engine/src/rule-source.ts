/** Where a fact was read; a room keeps its own in a table that its rules name by key. */
export interface RuleSource {
  readonly title: string
  readonly address: string
  /** The state of the page that was read, such as `2024-10`. */
  readonly seen: string
}
