import type { Command } from 'commander'
import type { Console } from '../console.ts'
import type { Finish } from '../program.ts'

/** `sevenstep completion SHELL` */
export function addCompletionCommand(program: Command, console: Console, finish: Finish): void {
  program
    .command('completion')
    .description('print a script that completes commands, options and rule ids')
    .addArgument(program.createArgument('<shell>', 'the shell it is for').choices(['bash', 'zsh', 'fish']))
    .action(async (shell: 'bash' | 'zsh' | 'fish') => {
      const { printCompletion } = await import('../completion/print-completion.ts')
      finish(await printCompletion(shell, program, console))
    })
}
