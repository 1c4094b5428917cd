import { type Command, Option } from 'commander'
import { check } from '../check/check.ts'
import type { CheckFlags } from '../check/check-flags.ts'
import type { Console } from '../console.ts'
import { allProfiles, steps } from '../kinds/later-kinds.ts'
import type { Finish } from '../program.ts'
import { addReportOptions, collect } from './report-options.ts'

/** `sevenstep check PATH...`: the command that has to start quickly, so that it is no file of its own. */
export function addCheckCommand(program: Command, console: Console, finish: Finish): void {
  const command = program
    .command('check')
    .description('say everything that is wrong with what you bring to a step, where, why and how to mend it')
    .argument(
      '<path...>',
      'connector, app manifest, host page, flow package, list of licences or offer: files, zips, or folders with any of them',
    )
    .addOption(new Option('--profile <name>', 'who is judged; told from the files when left out').choices(allProfiles))
    .addOption(new Option('--step <number>', 'check what this step judges only').choices(steps))
    .addOption(new Option('--target <name>', 'what the files are for').choices(['repository', 'package']))
    .addOption(
      new Option('--edition <name>', 'state of the programme by which everything but connectors is judged').choices([
        'current',
        '2018-02',
      ]),
    )
    .option(
      '--capability <name>',
      'what the application of a registration does, such as embed-flows (repeatable)',
      collect,
    )
    .option(
      '--facts <file>',
      'what is known beyond the files, such as what "tenant-facts" prints for an app registration',
    )
    .option(
      '--headers <file>',
      'how a host page is sent: as "curl --head" prints it, as JSON, or as a browser saves it (HAR)',
    )
    .option('--catalogue <file>', 'products that licences are judged by, as "licences catalogue" writes them')
  addReportOptions(command)
    .option('--fix', 'make the mends that keep the meaning and invent nothing', false)
    .option('--dry-run', 'with --fix: show what would change and write nothing', false)
    .option('--rule <id>', 'run this rule only (repeatable)', collect)
    .option('--skip <id>', 'leave this rule out (repeatable)', collect)
    .option(
      '--elsewhere <file>',
      'JSON list of files that exist but are not in the folders: { connectors: [{ folder, notCopied }] }',
    )
    .option('--watch', 'check again whenever a file changes', false)
    .option('--timing', 'print how long each family of rules took', false)
    .option('--print-config', 'print the settings that apply to the path and stop', false)
    .action(async (paths: string[], flags: CheckFlags) => {
      finish(await check(paths, flags, console))
    })
}
