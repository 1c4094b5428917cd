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
      const open = openIn(ids, undecided)
      const outcome = errors.length > 0 ? 'failed' : open === undefined ? 'passed' : 'not-checked'
      const title = first === undefined ? undefined : (descriptions.get(first.ruleId)?.title ?? first.message.what)
      const fact: FamilyFact = {
        outcome,
        errors: errors.length,
        warnings,
        ...(title !== undefined && { first: title }),
        ...(outcome === 'not-checked' && open),
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

/** Why a rule was not decided, and what to hand in where something was lacking. */
type Open = Pick<FamilyFact, 'reason' | 'handIn'>

/** How a rule that runs stands where it was not decided, and whether it would have blocked. */
interface Undecided {
  readonly open: Open
  readonly blocks: boolean
}

/** The rules that run and the reasons why some were not decided; those that do not run are absent. */
function undecidedRules(
  subjects: readonly Pick<Subject, 'notChecked' | 'profile'>[],
  descriptions: ReadonlyMap<string, RuleDescription>,
): { readonly running: ReadonlySet<string>; readonly open: ReadonlyMap<string, Undecided> } {
  const running = new Set<string>()
  for (const { id, settings } of descriptions.values()) {
    if (subjects.some(({ profile }) => (settings[profile] ?? 'off') !== 'off')) running.add(id)
  }
  const open = new Map<string, Undecided>()
  for (const { notChecked = [], profile } of subjects) {
    for (const { rules, reason, handIn } of notChecked) {
      for (const rule of rules) {
        const blocks = descriptions.get(rule)?.settings[profile] === 'error'
        const known = open.get(rule)
        // What could not be told of one counts before what another lacked.
        if (known !== undefined && (known.open.handIn === undefined || handIn !== undefined)) continue
        open.set(rule, {
          open: { reason, ...(handIn !== undefined && { handIn }) },
          blocks: blocks || known?.blocks === true,
        })
      }
    }
  }
  return { running, open }
}

/**
 * Why a family is open: a rule that would have blocked was not decided, or none of its rules was. Rules that only warn leave
 * nothing open by themselves: warnings alone do not fail a family of connectors, so not knowing them does not either.
 */
function openIn(ids: readonly string[], { running, open }: ReturnType<typeof undecidedRules>): Open | undefined {
  const own = ids.filter((rule) => running.has(rule))
  const undecided = own.flatMap((rule) => open.get(rule) ?? [])
  const blocking = undecided.filter(({ blocks }) => blocks)
  const isUnseen = own.length > 0 && undecided.length === own.length
  const deciding = blocking.length > 0 ? blocking : isUnseen ? undecided : []
  const told = deciding.find((one) => one.open.handIn === undefined) ?? deciding[0]
  if (told === undefined) return undefined
  // An earlier check still counts only where nothing of the family was looked at.
  return isUnseen ? told.open : { reason: [told.open.reason, told.open.handIn].filter(Boolean).join(' ') }
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
