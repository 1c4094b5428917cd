import type { DraftSubject, RuleSet } from '@sevenstep/findings'
import { kindOfSubject } from '../kinds/later-kinds.ts'
import { version } from '../version.ts'

/** The name and version reports carry, so that two of them can be told apart. */
export function ruleSet(subjects: readonly Pick<DraftSubject, 'kind'>[]): RuleSet {
  const isOther = subjects.some(({ kind }) => kindOfSubject(kind).step > 1)
  return { name: isOther ? 'sevenstep rules' : 'sevenstep certification rules', version }
}
