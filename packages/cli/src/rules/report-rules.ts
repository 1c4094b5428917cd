import { describeRules } from '@sevenstep/certification-rules'
import { type Report, type RuleDescription, suppressionRules } from '@sevenstep/findings'
import { isAboutOtherSteps } from './rule-set.ts'

/** Every rule a report of `check` can name. */
export async function reportRules(report: Report): Promise<readonly RuleDescription[]> {
  const known = [...describeRules(), ...suppressionRules]
  if (!report.subjects.some(isAboutOtherSteps)) return known
  const { otherRules } = await import('./other-rules.ts')
  return [...known, ...otherRules()]
}
