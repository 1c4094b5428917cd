import { describeRules } from '@sevenstep/certification-rules'
import { type Report, type RuleDescription, suppressionRules } from '@sevenstep/findings'
import { kindOfSubject, laterKinds } from '../kinds/later-kinds.ts'

/** Every rule a report of `check` can name. */
export async function reportRules({ subjects }: Report): Promise<readonly RuleDescription[]> {
  const known = [...describeRules(), ...suppressionRules]
  const steps = new Set(subjects.map(({ kind }) => kindOfSubject(kind).name))
  const kinds = laterKinds.filter(({ name }) => steps.has(name))
  if (kinds.length === 0) return known
  const { otherRules } = await import('./other-rules.ts')
  return [...known, ...(await otherRules(kinds))]
}
