import type { RuleDescription } from './rule.ts'
import type { RuleSetting } from './severity.ts'

/** What each rule is set to, and which overrides name no rule. */
export interface ResolvedSettings {
  /** Setting per rule id, for every rule given, in the order given. */
  readonly settings: ReadonlyMap<string, RuleSetting>
  /** Rule ids in the overrides that do not exist, sorted: most likely a slip of the pen that the user wants to hear of. */
  readonly unknownRules: readonly string[]
}

/**
 * Settles the severity of every rule: an override for its id wins over what the profile says. A rule that says
 * nothing about the profile is `off` in it.
 */
export function resolveSettings(
  rules: readonly Pick<RuleDescription, 'id' | 'settings'>[],
  profile: string,
  overrides: Readonly<Record<string, RuleSetting>> = {},
): ResolvedSettings {
  const wanted = new Map(Object.entries(overrides))
  const settings = new Map<string, RuleSetting>()
  for (const rule of rules) {
    const ofProfile = Object.hasOwn(rule.settings, profile) ? rule.settings[profile] : undefined
    settings.set(rule.id, wanted.get(rule.id) ?? ofProfile ?? 'off')
  }
  return { settings, unknownRules: [...wanted.keys()].filter((id) => !settings.has(id)).sort() }
}
