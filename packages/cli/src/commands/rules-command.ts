import { type Command, Option } from 'commander'
import type { Console } from '../console.ts'
import { allProfiles, steps } from '../kinds/later-kinds.ts'
import type { Finish } from '../program.ts'

/** What `sevenstep rules` was asked for. */
export interface RulesFlags {
  readonly group?: string
  readonly severity?: 'error' | 'warning' | 'info' | 'off'
  readonly step?: string
  readonly profile: string
  readonly fixable: boolean
  readonly format: 'text' | 'json'
}

/** `sevenstep rules [SEARCH]` */
export function addRulesCommand(program: Command, console: Console, finish: Finish): void {
  program
    .command('rules')
    .description('list the rules, with what each is set to')
    .argument('[search]', 'words to look for in ids, titles and Microsoft’s codes')
    .addOption(new Option('--step <number>', 'rules of this step only').choices(steps))
    .option('--group <name>', 'rules of this group only')
    .addOption(
      new Option('--severity <severity>', 'rules of this severity only').choices(['error', 'warning', 'info', 'off']),
    )
    .addOption(
      new Option('--profile <name>', 'the profile whose settings are shown')
        .choices(allProfiles)
        .default('verified-publisher'),
    )
    .option('--fixable', 'rules that can be mended only', false)
    .addOption(new Option('--format <format>', 'how to print the list').choices(['text', 'json']).default('text'))
    .action(async (search: string | undefined, flags: RulesFlags) => {
      const { listRules } = await import('../rules/list-rules.ts')
      finish(await listRules(search, flags, console))
    })
}
