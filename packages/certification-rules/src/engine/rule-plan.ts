import type { Connector } from '@sevenstep/connector-schema'
import { createRulePlanner, planRule, type RulePlan } from '@sevenstep/rule-engine'
import { documentationOf } from './documentation.ts'
import { policyFamilyOf } from './policy-codes.ts'
import type { Mend, RuleFamily, RuleText } from './rule-family.ts'
import { defaultSetting, requirementOf, type Selection } from './settings.ts'

const planner = createRulePlanner<RuleText, RuleFamily, Selection, Connector>({
  settingOf: (rule, text, { profile, target }) => defaultSetting(rule, text, profile, target),
  plan(id, text, severity, family, isSetByUser) {
    const known = requirementOf(id)?.codes[0]
    return planRule(text, {
      id,
      severity,
      isSetByUser,
      documentation: documentationOf(id),
      code: known ?? policyFamilyOf(id)?.code,
      isCodeUncertain: known === undefined,
      mend: mendOf(family.mends?.[id]),
    })
  },
})

/** What runs for a selection. The same plan is used again for the next connector: a repository holds hundreds. */
export function planRules(families: readonly RuleFamily[], selection: Selection): RulePlan<RuleFamily, Connector> {
  const { profile, target, settings, only, skip } = selection
  return planner(families, {
    profile,
    target,
    ...(settings !== undefined && { settings }),
    ...(only !== undefined && { only }),
    ...(skip !== undefined && { skip }),
  })
}

function mendOf(mend: Mend | undefined): ReturnType<typeof planRule<Connector>>['mend'] {
  return mend === undefined ? undefined : ({ subject: connector, ...context }) => mend({ connector, ...context })
}
