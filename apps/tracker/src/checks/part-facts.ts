import type { Finding, NotChecked, RuleDescription, Subject } from '@sevenstep/findings'
import type { FamilyFact } from '@sevenstep/onboarding'
import { type FamilyOfRules, familyFacts } from './family-facts.ts'

/**
 * Everything that items may name of a room: each rule by itself, and each family as a whole. Where both have one name it
 * is the rule's.
 */
export function partsOf(families: readonly FamilyOfRules[]): readonly FamilyOfRules[] {
  const rules = families.flatMap((family) =>
    Object.entries(family.rules).map(([id, rule]) => [id, { [id]: rule }] as const),
  )
  const parts = new Map([...families.map(({ id, rules: own }) => [id, own] as const), ...rules])
  return [...parts].map(([id, own]) => ({ id, rules: own }))
}

/**
 * What a report says of each part. More strictly than of a connector's families, since people may show the same items: a
 * part of which nothing was looked at is left open, and so is one whose rules only advise and found something to say. Where
 * something has to be handed in first, nothing is said: an earlier run that had it is not contradicted.
 *
 * @param hasNothing true for a family that had nothing to judge in these files; that it found nothing is no fact then
 */
export function partFacts(
  subjects: readonly Pick<Subject, 'findings' | 'notChecked' | 'profile'>[],
  rules: readonly RuleDescription[],
  families: readonly FamilyOfRules[],
  hasNothing: (family: string) => boolean = () => false,
): Readonly<Record<string, FamilyFact>> {
  const parts = partsOf(families)
  const empty: ReadonlySet<string> = new Set(
    families.filter(({ id }) => hasNothing(id)).flatMap((family) => Object.keys(family.rules)),
  )
  const facts = familyFacts(subjects, rules, parts)
  const settings = new Map(rules.map((rule) => [rule.id, rule.settings]))
  const found: ReadonlySet<string> = new Set(subjects.flatMap(({ findings }) => findings.map(ruleOf)))
  const unchecked: ReadonlySet<string> = new Set(
    subjects.flatMap(({ notChecked = [] }) => notChecked.flatMap((one) => one.rules)),
  )
  const lacking = rulesThatLack(subjects)
  const isSet = (rule: string, wanted: readonly string[]): boolean =>
    subjects.some(({ profile }) => wanted.includes(settings.get(rule)?.[profile] ?? 'off'))
  return Object.fromEntries(
    parts.flatMap(({ id, rules: own }) => {
      const fact = facts[id]
      if (fact === undefined) return []
      if (fact.outcome === 'passed' && Object.keys(own).every((rule) => empty.has(rule))) return []
      const running = Object.keys(own).filter((rule) => isSet(rule, ['error', 'warning', 'info']))
      const mayBlock = running.some((rule) => isSet(rule, ['error']))
      const isOpen =
        running.every((rule) => unchecked.has(rule)) ||
        (!mayBlock && running.some((rule) => unchecked.has(rule) || found.has(rule)))
      const outcome = fact.outcome === 'passed' && isOpen ? 'not-checked' : fact.outcome
      const unseen = running.filter((rule) => unchecked.has(rule))
      const isSilent =
        unseen.length > 0 && unseen.every((rule) => lacking.has(rule)) && !running.some((rule) => found.has(rule))
      return outcome === 'not-checked' && isSilent ? [] : [[id, { ...fact, outcome }]]
    }),
  )
}

/** Rules that could not look because something was not handed in, and for no other reason. */
function rulesThatLack(subjects: readonly Pick<Subject, 'notChecked'>[]): ReadonlySet<string> {
  const notes = subjects.flatMap(({ notChecked = [] }) => notChecked)
  const rulesOf = (one: readonly NotChecked[]): readonly string[] => one.flatMap(({ rules }) => rules)
  const undecided = new Set(rulesOf(notes.filter(({ handIn }) => handIn === undefined)))
  return new Set(rulesOf(notes.filter(({ handIn }) => handIn !== undefined)).filter((rule) => !undecided.has(rule)))
}

function ruleOf({ ruleId }: Finding): string {
  return ruleId
}
