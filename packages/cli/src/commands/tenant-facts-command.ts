import type { Command } from 'commander'
import type { Console } from '../console.ts'
import type { Finish } from '../program.ts'

/** What `sevenstep tenant-facts` was asked for. */
export interface TenantFactsFlags {
  readonly manifest: string
  readonly tenant: string
  readonly cloudFile?: string
}

/** `sevenstep tenant-facts` */
export function addTenantFactsCommand(program: Command, console: Console, finish: Finish): void {
  program
    .command('tenant-facts')
    .description(
      'look up in a tenant what "check --facts" needs to judge consent; reads a token for Microsoft Graph from standard input',
    )
    .requiredOption('--manifest <file>', 'the app registration that is asked about')
    .requiredOption('--tenant <name>', 'the tenant’s id or domain')
    .option('--cloud-file <file>', 'endpoints of another cloud, or of the emulator')
    .action(async (flags: TenantFactsFlags) => {
      const { printTenantFacts } = await import('../tenant-facts/print-tenant-facts.ts')
      finish(await printTenantFacts(flags, console))
    })
}
