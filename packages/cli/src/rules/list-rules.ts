import { describeRules } from '@sevenstep/certification-rules'
import type { RuleDescription, RuleSetting } from '@sevenstep/findings'
import type { RulesFlags } from '../commands/rules-command.ts'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { KindEntry } from '../kinds/kind.ts'
import { connectorKind, laterKinds } from '../kinds/later-kinds.ts'
import { otherRules } from './other-rules.ts'

/** `sevenstep rules`: lists the rules that fit, in the order of their steps and groups. */
export async function listRules(search: string | undefined, flags: RulesFlags, console: Console): Promise<ExitCode> {
  const wanted = laterKinds.filter(({ step }) => isOfStep(step, flags))
  const known = isOfStep(connectorKind.step, flags) ? describeRules() : []
  const rules = [...known, ...(await otherRules(wanted))].filter((rule) => fits(rule, search, flags))
  if (flags.format === 'json') {
    console.out(`${JSON.stringify(rules, undefined, 2)}\n`)
    return exitCodes.fine
  }
  if (rules.length === 0) {
    console.out('No rule fits. Try fewer words, or "sevenstep rules" for all.\n')
    return exitCodes.fine
  }
  const idWidth = Math.max(...rules.map((rule) => rule.id.length))
  let group = ''
  for (const rule of rules) {
    if (rule.group !== group) {
      group = rule.group
      console.out(`\n${group}\n`)
    }
    console.out(`  ${settingOf(rule, flags).padEnd(7)}  ${rule.id.padEnd(idWidth)}  ${rule.title}\n`)
  }
  const noun = rules.length === 1 ? 'rule' : 'rules'
  const profiles = [...new Set([flags.profile, ...wanted.flatMap((kind) => shownProfile(kind, flags) ?? [])])]
  console.out(
    `\n${rules.length} ${noun}, set as for ${profiles.join(', ')}. "sevenstep explain ID" prints a rule’s page.\n`,
  )
  return exitCodes.fine
}

function isOfStep(step: number, flags: RulesFlags): boolean {
  return flags.step === undefined || flags.step === String(step)
}

/** The profile whose settings are shown for a kind: the one asked for, or the kind's first. */
function shownProfile({ profiles }: KindEntry, { profile }: RulesFlags): string | undefined {
  return profiles.includes(profile) ? profile : profiles[0]
}

function settingOf({ settings }: RuleDescription, { profile }: RulesFlags): RuleSetting {
  // Rules of other steps know other profiles; the first of theirs is shown then.
  return settings[profile] ?? Object.values(settings)[0] ?? 'off'
}

function fits(rule: RuleDescription, search: string | undefined, flags: RulesFlags): boolean {
  if (flags.group !== undefined && rule.group !== flags.group) return false
  if (flags.severity !== undefined && settingOf(rule, flags) !== flags.severity) return false
  if (flags.fixable && rule.mend === undefined) return false
  if (search === undefined) return true
  const text = [rule.id, rule.title, rule.group, ...rule.codes].join(' ').toLowerCase()
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
