import { describeRules, ruleFamilies } from '@sevenstep/certification-rules'
import { describeReportRules, reportRuleFamilies } from '@sevenstep/deployment-client/report'
import type { RuleDescription } from '@sevenstep/findings'
import { describeRules as describeEmbedRules, ruleFamilies as embedFamilies } from '@sevenstep/flow-embed/checks'
import { describeRules as describeFlowRules, ruleFamilies as flowFamilies } from '@sevenstep/flow-templates/checks'
import { describeSubmissionRules, submissionFamilies } from '@sevenstep/flow-templates/submission'
import { describeRules as describeLicensingRules, ruleFamilies as licensingFamilies } from '@sevenstep/licensing-checks'
import { describeRules as describeListingRules, ruleFamilies as listingFamilies } from '@sevenstep/listing-checks'
import { describeRules as describeSignInRules, ruleFamilies as signInFamilies } from '@sevenstep/sign-in-checks'
import type { FamilyOfRules } from './family-facts.ts'
import { partsOf } from './part-facts.ts'

/** Every rule a report here can name, of all steps. */
export function allRules(): readonly RuleDescription[] {
  return [
    ...describeRules(),
    ...describeSignInRules(),
    ...describeEmbedRules(),
    ...describeFlowRules(),
    ...describeSubmissionRules(),
    ...describeReportRules(),
    ...describeLicensingRules(),
    ...describeListingRules(),
  ]
}

const families: readonly FamilyOfRules[] = [...ruleFamilies, ...signInFamilies, ...reportRuleFamilies]

/** Everything that decides items, families or single rules, with the ids of its rules. */
export const allFamilies: readonly FamilyOfRules[] = [
  ...families,
  // Where two rooms have a family of one name, that of the earlier step is meant; its rules can be named one by one.
  ...partsOf([
    ...flowFamilies,
    ...submissionFamilies,
    ...embedFamilies,
    ...licensingFamilies,
    ...listingFamilies,
  ]).filter(({ id }) => !families.some((family) => family.id === id)),
]
