import type { Target } from '@sevenstep/certification-rules'
import type { ReportFlags } from '../commands/report-options.ts'

/** What `sevenstep check` was asked for. */
export interface CheckFlags extends ReportFlags {
  /** Of connectors, or of what another step judges. */
  readonly profile?: string
  readonly target?: Target
  /** `1` to `7`: what this step judges only. */
  readonly step?: string
  /** State of the programme that everything but connectors is judged by. */
  readonly edition?: '2018-02' | 'current'
  /** What an application does, for its registration. */
  readonly capability?: readonly string[]
  /** File with what is known of the world beyond the files. */
  readonly facts?: string
  /** File with the headers a host page is sent with. */
  readonly headers?: string
  /** File with the catalogue of products that licences are judged by. */
  readonly catalogue?: string
  readonly fix: boolean
  readonly dryRun: boolean
  readonly rule?: readonly string[]
  readonly skip?: readonly string[]
  readonly elsewhere?: string
  readonly watch: boolean
  readonly timing: boolean
  readonly printConfig: boolean
}
