import type { Mend, RuleContext } from '@sevenstep/rule-engine'
import type { Edition, FlowSubject, Profile } from '../../checks/flow-subject.ts'
import type { LeakRule } from '../../scrub/leak.ts'
import { cleanedValue } from '../../scrub/scrub-package.ts'

/** Reports what leaks under some rules, at its places. */
export function reportLeaks(
  rules: readonly LeakRule[],
  { subject, report }: Pick<RuleContext<FlowSubject, Profile, Edition>, 'subject' | 'report'>,
): void {
  for (const { rule, message, data, at } of subject.leaks) if (rules.includes(rule)) report(rule, at, { message, data })
}

/** Mends a leak as `scrub` does. */
export function mendLeak(rule: LeakRule): Mend<FlowSubject> {
  return ({ subject, node, message, edit }) => {
    if (node === undefined) return
    const own = subject.leaks.filter((leak) => leak.node === node && leak.rule === rule && leak.message === message)
    if (own.length === 0) return
    const cleaned = cleanedValue(node.value, own)
    if (cleaned === undefined) edit.remove(node)
    else edit.set(node, cleaned)
  }
}
