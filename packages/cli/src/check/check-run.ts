import type { HandingOn } from '@sevenstep/rule-engine/handed-on'
import type { Configurations } from '../configuration/find-configuration.ts'
import type { Console } from '../console.ts'
import type { CheckFlags } from './check-flags.ts'
import type { Elsewhere } from './settings-for.ts'

/** What one run of the command works with. */
export interface CheckRun {
  readonly flags: CheckFlags
  readonly console: Console
  readonly configurations: Configurations
  /** Files that exist but were left out of the folders. */
  readonly listing: Elsewhere
  /** What was read in some sources and others are judged with; nothing where no two of them have to do with each other. */
  readonly handingOn?: HandingOn | undefined
}
