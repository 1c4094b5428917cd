import { ruleFamilies } from '@sevenstep/certification-rules'
import type { Finding, RuleDescription, Subject } from '@sevenstep/findings'
import { type FamilyFact, items, type RuleRoom } from '@sevenstep/onboarding'

/** What is looked at of a family, whichever room it is of. */
export interface FamilyOfRules {
  readonly id: string
  readonly rules: Readonly<Record<string, unknown>>
}

/** What a report says of each family of rules; a family that does not apply to these files has nothing against it. */
export function familyFacts(
  subjects: readonly Pick<Subject, 'findings' | 'notChecked' | 'profile'>[],
  rules: readonly RuleDescription[],
  families: readonly FamilyOfRules[] = ruleFamilies,
): Readonly<Record<string, FamilyFact>> {
  const descriptions = new Map(rules.map((rule) => [rule.id, rule]))
  const findings = groupByRule(subjects.flatMap((subject) => subject.findings))
  const undecided = undecidedRules(subjects, descriptions)
  return Object.fromEntries(
    families.map(({ id, rules: own }) => {
      const ids = Object.keys(own)
      const found = ids.flatMap((rule) => findings.get(rule) ?? [])
      const errors = found.filter(({ severity }) => severity === 'error')
      const warnings = found.filter(({ severity }) => severity === 'warning').length
      const first = errors[0] ?? found.find(({ severity }) => severity === 'warning')
      const outcome = errors.length > 0 ? 'failed' : ids.some((rule) => undecided.has(rule)) ? 'not-checked' : 'passed'
      const title = first === undefined ? undefined : (descriptions.get(first.ruleId)?.title ?? first.message.what)
      const fact: FamilyFact = {
        outcome,
        errors: errors.length,
        warnings,
        ...(title !== undefined && { first: title }),
      }
      return [id, fact]
    }),
  )
}

function groupByRule(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const known = groups.get(finding.ruleId)
    if (known === undefined) groups.set(finding.ruleId, [finding])
    else known.push(finding)
  }
  return groups
}

/**
 * Rules that could not be decided and would have blocked. One that can only warn leaves nothing open: warnings alone do
 * not fail a family, so not knowing them does not either.
 */
function undecidedRules(
  subjects: readonly Pick<Subject, 'notChecked' | 'profile'>[],
  descriptions: ReadonlyMap<string, RuleDescription>,
): ReadonlySet<string> {
  return new Set(
    subjects.flatMap(({ notChecked = [], profile }) =>
      notChecked.flatMap(({ rules }) => rules.filter((rule) => descriptions.get(rule)?.settings[profile] === 'error')),
    ),
  )
}

/** The room whose rules decide each family that an item names. */
const roomOfFamily: ReadonlyMap<string, RuleRoom> = new Map(
  items.flatMap(({ verification }) => {
    const named =
      verification.by === 'automatic' ? verification : 'rules' in verification ? verification.rules : undefined
    return named === undefined ? [] : named.families.map((family) => [family, named.room] as const)
  }),
)

/**
 * The facts that an item rests on. Two rooms may have families of one name, so a fact counts only where the item that
 * names the family is decided by the room that it comes from.
 */
export function factsThatCount(
  room: RuleRoom,
  facts: Readonly<Record<string, FamilyFact>>,
): Readonly<Record<string, FamilyFact>> {
  return Object.fromEntries(Object.entries(facts).filter(([family]) => roomOfFamily.get(family) === room))
}
