import { checkConnector } from '../src/engine/check-connector.ts'
import type { CorpusEntry } from './corpus.ts'

/** Of how many connectors a rule speaks, and how often, per profile. */
export interface RuleCount {
  readonly connectors: number
  readonly findings: number
}

/** The verdicts over a whole corpus. */
export interface CorpusCounts {
  /** Connectors per profile. */
  readonly connectors: Readonly<Record<string, number>>
  /** Connectors per profile without any error. */
  readonly withoutError: Readonly<Record<string, number>>
  /** Counts by `profile severity rule`, sorted. */
  readonly rules: Readonly<Record<string, RuleCount>>
}

/** Checks every connector with its own profile and counts what is said. */
export function countCorpus(entries: readonly CorpusEntry[]): CorpusCounts {
  const connectors: Record<string, number> = {}
  const withoutError: Record<string, number> = {}
  const rules = new Map<string, { connectors: number; findings: number }>()
  for (const { profile, folder, read } of entries) {
    const { findings } = checkConnector(read(), { profile, path: folder }).subject
    connectors[profile] = (connectors[profile] ?? 0) + 1
    if (!findings.some(({ severity }) => severity === 'error')) withoutError[profile] = (withoutError[profile] ?? 0) + 1
    const here = new Map<string, number>()
    for (const { severity, ruleId } of findings) {
      const key = `${profile} ${severity} ${ruleId}`
      here.set(key, (here.get(key) ?? 0) + 1)
    }
    for (const [key, count] of here) {
      const sum = rules.get(key) ?? { connectors: 0, findings: 0 }
      rules.set(key, { connectors: sum.connectors + 1, findings: sum.findings + count })
    }
  }
  return {
    connectors,
    withoutError,
    rules: Object.fromEntries([...rules].sort(([left], [right]) => (left < right ? -1 : 1))),
  }
}
