/** How grave a finding is. `error` blocks, `warning` deserves a look, `info` is advice. */
export type Severity = 'error' | 'warning' | 'info'

/** What a profile may set a rule to: a severity, or `off` for a rule that does not run unless it is asked for. */
export type RuleSetting = Severity | 'off'

/** Severities from the gravest to the mildest; the order every report is grouped in. */
export const severities: readonly Severity[] = ['error', 'warning', 'info']

/** True when `severity` is at least as grave as `threshold`. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(threshold)
}
