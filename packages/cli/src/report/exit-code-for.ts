import type { Report, Severity } from '@sevenstep/findings'
import { type ExitCode, exitCodes } from '../exit-codes.ts'

/** 1 when a report has findings at or above the severity, else 0. */
export function exitCodeFor({ counts }: Report, failOn: Severity | 'never'): ExitCode {
  const failing = {
    never: 0,
    error: counts.error,
    warning: counts.error + counts.warning,
    info: counts.error + counts.warning + counts.info,
  }[failOn]
  return failing > 0 ? exitCodes.findings : exitCodes.fine
}
