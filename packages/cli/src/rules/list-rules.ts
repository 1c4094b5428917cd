import { describeRules } from '@sevenstep/certification-rules'
import type { RuleDescription, RuleSetting } from '@sevenstep/findings'
import type { RulesFlags } from '../commands/rules-command.ts'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { otherRules } from './other-rules.ts'

/** `sevenstep rules`: lists the rules that fit, in the order of their groups. */
export function listRules(search: string | undefined, flags: RulesFlags, console: Console): ExitCode {
  const rules = [...describeRules(), ...otherRules()].filter((rule) => fits(rule, search, flags))
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
  console.out(
    `\n${rules.length} ${rules.length === 1 ? 'rule' : 'rules'}, set as for ${flags.profile}${isForConnectors(flags) ? ' and production' : ''}. "sevenstep explain ID" prints a rule’s page.\n`,
  )
  return exitCodes.fine
}

function settingOf(rule: RuleDescription, flags: RulesFlags): RuleSetting {
  // Rules of other steps know other profiles; the first of theirs is shown then.
  return rule.settings[flags.profile] ?? rule.settings.production ?? rule.settings['verified-publisher'] ?? 'off'
}

function isForConnectors({ profile }: RulesFlags): boolean {
  return profile !== 'production' && profile !== 'development'
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
