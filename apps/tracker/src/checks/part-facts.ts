import type { Finding, NotChecked, RuleDescription, RuleSetting, Subject } from '@sevenstep/findings'
import { rulesHeldUpBy } from '@sevenstep/listing-checks'
import type { FamilyFact } from '@sevenstep/onboarding'
import type { FamilyOfRules } from './family-facts.ts'

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

/** The rules that a finding is one of: its own, and those that judge a value which nobody filled in. */
export function rulesOf(finding: Pick<Finding, 'ruleId' | 'pointer'>): readonly string[] {
  return [finding.ruleId, ...rulesHeldUpBy(finding)]
}

/** What facts of parts are made from. */
export interface PartSources {
  readonly subjects: readonly Pick<Subject, 'path' | 'findings' | 'notChecked' | 'profile'>[]
  /** The rules as they are set in the edition of the run. */
  readonly rules: readonly RuleDescription[]
  readonly families: readonly FamilyOfRules[]
  /**
   * When something is lacking of several subjects: `any`, each has to be looked at (offers); `all`, one that has it is enough
   * (pages of one site, packages of the same flows, customers of whom others are shown in part).
   */
  readonly lacks: 'any' | 'all'
  /** False for a finding whose words name people: rows of the checklist are read by more than who checks. All are fit when left out. */
  readonly isFit?: (finding: Finding) => boolean
}

/**
 * What a report says of each part. More strictly than of a connector's families, since people may show the same items: what
 * a warning speaks against is `advised`, what was not looked at is `not-checked`, with what to hand in where something is
 * lacking, and what is never asked of this profile is `not-needed`. Nothing is said of a part that runs in no profile.
 */
export function partFacts(sources: PartSources): Readonly<Record<string, FamilyFact>> {
  const rules = new Map(sources.rules.map((rule) => [rule.id, standingOfRule(rule, sources)]))
  return Object.fromEntries(
    partsOf(sources.families).flatMap(({ id, rules: own }) => {
      const fact = factOf(Object.keys(own).flatMap((rule) => rules.get(rule) ?? []))
      return fact === undefined ? [] : [[id, fact]]
    }),
  )
}

/** How one rule fared over all subjects. */
interface RuleStanding {
  /** The gravest setting among the subjects; `elsewhere` where it is off for all of them and on for others. */
  readonly setting: Exclude<RuleSetting, 'off'> | 'elsewhere' | 'off'
  /** A finding of another rule fails it: nobody filled in what it judges. */
  readonly isHeldUp: boolean
  /** Its own findings. */
  readonly errors: number
  readonly warnings: number
  readonly notes: number
  /** The first error, else the first warning, else the first note. */
  readonly first: string | undefined
  /** Why it looked at nothing or could not tell; absent where it looked at everything. */
  readonly open: { readonly reason: string; readonly handIn?: string } | undefined
}

function standingOfRule(rule: RuleDescription, { subjects, lacks, isFit }: PartSources): RuleStanding {
  const running = subjects.filter(({ profile }) => isOn(rule.settings[profile]))
  const found = subjects.flatMap(({ path, findings }) =>
    findings.filter((one) => rulesOf(one).includes(rule.id)).map((one) => ({ ...one, subject: path })),
  )
  const own = found.filter(({ ruleId }) => ruleId === rule.id)
  const count = (severity: Finding['severity']): number => own.filter((one) => one.severity === severity).length
  const gravest = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const one = found.find((finding) => finding.severity === severity)
    return one === undefined ? [] : [one]
  })[0]
  const setting =
    (['error', 'warning', 'info'] as const).find((one) =>
      running.some(({ profile }) => rule.settings[profile] === one),
    ) ?? (Object.values(rule.settings).some(isOn) ? 'elsewhere' : 'off')
  return {
    setting,
    isHeldUp: found.length > own.length,
    errors: count('error'),
    warnings: count('warning'),
    notes: count('info'),
    first:
      gravest === undefined
        ? undefined
        : wordsFor(gravest, rule, isFit, running.length > 1 ? gravest.subject : undefined),
    open: openOf(rule.id, running, lacks),
  }
}

/**
 * What a row of the checklist says of a finding: what its rule demands where that fails, else the finding's own words, with
 * the subject where there are several.
 */
function wordsFor(
  finding: Finding,
  rule: RuleDescription,
  isFit: PartSources['isFit'],
  subject: string | undefined,
): string {
  const isOwnError = finding.ruleId === rule.id && finding.severity === 'error'
  if (isOwnError || isFit?.(finding) === false) return rule.title
  return subject === undefined ? finding.message.what : `${subject}: ${finding.message.what}`
}

function isOn(setting: RuleSetting | undefined): boolean {
  return setting !== undefined && setting !== 'off'
}

/** Why a rule is open: what it could not tell of any subject counts first, then what it lacked. Of several it says which. */
function openOf(rule: string, subjects: PartSources['subjects'], lacks: PartSources['lacks']): RuleStanding['open'] {
  // Where one is enough, it is said what the one that has most still lacks.
  const ordered = lacks === 'all' ? subjects.toSorted((left, right) => openRules(left) - openRules(right)) : subjects
  const notes = ordered.map(({ path, notChecked = [] }) =>
    notChecked.filter(({ rules }) => rules.includes(rule)).map((note) => ({ ...note, path })),
  )
  const isOfAll = ({ reason }: NotChecked): boolean => notes.every((own) => own.some((note) => note.reason === reason))
  const named = (note: NotChecked & Pick<Subject, 'path'>): string =>
    isOfAll(note) ? note.reason : `${note.path}: ${note.reason}`
  const untold = notes.flat().find(({ handIn }) => handIn === undefined)
  if (untold !== undefined) return { reason: named(untold) }
  const lacking = notes.flat()[0]
  if (lacking?.handIn === undefined) return undefined
  const isEnough = lacks === 'all' && notes.some((own) => own.length === 0)
  return isEnough ? undefined : { reason: named(lacking), handIn: lacking.handIn }
}

function openRules({ notChecked = [] }: PartSources['subjects'][number]): number {
  return new Set(notChecked.flatMap(({ rules }) => rules)).size
}

function factOf(rules: readonly RuleStanding[]): FamilyFact | undefined {
  const running = rules.filter(({ setting }) => setting !== 'off' && setting !== 'elsewhere')
  const sum = (key: 'errors' | 'warnings' | 'notes'): number => running.reduce((all, rule) => all + rule[key], 0)
  const counts = { errors: sum('errors'), warnings: sum('warnings') }
  if (running.length === 0) {
    return rules.some(({ setting }) => setting === 'elsewhere') ? { outcome: 'not-needed', ...counts } : undefined
  }
  const blocking = running.filter(({ setting }) => setting === 'error')
  const deciding = blocking.length > 0 ? blocking : running
  const told = firstOf(running)
  if (counts.errors > 0 || running.some(({ isHeldUp }) => isHeldUp)) return { outcome: 'failed', ...counts, ...told }
  const advised: FamilyFact = { outcome: 'advised', ...counts, ...told }
  // A warning stands, however much was not looked at; a note often says no more than what was lacking.
  if (counts.warnings > 0) return advised
  const open = deciding.filter((rule) => rule.open !== undefined)
  const lacking = open.find(({ open: why }) => why?.handIn !== undefined)?.open
  if (lacking !== undefined && deciding.every(({ open: why }) => why?.handIn !== undefined)) {
    return { outcome: 'not-checked', ...counts, ...lacking }
  }
  // Where nothing may block, a note speaks against the item as well as a warning does.
  if (blocking.length === 0 && sum('notes') > 0) return advised
  if (open.length > 0) {
    const why = open.find((rule) => rule.open?.handIn === undefined)?.open ?? lacking
    return { outcome: 'not-checked', ...counts, reason: wordsOf(why) }
  }
  return { outcome: 'passed', ...counts }
}

function firstOf(rules: readonly RuleStanding[]): { readonly first?: string } {
  const gravest =
    rules.find(({ errors, isHeldUp }) => errors > 0 || isHeldUp) ??
    rules.find(({ warnings }) => warnings > 0) ??
    rules.find((rule) => rule.notes > 0)
  return gravest?.first === undefined ? {} : { first: gravest.first }
}

function wordsOf(why: RuleStanding['open']): string {
  return [why?.reason, why?.handIn].filter((part) => part !== undefined).join(' ')
}
