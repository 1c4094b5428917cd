import { describeRules } from '@sevenstep/certification-rules'
import { type RuleDescription, suppressionRules } from '@sevenstep/findings'

/** Every rule a report of `check` can name. */
export function reportRules(): readonly RuleDescription[] {
  return [...describeRules(), ...suppressionRules]
}
