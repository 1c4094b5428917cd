import type { RuleDescription, RuleSetting } from '@sevenstep/findings'
import { documentationOf } from './documentation.ts'
import { profiles } from './profiles.ts'
import type { RuleFamily } from './rule-family.ts'
import { defaultSetting, requirementOf } from './settings.ts'
import { isUnmeasured } from './severity-policy.ts'

/** One rule of a family without what it takes to run it. */
export function describeRule(family: RuleFamily, id: string): RuleDescription {
  const text = family.rules[id]
  const requirement = requirementOf(id)
  const settings: Record<string, RuleSetting> = {}
  for (const profile of profiles)
    settings[profile] = text === undefined ? 'off' : defaultSetting(id, text, profile, 'repository')
  const mend = family.mends?.[id] === undefined ? undefined : text?.mend
  return {
    id,
    group: requirement?.group ?? family.id.split('-')[0] ?? family.id,
    title: text?.title ?? id,
    settings,
    messages: text?.messages ?? {},
    codes: requirement?.codes ?? [],
    sources: requirement?.sources ?? [],
    ...(mend !== undefined && { mend }),
    ...(requirement !== undefined && isUnmeasured(requirement) && { isNew: true }),
    documentation: documentationOf(id),
  }
}
