import type { DraftFinding } from '@sevenstep/findings'

/** Notes are advice: they are mended when their rule is asked for by name, so that a mended file shows what mattered. */
export function isWorthMending({ severity, ruleId }: DraftFinding, asked: readonly string[] | undefined): boolean {
  return severity !== 'info' || asked?.includes(ruleId) === true
}
