import type { RuleText } from '../rule-family.ts'
import type { RuleSource } from '../rule-source.ts'

/** Makes the function that says what a rule lacks of its evidence: sources of the room's table, or the admission that there are none. */
export function evidenceFaultOf(
  sources: Readonly<Record<string, RuleSource>>,
): (rule: string, family: { readonly rules: Readonly<Record<string, RuleText>> }) => string | undefined {
  return (rule, { rules }) => {
    const text = rules[rule]
    if (text === undefined) return 'it does not exist'
    const unknown = text.sources.find((key) => !Object.hasOwn(sources, key))
    if (unknown !== undefined) return `there is no source "${unknown}"`
    return text.sources.length === 0 && text.deviation === undefined ? 'it has neither source nor deviation' : undefined
  }
}
