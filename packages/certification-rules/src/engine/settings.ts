import type { RuleSetting, Severity } from '@sevenstep/findings'
import { requirements } from '../generated/requirements.ts'
import type { Profile, Target } from './profiles.ts'
import type { Requirement } from './requirement.ts'
import type { RuleFamily, RuleText } from './rule-family.ts'
import { judgeSetting } from './severity-policy.ts'

/** Which rules run, and how gravely they speak. */
export interface Selection {
  readonly profile: Profile
  readonly target: Target
  /** Own settings per rule id; they win over everything else. */
  readonly settings?: Readonly<Record<string, RuleSetting>>
  /** Run these rules and no others; one that is off speaks as `info`. */
  readonly only?: readonly string[]
  /** Rules not to run. */
  readonly skip?: readonly string[]
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

/** The severity of each rule of the families that runs; rules that do not run are left out. */
export function selectRules(families: readonly RuleFamily[], selection: Selection): ReadonlyMap<string, Severity> {
  const { profile, target, settings = {}, only, skip = [] } = selection
  const wanted = only === undefined ? undefined : new Set(only)
  const skipped = new Set(skip)
  const severities = new Map<string, Severity>()
  for (const family of families) {
    for (const [rule, text] of Object.entries(family.rules)) {
      if (skipped.has(rule) || (wanted !== undefined && !wanted.has(rule))) continue
      const own = Object.hasOwn(settings, rule) ? settings[rule] : undefined
      const setting = own ?? defaultSetting(rule, text, profile, target)
      if (setting !== 'off') severities.set(rule, setting)
      else if (wanted !== undefined) severities.set(rule, 'info')
    }
  }
  return severities
}
