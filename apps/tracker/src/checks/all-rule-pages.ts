import { rulePages } from '@sevenstep/certification-rules/pages'
import { reportRulePages } from '@sevenstep/deployment-client/report'
import { rulePages as embedPages } from '@sevenstep/flow-embed/pages'
import { rulePages as flowPages } from '@sevenstep/flow-templates/pages'
import { rulePages as licensingPages } from '@sevenstep/licensing-checks/pages'
import { rulePages as listingPages } from '@sevenstep/listing-checks/pages'
import { rulePages as signInPages } from '@sevenstep/sign-in-checks/pages'

/** The page of every rule in Markdown, by rule id. */
export const allRulePages: Readonly<Record<string, string>> = {
  ...rulePages,
  ...signInPages,
  ...embedPages,
  ...flowPages,
  ...reportRulePages(),
  ...licensingPages,
  ...listingPages,
}
