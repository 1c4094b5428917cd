import { toSafeLines } from '@sevenstep/findings'
import { sources } from '../data/sources.ts'
import { type EntitlementRule, entitlementRules } from '../entitlement/entitlement-rules.ts'
import type { Entitlement } from '../entitlement/judge-entitlements.ts'
import { reasonOf } from '../entitlement/outcome.ts'

const head = ['user', 'flow', 'state', 'rule', 'licence', 'closed by', 'reason', 'confidence', 'source']

/**
 * The answers as a table, line by line, so that a large one need not be held: a line for each person and flow. A
 * spreadsheet computes nothing of it, whatever names hold.
 */
export function* entitlementLines(entitlements: Iterable<Entitlement>): Generator<string, void, undefined> {
  yield csvLine(head)
  for (const { who, flow, state, outcome } of entitlements) {
    const { sources: keys, confidence }: EntitlementRule = entitlementRules[outcome.rule]
    yield csvLine([
      who,
      flow.name,
      state,
      outcome.rule,
      outcome.licence ?? '',
      outcome.closes.join(' or '),
      reasonOf(outcome),
      confidence ?? 'documented',
      keys.map((key) => sources[key].address).join(' '),
    ])
  }
}

/**
 * A line of a table: what a spreadsheet would take for a formula gets an apostrophe before it, and what a terminal or a
 * build server would obey is made visible, since tables are printed as well as saved.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(safeCell).join(',')}\r\n`
}

/** Controls, signs that turn the direction of text around, and beginnings of commands of build servers. */
const obeyed = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]|::|##/u

function safeCell(given: string): string {
  const cell = obeyed.test(given) ? toSafeLines(given) : given
  // A sheet looks past blanks in front of a formula, and takes full-width signs for signs.
  const armed = /^[\s\u00a0\ufeff]*[=+\-@\t\r\n|%\uff1d\uff0b\uff0d\uff20]/.test(given) ? `'${cell}` : cell
  return /[",;\r\n\t']/.test(armed) ? `"${armed.replaceAll('"', '""')}"` : armed
}
