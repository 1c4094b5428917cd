import type { Profile, Target } from '@sevenstep/certification-rules'
import type { ReportFlags } from '../commands/report-options.ts'

/** What `sevenstep check` was asked for. */
export interface CheckFlags extends ReportFlags {
  readonly profile?: Profile
  readonly target?: Target
  readonly fix: boolean
  readonly dryRun: boolean
  readonly rule?: readonly string[]
  readonly skip?: readonly string[]
  readonly elsewhere?: string
  readonly watch: boolean
  readonly timing: boolean
  readonly printConfig: boolean
}
