import type { RuleSetting, Severity } from '@sevenstep/findings'
import type { PlannedRule } from './planned-rule.ts'

/** Which rules somebody wants to run, and how gravely they speak. */
export interface RuleChoice {
  /** Own settings per rule id; they win over everything else. */
  readonly settings?: Readonly<Record<string, RuleSetting>> | undefined
  /** Run these rules and no others; one that is off speaks as `info`. */
  readonly only?: readonly string[] | undefined
  /** Rules not to run. */
  readonly skip?: readonly string[] | undefined
}

/** The part of a family that planning looks at. */
interface FamilyOf<Text> {
  readonly rules: Readonly<Record<string, Text>>
}

/** The families with rules that run, and these rules by id. */
export interface RulePlan<Family, Subject> {
  readonly families: readonly Family[]
  readonly rules: ReadonlyMap<string, PlannedRule<Subject>>
}

/** How a room settles and prepares its rules. */
export interface Planning<Family, Text, Choice, Subject> {
  /** What a rule is set to before anybody overrides it. */
  settingOf(rule: string, text: Text, choice: Choice): RuleSetting
  plan(rule: string, text: Text, severity: Severity, family: Family, isSetByUser: boolean): PlannedRule<Subject>
}

const mostPlans = 50

/**
 * Makes the function that says what runs for a choice. The same plan is used again for the next subject with an equal
 * choice, because a folder holds hundreds; so a choice may hold nothing but plain data.
 */
export function createRulePlanner<Text, Family extends FamilyOf<Text>, Choice extends RuleChoice, Subject>(
  planning: Planning<Family, Text, Choice, Subject>,
): (families: readonly Family[], choice: Choice) => RulePlan<Family, Subject> {
  const plans = new WeakMap<readonly Family[], Map<string, RulePlan<Family, Subject>>>()
  return (families, choice) => {
    const key = JSON.stringify(choice)
    let known = plans.get(families)
    if (known === undefined || known.size >= mostPlans) {
      known = new Map()
      plans.set(families, known)
    }
    let plan = known.get(key)
    if (plan === undefined) {
      plan = makePlan(families, choice, planning)
      known.set(key, plan)
    }
    return plan
  }
}

function makePlan<Text, Family extends FamilyOf<Text>, Choice extends RuleChoice, Subject>(
  families: readonly Family[],
  choice: Choice,
  planning: Planning<Family, Text, Choice, Subject>,
): RulePlan<Family, Subject> {
  const severities = selectRules(families, choice, planning.settingOf)
  const { settings = {} } = choice
  const rules = new Map<string, PlannedRule<Subject>>()
  const running: Family[] = []
  for (const family of families) {
    let runs = false
    for (const [id, text] of Object.entries(family.rules)) {
      const severity = severities.get(id)
      if (severity === undefined) continue
      rules.set(id, planning.plan(id, text, severity, family, Object.hasOwn(settings, id)))
      runs = true
    }
    if (runs) running.push(family)
  }
  return { families: running, rules }
}

/** The severity of each rule of the families that runs; rules that do not run are left out. */
export function selectRules<Text, Choice extends RuleChoice>(
  families: readonly FamilyOf<Text>[],
  choice: Choice,
  settingOf: (rule: string, text: Text, choice: Choice) => RuleSetting,
): ReadonlyMap<string, Severity> {
  const { settings = {}, only, skip = [] } = choice
  const wanted = only === undefined ? undefined : new Set(only)
  const skipped = new Set(skip)
  const severities = new Map<string, Severity>()
  for (const family of families) {
    for (const [rule, text] of Object.entries(family.rules)) {
      if (skipped.has(rule) || (wanted !== undefined && !wanted.has(rule))) continue
      const own = Object.hasOwn(settings, rule) ? settings[rule] : undefined
      const setting = own ?? settingOf(rule, text, choice)
      if (setting !== 'off') severities.set(rule, setting)
      else if (wanted !== undefined) severities.set(rule, 'info')
    }
  }
  return severities
}
