import { Command } from 'commander'
import { addCheckCommand } from './commands/check-command.ts'
import { addCompletionCommand } from './commands/completion-command.ts'
import { addConsentUrlCommand } from './commands/consent-url-command.ts'
import { addDeployCommand } from './commands/deploy-command.ts'
import { addDiffCommand } from './commands/diff-command.ts'
import { addEmbedCommand } from './commands/embed-command.ts'
import { addEmulatorCommand } from './commands/emulator-command.ts'
import { addExplainCommand } from './commands/explain-command.ts'
import { addFlowCommand } from './commands/flow-command.ts'
import { addInitCommand } from './commands/init-command.ts'
import { addLicencesCommand } from './commands/licences-command.ts'
import { addListingCommand } from './commands/listing-command.ts'
import { addRulesCommand } from './commands/rules-command.ts'
import { addTemplateCommand } from './commands/template-command.ts'
import { addTenantFactsCommand } from './commands/tenant-facts-command.ts'
import { addTokenCommand } from './commands/token-command.ts'
import type { Console } from './console.ts'
import type { ExitCode } from './exit-codes.ts'
import { version } from './version.ts'

/** Receives the exit code of the command that ran. */
export type Finish = (code: ExitCode) => void

type AddCommand = (program: Command, console: Console, finish: Finish) => void

/** In the order help lists them. */
const commands: readonly AddCommand[] = [
  addCheckCommand,
  addDiffCommand,
  addRulesCommand,
  addExplainCommand,
  addInitCommand,
  addTokenCommand,
  addConsentUrlCommand,
  addTenantFactsCommand,
  addEmbedCommand,
  addFlowCommand,
  addTemplateCommand,
  addLicencesCommand,
  addListingCommand,
  addDeployCommand,
  addEmulatorCommand,
  addCompletionCommand,
]

/**
 * The whole command line. Commands only describe themselves here; what they do is loaded when one is run. `check` by
 * itself where it is the first of the words that are to be parsed: it has to start quickly, and needs no others.
 */
export function buildProgram(console: Console, finish: Finish, words: readonly string[] = []): Command {
  const program = new Command('sevenstep')
    .description(
      'Checks what you bring to Power Automate offline: connectors, registrations, pages, flows, licences, offers. Our check, not Microsoft’s verdict.',
    )
    .version(version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .exitOverride()
    .configureOutput({ writeOut: console.out, writeErr: console.error })
    .showSuggestionAfterError()
    .addHelpText(
      'after',
      [
        '',
        'Examples:',
        '  sevenstep check my-connector                 everything that is wrong, where, why and how to mend it',
        '  sevenstep check my-connector --fix           mend what can be mended without asking',
        '  sevenstep diff HEAD~1:my-connector my-connector   what existing flows would notice',
        '  sevenstep explain info-title-max-length      one rule, with examples',
        '',
        'Exit codes: 0 fine, 1 findings, 2 wrong usage, 3 input could not be read, 4 remote trouble, 5 a fault of ours.',
      ].join('\n'),
    )
  const added = words[0] === 'check' ? [addCheckCommand] : commands
  for (const add of added) add(program, console, finish)
  for (const command of program.commands)
    command.exitOverride().configureOutput({ writeOut: console.out, writeErr: console.error })
  return program
}
