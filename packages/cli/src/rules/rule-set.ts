import type { RuleSet } from '@sevenstep/findings'
import { version } from '../version.ts'

/** The name and version reports carry, so that two of them can be told apart. */
export function ruleSet(): RuleSet {
  return { name: 'sevenstep certification rules', version }
}
