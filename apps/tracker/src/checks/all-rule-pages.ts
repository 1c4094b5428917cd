import { rulePages } from '@sevenstep/certification-rules/pages'
import { reportRulePages } from '@sevenstep/deployment-client/report'
import { rulePages as signInPages } from '@sevenstep/sign-in-checks/pages'

/** The page of every rule in Markdown, by rule id. */
export const allRulePages: Readonly<Record<string, string>> = {
  ...rulePages,
  ...signInPages,
  ...reportRulePages(),
}
