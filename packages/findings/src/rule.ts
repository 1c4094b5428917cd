import type { MendKind, Message } from './finding.ts'
import type { RuleSetting } from './severity.ts'

/**
 * What is known about a rule without running it: enough for a list, a page, a filter and SARIF's rule table.
 * Each room derives its own runnable rules from this.
 */
export interface RuleDescription {
  /** Plain words joined by hyphens, naming the wished state: `info-title-max-length`. */
  readonly id: string
  readonly group: string
  /** One sentence: what the rule demands. */
  readonly title: string
  /** Setting per profile name. */
  readonly settings: Readonly<Record<string, RuleSetting>>
  /** Message templates by name; `{name}` in them is filled from the place that was found. */
  readonly messages: Readonly<Record<string, Message>>
  /** Microsoft's identifiers for the same requirement. */
  readonly codes: readonly string[]
  /** Where the requirement was read; short source keys or addresses. */
  readonly sources: readonly string[]
  readonly mend?: MendKind
  /** True while no measurement on accepted files exists: the rule starts as a warning. */
  readonly isNew?: boolean
  readonly documentation: string
}
