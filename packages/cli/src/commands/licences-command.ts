import { type Command, Option } from 'commander'
import type { Console } from '../console.ts'
import type { Finish } from '../program.ts'
import { addPurchaseCommands } from './purchase-commands.ts'

/** What `sevenstep licences report` and `plan` were asked for. */
export interface LicencesFlags {
  readonly title?: string
  readonly profile?: 'production' | 'trial'
  readonly edition?: 'current' | '2018-02'
  readonly prices?: string
  readonly catalogue?: string
  readonly output?: string
  readonly format: 'text' | 'json' | 'html' | 'csv'
}

/** What `sevenstep licences catalogue` was asked for. */
export interface CatalogueFlags {
  readonly seen?: string
  readonly catalogue?: string
  readonly output?: string
}

/** `sevenstep licences report|plan|flows|catalogue` and what buys licences. */
export function addLicencesCommand(program: Command, console: Console, finish: Finish): void {
  const licences = program
    .command('licences')
    .description('say who is covered for which flow, what to buy where somebody is not, and buy it')
    .helpCommand(false)
  addTenantOptions(
    licences.command('report').description('how a tenant stands: flows, people, products, and what to do'),
    ['text', 'json', 'html', 'csv'],
  ).action(async (paths: string[], flags: LicencesFlags) => {
    const { printLicences } = await import('../licences/print-licences.ts')
    finish(await printLicences('report', paths, flags, console))
  })
  addTenantOptions(
    licences
      .command('plan')
      .description('what to switch on, assign or buy so that everybody is covered; orders nothing'),
    ['text', 'json'],
  ).action(async (paths: string[], flags: LicencesFlags) => {
    const { printLicences } = await import('../licences/print-licences.ts')
    finish(await printLicences('plan', paths, flags, console))
  })
  licences
    .command('flows')
    .description('list the flows of packages as far as licences care, to complete and hand to "report"')
    .argument('<package...>', 'exported flows or solutions: zips or their folders')
    .action(async (paths: string[]) => {
      const { printFlowUse } = await import('../licences/print-flow-use.ts')
      finish(printFlowUse(paths, console))
    })
  licences
    .command('catalogue')
    .description('compare the catalogue of products with Microsoft’s table of them, and write it anew')
    .argument('<table>', 'Microsoft’s CSV of product names and service plan identifiers')
    .option('--seen <month>', 'when the table was downloaded, as YYYY-MM; this month unless given')
    .option('--catalogue <file>', 'the catalogue to compare with; the one that comes along unless given')
    .option('--output <file>', 'write the new catalogue to a file')
    .action(async (path: string, flags: CatalogueFlags) => {
      const { compareCatalogue } = await import('../licences/compare-catalogue.ts')
      finish(compareCatalogue(path, flags, console))
    })
  addPurchaseCommands(licences, console, finish)
}

function addTenantOptions(command: Command, formats: readonly string[]): Command {
  return command
    .argument('<list...>', 'lists of one tenant, or a folder of them: users, subscriptions, flows')
    .option('--title <text>', 'for example the customer’s name')
    .addOption(new Option('--profile <name>', 'whether trials count').choices(['production', 'trial']))
    .addOption(new Option('--edition <name>', 'state of the programme').choices(['current', '2018-02']))
    .option('--prices <file>', 'your prices: { "perUser": { "amount": 15, "currency": "EUR" }, "perProcess": … }')
    .option('--catalogue <file>', 'products to judge by, as "licences catalogue" writes them')
    .option('--output <file>', 'write it to a file instead of standard output')
    .addOption(new Option('--format <format>', 'how to print it').choices(formats).default('text'))
}
