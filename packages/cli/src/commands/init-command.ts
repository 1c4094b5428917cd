import { type Command, Option } from 'commander'
import type { Console } from '../console.ts'
import type { Finish } from '../program.ts'

/** What `sevenstep init` was asked for. */
export interface InitFlags {
  readonly profile?: string
  readonly force: boolean
}

/** `sevenstep init [FOLDER]` */
export function addInitCommand(program: Command, console: Console, finish: Finish): void {
  program
    .command('init')
    .description('write a configuration file to start from')
    .argument('[folder]', 'where to write it', '.')
    .addOption(
      new Option('--profile <name>', 'who is judged').choices([
        'verified-publisher',
        'independent-publisher',
        'custom',
      ]),
    )
    .option('--force', 'write over one that is there', false)
    .action(async (folder: string, flags: InitFlags) => {
      const { writeConfiguration } = await import('../configuration/write-configuration.ts')
      finish(writeConfiguration(folder, flags, console))
    })
}
