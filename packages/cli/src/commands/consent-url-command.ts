import type { Command } from 'commander'
import type { Console } from '../console.ts'
import type { Finish } from '../program.ts'
import { collect } from './report-options.ts'

/** What `sevenstep consent-url` was asked for. */
export interface ConsentFlags {
  readonly manifest?: string
  readonly tenant: string
  readonly clientId?: string
  readonly redirectUri?: string
  readonly scope?: readonly string[]
  readonly state?: string
  readonly authority?: string
  readonly answer?: string
}

/** `sevenstep consent-url` */
export function addConsentUrlCommand(program: Command, console: Console, finish: Finish): void {
  program
    .command('consent-url')
    .description(
      'make the address on which an administrator agrees for an organisation, or read the answer that came back',
    )
    .option('--manifest <file>', 'take client id, redirect address and scopes from an app registration')
    .option('--tenant <name>', 'the tenant’s id or domain', 'organizations')
    .option('--client-id <id>', 'the application (client) id')
    .option('--redirect-uri <address>', 'a registered redirect address, letter by letter')
    .option('--scope <scope>', 'such as Flows.Read.All, or a whole scope string (repeatable)', collect)
    .option('--state <text>', 'unguessable and remembered; made when left out')
    .option('--authority <address>', 'the sign-in address of another cloud')
    .option('--answer <address>', 'read this address that the administrator came back to; needs --state')
    .action(async (flags: ConsentFlags) => {
      const { consentUrl } = await import('../consent/consent-url.ts')
      finish(consentUrl(flags, console))
    })
}
