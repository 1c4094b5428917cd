import type { RuleDescription } from '@sevenstep/findings'
import { ruleFamilies } from '../generated/rule-families.ts'
import { describeRule } from './describe-rule.ts'
import type { RuleFamily } from './rule-family.ts'

/** Every rule without what it takes to run it: for lists, pages, filters and SARIF. In the order of groups and families. */
export function describeRules(families: readonly RuleFamily[] = ruleFamilies): readonly RuleDescription[] {
  return families.flatMap((family) => Object.keys(family.rules).map((rule) => describeRule(family, rule)))
}
