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
}
