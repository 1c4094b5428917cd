import type { Location } from './finding.ts'

/**
 * A decision to live with a finding. It always says why, and may say until when; where all given parts fit, the
 * finding is set aside.
 */
export interface Suppression {
  /** A rule id, or `*` for every rule. */
  readonly rule: string
  /** Exactly this file, relative to the subject; any file when absent. */
  readonly file?: string
  /** The node with this JSON pointer and everything below it; any place when absent. */
  readonly pointer?: string
  /** Why this is acceptable, for whoever reads it next. A suppression without one is not obeyed. */
  readonly reason: string
  /** Last day on which it holds, as `YYYY-MM-DD`; for ever when absent. */
  readonly until?: string
  /** Where the suppression itself is written, so that a remark about it can point there. */
  readonly place?: Location
}
