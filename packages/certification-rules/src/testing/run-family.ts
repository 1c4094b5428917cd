import type { Connector } from '@sevenstep/connector-schema'
import type { DraftFinding, RuleSetting } from '@sevenstep/findings'
import { checkConnector } from '../engine/check-connector.ts'
import type { RuleFamily } from '../engine/rule-family.ts'
import { defaultSetting } from '../engine/settings.ts'
import type { Given } from './given-connector.ts'

/** Runs one family over a connector with every rule on that concerns the profile; rules that are off speak as `info`. */
export function runFamily(
  family: RuleFamily,
  connector: Connector,
  given: Given,
  withEdits = false,
): readonly DraftFinding[] {
  const profile = given.profile ?? 'verified-publisher'
  const target = given.target ?? 'repository'
  const settings: Record<string, RuleSetting> = {}
  for (const [rule, text] of Object.entries(family.rules)) {
    const isConcerned = text.profiles === undefined || text.profiles.includes(profile)
    const setting = defaultSetting(rule, text, profile, target)
    settings[rule] = isConcerned && setting === 'off' ? 'info' : setting
  }
  const { knownTitles, contents } = given
  return checkConnector(connector, {
    families: [family],
    profile,
    target,
    settings,
    withEdits,
    ...(knownTitles !== undefined && { knownTitles }),
    ...(contents !== undefined && { contents }),
  }).subject.findings
}
