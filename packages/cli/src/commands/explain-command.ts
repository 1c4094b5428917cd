import { type Command, Option } from 'commander'
import type { Console } from '../console.ts'
import type { Finish } from '../program.ts'

/** `sevenstep explain RULE` */
export function addExplainCommand(program: Command, console: Console, finish: Finish): void {
  program
    .command('explain')
    .description('print the page of a rule: why it is there, wrong, right, how to mend it, when to suppress it')
    .argument('<rule>', 'the rule’s id, or one of Microsoft’s validator codes')
    .addOption(
      new Option('--color [when]', 'colour the page')
        .choices(['auto', 'always', 'never'])
        .default('auto')
        .preset('always'),
    )
    .action(async (rule: string, flags: { readonly color: 'auto' | 'always' | 'never' }) => {
      const { explainRule } = await import('../rules/explain-rule.ts')
      finish(await explainRule(rule, flags.color, console))
    })
}
