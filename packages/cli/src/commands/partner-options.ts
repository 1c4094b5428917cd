import { type Command, Option } from 'commander'

/** The ways to sign in at Partner Center, named as in a deployment's description. */
export const signInKinds = ['device-code', 'browser', 'refresh-token', 'client-secret', 'given-token'] as const

/** How every command that talks to Partner Center signs in, and in which format it answers. */
export interface PartnerFlags {
  readonly partner?: string
  readonly signIn: (typeof signInKinds)[number]
  readonly clientId?: string
  readonly secret?: string
  readonly token?: string
  readonly emulator?: string
  readonly cloudFile?: string
  readonly format: 'text' | 'json'
}

/** Said below the help of every command that talks to Partner Center. */
const shapesNote =
  '\nWhat Partner Center takes and answers is known here from a translation of Microsoft’s reference of October 2021, and was tried\nagainst the emulator alone. Compare with today’s reference before money depends on it.'

/** Adds the options of {@link PartnerFlags} to a command. */
export function addPartnerOptions(command: Command): Command {
  return command
    .option('--partner <tenant>', 'the partner’s own tenant, where you sign in: its id or domain')
    .addOption(
      new Option(
        '--sign-in <kind>',
        'how: a person at a device or browser, a refresh token that a person left in a vault (secure application model), an application, or a token you have',
      )
        .choices(signInKinds)
        .default('device-code'),
    )
    .option(
      '--client-id <id>',
      'your application, as Partner Center knows it; a person may sign in through Azure PowerShell’s',
    )
    .option('--secret <where>', 'the application’s secret: env:NAME or file:PATH, never the secret itself')
    .option('--token <where>', 'the refresh token or the token: env:NAME or file:PATH')
    .option('--emulator <url>', 'rehearse against the emulator at this address')
    .option('--cloud-file <file>', 'endpoints of another cloud')
    .addOption(new Option('--format <format>', 'how to print the result').choices(['text', 'json']).default('text'))
    .addHelpText('after', shapesNote)
}
