import type { RuleText } from '@sevenstep/rule-engine'
import { sources } from '../data/sources.ts'

/** What a rule lacks of its evidence: sources that are known, or the admission that there are none. */
export function evidenceFault(
  rule: string,
  family: { readonly rules: Readonly<Record<string, RuleText>> },
): string | undefined {
  const text = family.rules[rule]
  if (text === undefined) return 'it does not exist'
  const unknown = text.sources.find((key) => !Object.hasOwn(sources, key))
  if (unknown !== undefined) return `there is no source "${unknown}"`
  return text.sources.length === 0 && text.deviation === undefined ? 'it has neither source nor deviation' : undefined
}
