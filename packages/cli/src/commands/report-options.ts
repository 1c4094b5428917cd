import { type Command, Option } from 'commander'

/** The formats every report can be printed in. */
export const formats = ['text', 'json', 'sarif', 'github', 'markdown', 'junit', 'html'] as const

/** One of {@link formats}. */
export type Format = (typeof formats)[number]

/** The options that `check` and `diff` share: how the report is printed and when it fails. */
export interface ReportFlags {
  readonly format: Format
  readonly output?: string
  readonly failOn?: 'error' | 'warning' | 'info' | 'never'
  readonly baseline?: string
  readonly updateBaseline: boolean
  readonly quiet: boolean
  readonly verbose: boolean
  readonly color: 'auto' | 'always' | 'never'
}

/** Adds the options of {@link ReportFlags} to a command. */
export function addReportOptions(command: Command): Command {
  return command
    .addOption(new Option('--format <format>', 'how to print the report').choices(formats).default('text'))
    .option('--output <file>', 'write the report to a file instead of standard output')
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 from this severity on (default: error)').choices([
        'error',
        'warning',
        'info',
        'never',
      ]),
    )
    .option('--baseline <file>', 'leave out findings that this file already knows')
    .option('--update-baseline', 'write all present findings into the baseline file', false)
    .option('--quiet', 'print only what makes the command fail, and the summary', false)
    .option('--verbose', 'print every finding in full, also notes', false)
    .addOption(
      new Option('--color [when]', 'colour the text report')
        .choices(['auto', 'always', 'never'])
        .default('auto')
        .preset('always'),
    )
}

/** Collects a repeatable option, also when several values are given with commas. */
export function collect(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [
    ...(previous ?? []),
    ...value
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean),
  ]
}
