import { type Command, Option } from 'commander'
import type { Console } from '../console.ts'
import type { Finish } from '../program.ts'

/** What `sevenstep template init` was asked for. */
export interface TemplateInitFlags {
  readonly edition: 'current' | '2018-02'
  readonly title?: string
}

/** `sevenstep template init|advance|status` */
export function addTemplateCommand(program: Command, console: Console, finish: Finish): void {
  const template = program
    .command('template')
    .description('the submission of a flow template: what is told beside the package, and what happens to it')
    .helpCommand(false)
  template
    .command('init')
    .description('write the file of a submission in which everything that only you can say is marked TODO')
    .argument('[file]', 'where it goes; nothing is written over', 'template.json')
    .addOption(
      new Option('--edition <name>', 'the route: Partner Center today, or the portal’s form of 2018')
        .choices(['current', '2018-02'])
        .default('current'),
    )
    .option('--title <text>', 'what users read first')
    .action(async (file: string, flags: TemplateInitFlags) => {
      const { initTemplate } = await import('../template/init-template.ts')
      finish(initTemplate(file, flags, console))
    })
  template
    .command('advance')
    .description('record what happened to the template, where it can have happened')
    .argument('<file>', 'the file of the submission')
    .argument('<event>', 'such as submit, review-began, changes-asked, approved, sign-off, go-live, update, withdraw')
    .option('--on <day>', 'the day as YYYY-MM-DD; today when left out')
    .action(async (file: string, event: string, flags: { readonly on?: string }) => {
      const { advanceTemplateFile } = await import('../template/advance-template-file.ts')
      finish(await advanceTemplateFile(file, event, flags, console))
    })
  template
    .command('status')
    .description('say where the template stands, whom it waits for, and what can happen next')
    .argument('<file>', 'the file of the submission')
    .action(async (file: string) => {
      const { printTemplateStatus } = await import('../template/print-template-status.ts')
      finish(printTemplateStatus(file, console))
    })
}
