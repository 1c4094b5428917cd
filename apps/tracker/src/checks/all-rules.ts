import { describeRules, ruleFamilies } from '@sevenstep/certification-rules'
import { describeReportRules, reportRuleFamilies } from '@sevenstep/deployment-client/report'
import type { RuleDescription } from '@sevenstep/findings'
import { describeRules as describeSignInRules, ruleFamilies as signInFamilies } from '@sevenstep/sign-in-checks'

/** Every rule a report here can name, of all steps. */
export function allRules(): readonly RuleDescription[] {
  return [...describeRules(), ...describeSignInRules(), ...describeReportRules()]
}

/** Every family of rules that decides items, with the ids of its rules. */
export const allFamilies: readonly { readonly id: string; readonly rules: Readonly<Record<string, unknown>> }[] = [
  ...ruleFamilies,
  ...signInFamilies,
  ...reportRuleFamilies,
]
