import type { RuleSetting } from '@sevenstep/findings'
import type { RuleChoice } from '@sevenstep/rule-engine'
import { requirements } from '../generated/requirements.ts'
import type { Profile, Target } from './profiles.ts'
import type { Requirement } from './requirement.ts'
import type { RuleText } from './rule-family.ts'
import { judgeSetting } from './severity-policy.ts'

/** Which rules run, and how gravely they speak. */
export interface Selection extends RuleChoice {
  readonly profile: Profile
  readonly target: Target
}

const requirementById: ReadonlyMap<string, Requirement> = new Map(requirements.map((entry) => [entry.id, entry]))

/** The measured facts of a rule; rules of our own have none. */
export function requirementOf(rule: string): Requirement | undefined {
  return requirementById.get(rule)
}

/** What a rule is set to in a profile and for a target, before anybody overrides it. */
export function defaultSetting(rule: string, text: RuleText, profile: Profile, target: Target): RuleSetting {
  if (text.profiles !== undefined && !text.profiles.includes(profile)) return 'off'
  const special = text.perTarget?.[target]
  if (special !== undefined) return special
  const requirement = requirementOf(rule)
  return requirement === undefined ? 'warning' : judgeSetting(requirement, profile).setting
}
