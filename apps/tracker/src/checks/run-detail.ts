import type { RunDetail } from '../db/schema/index.ts'
import type { CheckResult } from './worker/messages.ts'

/** What is kept of a result beside its report. */
export function detailOf({ files, shown, secrets, unread, idle, unrecognised, reported }: CheckResult): RunDetail {
  return { files, shown, secrets, unread, idle, unrecognised, reported }
}
