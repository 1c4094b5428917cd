import type { RuleDescription } from '@sevenstep/findings'
import { describeRules as describe } from '@sevenstep/rule-engine'
import { ruleFamilies } from '../generated/rule-families.ts'
import { type Edition, profiles } from './licensing-subject.ts'

/** Every rule about licences without what it takes to run it: for lists, pages, filters and SARIF. */
export function describeRules(edition: Edition = 'current'): readonly RuleDescription[] {
  return describe(ruleFamilies, profiles, edition)
}
