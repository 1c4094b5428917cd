import type { Profile, Target } from '@sevenstep/certification-rules'
import type { ReportFlags } from '../commands/report-options.ts'

/** What `sevenstep check` was asked for. */
export interface CheckFlags extends ReportFlags {
  /** Of connectors, or of what another step judges. */
  readonly profile?: Profile | 'production' | 'development'
  readonly target?: Target
  /** State of the programme that app registrations are judged by. */
  readonly edition?: '2018-02' | 'current'
  /** What an application does, for its registration. */
  readonly capability?: readonly string[]
  /** File with what was looked up in a tenant. */
  readonly facts?: string
  readonly fix: boolean
  readonly dryRun: boolean
  readonly rule?: readonly string[]
  readonly skip?: readonly string[]
  readonly elsewhere?: string
  readonly watch: boolean
  readonly timing: boolean
  readonly printConfig: boolean
}
