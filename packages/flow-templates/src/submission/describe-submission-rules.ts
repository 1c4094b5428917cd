import type { RuleDescription } from '@sevenstep/findings'
import { describeRules } from '@sevenstep/rule-engine'
import { type Edition, profiles } from '../checks/flow-subject.ts'
import { submissionFamilies } from '../generated/submission-families.ts'

/** Every rule about submissions without what it takes to run it: for lists, pages, filters and SARIF. */
export function describeSubmissionRules(edition: Edition = 'current'): readonly RuleDescription[] {
  return describeRules(submissionFamilies, profiles, edition)
}
