import type { DraftSubject, RuleSet, Subject } from '@sevenstep/findings'
import { version } from '../version.ts'

/** The name and version reports carry, so that two of them can be told apart. */
export function ruleSet(subjects: readonly Pick<DraftSubject, 'kind'>[]): RuleSet {
  const isOther = subjects.some(isAboutOtherSteps)
  return { name: isOther ? 'sevenstep rules' : 'sevenstep certification rules', version }
}

const otherKinds: ReadonlySet<string> = new Set(['app registration', 'token'])

/** True for what the rules of the steps after the first have judged. */
export function isAboutOtherSteps({ kind }: Pick<Subject, 'kind'>): boolean {
  return otherKinds.has(kind)
}
