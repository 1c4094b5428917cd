import { type DraftFinding, fillMessage, type Location, type RuleDescription, type Severity } from '@sevenstep/findings'
import { descriptionRules } from './rules/description-rules.ts'
import { preflightRules } from './rules/preflight-rules.ts'
import type { DeploymentRule } from './rules/rule-type.ts'

const rules = { ...descriptionRules, ...preflightRules } satisfies Record<string, DeploymentRule>

/** Ids of everything that is checked of a description and before an apply. */
export type DeploymentRuleId = keyof typeof rules

/** One finding about a deployment, in the words every check of this house uses. */
export function deploymentFinding(
  rule: DeploymentRuleId,
  location: Location,
  data: Readonly<Record<string, string>> = {},
  severity: Severity = rules[rule].severity,
): DraftFinding {
  return {
    ...location,
    ruleId: `deploy-${rule}`,
    severity,
    message: fillMessage(rules[rule].message, data),
    documentation: `docs/deployment-findings.md#deploy-${rule}`,
  }
}

/** Every rule about deployments, for lists, pages and report formats that carry them. */
export function describeDeploymentRules(): RuleDescription[] {
  return Object.entries<DeploymentRule>(rules).map(([id, rule]) => ({
    id: `deploy-${id}`,
    group: id in descriptionRules ? 'description' : 'preflight',
    title: rule.title,
    settings: { deployment: rule.severity },
    messages: { found: rule.message },
    codes: [],
    sources: [],
    documentation: `docs/deployment-findings.md#deploy-${id}`,
  }))
}
