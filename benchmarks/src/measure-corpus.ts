import { type CheckOptions, checkConnector, type RuleFamily, ruleFamilies } from '@sevenstep/certification-rules'
import { createSubject } from '@sevenstep/findings'
import { comparableRules } from './comparable-rules.ts'
import { type CorpusConnector, parsePlainly, readCorpusConnector } from './corpus-files.ts'
import { measureRounds, ratioInRounds } from './measure-rounds.ts'
import type { Figure } from './results.ts'

/** Definitions and properties of the whole corpus, as multiples of reading and `JSON.parse` (R) in the same round. */
export function measureCorpus(corpus: readonly CorpusConnector[], rounds: number): Figure[] {
  const only = comparableRules.map(({ ours }) => ours)
  const silent = ruleFamilies.map(silenced)
  const measured = measureRounds(
    {
      R: () => parsePlainly(corpus),
      read: () => sum(corpus, (one) => readCorpusConnector(one).paths.length),
      rules: () => sum(corpus, (one) => checkOne(one, { families: silent })),
      check: () => sum(corpus, (one) => checkOne(one, {})),
      report: () => sum(corpus, (one) => reportOne(one, {})),
      comparable: () => sum(corpus, (one) => reportOne(one, { only })),
    },
    rounds,
  )
  const value = (step: string) => ratioInRounds(measured, step, 'R')
  const rules = ruleFamilies.reduce((count, family) => count + Object.keys(family.rules).length, 0)
  const findings = measured.found.report ?? 0
  const unit = 'R'
  return [
    { what: 'reading, with positions', unit, value: value('read') },
    { what: 'reading and rules, nothing worded', unit, value: value('rules'), rules },
    { what: 'reading, rules, findings worded', unit, value: value('check'), rules, findings },
    { what: 'the same, sorted and with fingerprints', unit, value: value('report'), goal: 2.5, rules, findings },
    {
      what: 'the same with the comparable rules',
      unit,
      value: value('comparable'),
      goal: 2,
      rules: only.length,
      findings: measured.found.comparable ?? 0,
    },
  ]
}

function sum(corpus: readonly CorpusConnector[], count: (one: CorpusConnector) => number): number {
  return corpus.reduce((total, one) => total + count(one), 0)
}

function checkOne(one: CorpusConnector, options: CheckOptions): number {
  return checkConnector(readCorpusConnector(one), { ...options, path: one.path }).subject.findings.length
}

/** Everything a caller gets to see: findings in order, with fingerprints, counted. */
function reportOne(one: CorpusConnector, options: CheckOptions): number {
  return createSubject(checkConnector(readCorpusConnector(one), { ...options, path: one.path }).subject).findings.length
}

/** The same family, which keeps what it finds to itself: shows what looking costs without telling. */
function silenced(family: RuleFamily): RuleFamily {
  return { ...family, check: (context) => family.check({ ...context, report() {} }) }
}
