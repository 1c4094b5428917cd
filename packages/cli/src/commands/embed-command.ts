import { type Command, Option } from 'commander'
import type { Console } from '../console.ts'
import type { Finish } from '../program.ts'
import { collect } from './report-options.ts'

/** What `sevenstep embed headers` was asked for. */
export interface EmbedHeadersFlags {
  readonly edition: 'current' | '2018-02'
  readonly host?: string
  readonly shows: 'widgets' | 'gallery'
  readonly signIn?: string
  readonly regionalPortal: boolean
  readonly allow?: readonly string[]
  readonly format: 'text' | 'json' | 'nginx' | 'apache'
}

/** `sevenstep embed headers|facts` */
export function addEmbedCommand(program: Command, console: Console, finish: Finish): void {
  const embed = program
    .command('embed')
    .description('print the headers that a page needs which embeds Power Automate, and look up how one is sent')
    .helpCommand(false)
  embed
    .command('headers')
    .description('print the headers such a page needs: a strict content security policy and what goes with it')
    .addOption(new Option('--shows <what>', 'what the page shows').choices(['widgets', 'gallery']).default('widgets'))
    .addOption(
      new Option('--edition <name>', 'state of the programme the page is written for')
        .choices(['current', '2018-02'])
        .default('current'),
    )
    .option('--host <origin>', 'where script and widgets come from, instead of the edition’s host')
    .option('--sign-in <origin>', 'where people sign in, instead of the cloud of the host')
    .option('--regional-portal', 'the page renders with enableRegionalPortal', false)
    .option(
      '--allow <directive=source>',
      'a source of your own, such as script-src=https://cdn.example (repeatable)',
      collect,
    )
    .addOption(
      new Option('--format <format>', 'how to print them').choices(['text', 'json', 'nginx', 'apache']).default('text'),
    )
    .action(async (flags: EmbedHeadersFlags) => {
      const { printHostHeaders } = await import('../embed/print-host-headers.ts')
      finish(printHostHeaders(flags, console))
    })
  embed
    .command('facts')
    .description('open a page and Microsoft’s script, and print how they are sent, for "check --facts"')
    .argument('<address>', 'the page’s public address')
    .addOption(
      new Option('--edition <name>', 'state of the programme the page is written for')
        .choices(['current', '2018-02'])
        .default('current'),
    )
    .action(async (address: string, flags: Pick<EmbedHeadersFlags, 'edition'>) => {
      const { printHostFacts } = await import('../embed/print-host-facts.ts')
      finish(await printHostFacts(address, flags.edition, console))
    })
}
