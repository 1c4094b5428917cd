import { resolve } from 'node:path'
import {
  printGithub,
  printHtml,
  printJson,
  printJunit,
  printMarkdown,
  printSarif,
  printText,
  type Report,
  type RuleDescription,
  type Severity,
  type Subject,
} from '@sevenstep/findings'
import type { ReportFlags } from '../commands/report-options.ts'
import { type Console, wantsColor } from '../console.ts'
import { version } from '../version.ts'
import { writeFileWhole } from '../write-file-whole.ts'

/** What a report is printed with, beside the report. */
export interface EmitOptions {
  readonly flags: ReportFlags
  /** Text of a subject's file, for code frames. */
  readonly sources: (subject: Subject, file: string) => string | undefined
  /** Descriptions of the rules, for formats that carry them. */
  readonly rules: () => readonly RuleDescription[]
  readonly failOn: Severity | 'never'
  /** What to tell a reader whose findings can be mended automatically. */
  readonly mendHint?: string
}

/**
 * Prints a report in the format asked for, to standard output or to a file.
 *
 * @throws Failure when the file cannot be written.
 */
export function emitReport(report: Report, options: EmitOptions, console: Console): void {
  const { flags } = options
  const text = formatReport(report, options, console)
  if (flags.output === undefined) console.out(text)
  else {
    writeFileWhole(resolve(console.folder, flags.output), text)
    if (!flags.quiet) console.error(`Wrote ${flags.output}.\n`)
  }
}

function formatReport(
  report: Report,
  { flags, sources, rules, failOn, mendHint }: EmitOptions,
  console: Console,
): string {
  switch (flags.format) {
    case 'json':
      return printJson(report)
    case 'sarif':
      return printSarif(report, { toolVersion: version, toolName: 'sevenstep', rules: rules() })
    case 'github':
      return printGithub(report)
    case 'markdown':
      return printMarkdown(report)
    case 'junit':
      return printJunit(report, { failOn })
    case 'html':
      return printHtml(report, { sources, date: console.today })
    default:
      return printText(report, {
        color: flags.output === undefined && wantsColor(console, flags.color),
        sources,
        width: console.width,
        verbosity: flags.quiet ? 'quiet' : flags.verbose ? 'verbose' : 'normal',
        ...(mendHint !== undefined && { mendHint }),
      })
  }
}
