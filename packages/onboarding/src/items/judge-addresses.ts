import type { ItemFacts, Judgement, Verification } from '../item.ts'
import { judgeProbe } from '../probe/judge-probe.ts'
import type { ProbeRule } from '../probe/probe-rule.ts'
import type { Text } from '../vocabulary.ts'
import { judgeEvidence, standingReview } from './judge.ts'

/** Judges by what a machine saw at the addresses handed in, where that settles it; else by what people said of them. */
export function judgeProbeOrEvidence(rule: ProbeRule, handIn: Text): (facts: ItemFacts) => Judgement {
  const byEvidence = judgeEvidence(handIn)
  return (facts) => settledByProbe(rule, facts) ?? byEvidence(facts)
}

/**
 * What was seen, where it settles the item: everything was, or something plainly failed. Nothing where a reviewer has turned
 * down what is handed in, since a person may see that a page which opens is the wrong one.
 */
export function settledByProbe(
  rule: ProbeRule,
  { probe, review, evidence, now }: Pick<ItemFacts, 'probe' | 'review' | 'evidence' | 'now'>,
): Exclude<Judgement, { outcome: 'unknown' | 'not-needed' }> | undefined {
  if (probe === undefined || probe.addresses.length === 0) return undefined
  const verdict = standingReview(review, evidence?.at)
  if (verdict === 'changes-requested' || verdict === 'rejected') return undefined
  const judged = judgeProbe(rule, probe, now)
  return judged.outcome === 'done' || judged.outcome === 'missing' ? judged : undefined
}

/** The rule by which addresses handed in for an item are looked at; undefined where no machine looks. */
export function probeRuleOf({ verification }: { readonly verification: Verification }): ProbeRule | undefined {
  return 'probe' in verification ? verification.probe : undefined
}
