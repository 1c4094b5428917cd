import type { RuleSetting } from '@sevenstep/findings'
import type { Profile } from './profiles.ts'
import type { Requirement } from './requirement.ts'
import { exceptions } from './severity-exceptions.ts'

const toleratedShare = 0.01
const enoughConnectors = 50

/** A setting and the sentence that says where it comes from. */
export interface JudgedSetting {
  readonly setting: RuleSetting
  readonly reason: string
}

/**
 * The setting of a requirement in a profile. What the sources call an error stays one only while practice agrees:
 * more than 1 % of recent accepted connectors (of at least 50) breaking it makes it a warning, and so does the
 * absence of any measurement; the listed exceptions are invalid input, secrets and what Microsoft's tools block.
 */
export function judgeSetting(requirement: Requirement, profile: Profile): JudgedSetting {
  const { severity, recent, independentRate, certified } = requirement
  if (severity !== 'error') return { setting: severity, reason: 'as the sources word it' }
  const exception = exceptions[requirement.id]
  if (exception !== undefined) return { setting: 'error', reason: exception }
  if (profile === 'independent-publisher' && independentRate !== undefined) {
    return independentRate > toleratedShare
      ? { setting: 'warning', reason: `${percent(independentRate)} of accepted independent connectors break it` }
      : { setting: 'error', reason: 'practice agrees' }
  }
  const rate = recent ?? certified
  if (rate === undefined && independentRate === undefined)
    return { setting: 'warning', reason: 'new: not measured on accepted connectors' }
  if (rate !== undefined && rate.of >= enoughConnectors && rate.violating / rate.of > toleratedShare) {
    return { setting: 'warning', reason: `${percent(rate.violating / rate.of)} of recent accepted connectors break it` }
  }
  return { setting: 'error', reason: 'practice agrees' }
}

/** True when nothing about the requirement was measured on accepted connectors. */
export function isUnmeasured(requirement: Requirement): boolean {
  const { certified, recent, independentRate } = requirement
  return certified === undefined && recent === undefined && independentRate === undefined
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
