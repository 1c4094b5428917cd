import type { RuleDescription } from '@sevenstep/findings'
import { describeRules } from '@sevenstep/sign-in-checks'

/** The rules of the steps after the first. */
export function otherRules(): readonly RuleDescription[] {
  return describeRules()
}
