import type { Command } from 'commander'
import type { Console } from '../console.ts'
import type { Finish } from '../program.ts'
import { addReportOptions, type ReportFlags } from './report-options.ts'

/** What `sevenstep diff` was asked for. */
export interface DiffFlags extends ReportFlags {
  readonly all: boolean
}

/** `sevenstep diff OLD NEW` */
export function addDiffCommand(program: Command, console: Console, finish: Finish): void {
  const command = program
    .command('diff')
    .description('say what existing flows and connections would notice of a new version')
    .argument('<old>', 'the version that is in use: folder, zip, or git revision and path (HEAD~1:my-connector)')
    .argument('<new>', 'the version to come, likewise')
    .option('--all', 'also list changes that break nothing', false)
  addReportOptions(command).action(async (before: string, after: string, flags: DiffFlags) => {
    const { diff } = await import('../diff/diff.ts')
    finish(await diff(before, after, flags, console))
  })
}
