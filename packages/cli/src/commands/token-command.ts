import { type Command, Option } from 'commander'
import type { Console } from '../console.ts'
import type { Finish } from '../program.ts'
import { addReportOptions, collect, type ReportFlags } from './report-options.ts'

/** What a token can be meant for. */
export const tokenUses = [
  'flow',
  'power-apps',
  'dataverse',
  'azure',
  'graph',
  'power-platform',
  'partner-center',
  'sign-in',
] as const

/** What `sevenstep token` was asked for. */
export interface TokenFlags extends ReportFlags {
  readonly api: (typeof tokenUses)[number]
  readonly scope?: readonly string[]
  readonly clientId?: string
  readonly tenant?: string
  readonly environment?: string
}

/** `sevenstep token` */
export function addTokenCommand(program: Command, console: Console, finish: Finish): void {
  const command = program
    .command('token')
    .description(
      'read a token from standard input and say whether the API would take it; it is neither kept, sent nor shown',
    )
    .addOption(
      new Option('--api <name>', 'the API it is for; sign-in for an ID token of your own application')
        .choices(tokenUses)
        .default('flow'),
    )
    .option('--scope <name>', 'a scope it has to hold, such as Flows.Read.All (repeatable)', collect)
    .option('--client-id <id>', 'the application that ought to have asked for it')
    .option('--tenant <id>', 'the tenant whose user ought to be signed in')
    .option('--environment <address>', 'for Dataverse: the address of the environment')
  addReportOptions(command).action(async (flags: TokenFlags) => {
    const { checkPipedToken } = await import('../token/check-piped-token.ts')
    finish(await checkPipedToken(flags, console))
  })
}
