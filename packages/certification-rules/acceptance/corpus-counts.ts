import { checkConnector } from '../src/engine/check-connector.ts'
import type { CorpusEntry } from './corpus.ts'

/** Of how many connectors a rule speaks, and how often, per profile. */
export interface RuleCount {
  readonly connectors: number
  readonly findings: number
}

/** Connectors of a group, and how many of them have no error. */
export interface GroupCount {
  readonly connectors: number
  readonly withoutError: number
}

/** The verdicts over a whole corpus. */
export interface CorpusCounts {
  /** By profile; `verified-publisher since 2023` are those first added then. */
  readonly groups: Readonly<Record<string, GroupCount>>
  /** Counts by `profile severity rule`, sorted. */
  readonly rules: Readonly<Record<string, RuleCount>>
  /** Every error on a connector of a verified publisher: `folder: rule file#pointer`, sorted. */
  readonly errors: readonly string[]
}

type Tally<Count> = { -readonly [Key in keyof Count]: Count[Key] }

/** Checks every connector with its own profile and counts what is said. */
export function countCorpus(entries: readonly CorpusEntry[]): CorpusCounts {
  const groups: Record<string, Tally<GroupCount>> = {}
  const rules = new Map<string, Tally<RuleCount>>()
  const errors: string[] = []
  for (const { profile, folder, firstAdded = '', read } of entries) {
    const { findings } = checkConnector(read(), { profile, path: folder }).subject
    const isVerified = profile === 'verified-publisher'
    const grave = findings.filter(({ severity }) => severity === 'error')
    for (const group of isVerified && firstAdded >= '2023' ? [profile, `${profile} since 2023`] : [profile]) {
      groups[group] ??= { connectors: 0, withoutError: 0 }
      groups[group].connectors++
      if (grave.length === 0) groups[group].withoutError++
    }
    const here = new Map<string, number>()
    for (const { severity, ruleId } of findings) {
      const key = `${profile} ${severity} ${ruleId}`
      here.set(key, (here.get(key) ?? 0) + 1)
    }
    for (const [key, count] of here) {
      const sum = rules.get(key) ?? { connectors: 0, findings: 0 }
      rules.set(key, { connectors: sum.connectors + 1, findings: sum.findings + count })
    }
    if (isVerified)
      for (const { ruleId, file, pointer = '' } of grave) errors.push(`${folder}: ${ruleId} ${file}#${pointer}`)
  }
  return {
    groups,
    rules: Object.fromEntries([...rules].sort(([left], [right]) => (left < right ? -1 : 1))),
    errors: errors.sort(),
  }
}
