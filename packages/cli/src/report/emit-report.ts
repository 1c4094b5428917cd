import { resolve } from 'node:path'
import {
  printText,
  type Report,
  type ReportDrawing,
  type RuleDescription,
  type Severity,
  type Subject,
} from '@sevenstep/findings'
import type { ReportFlags } from '../commands/report-options.ts'
import { type Console, wantsColor } from '../console.ts'

/** What a report is printed with, beside the report. */
export interface EmitOptions {
  readonly flags: ReportFlags
  /** Text of a subject's file, for code frames. */
  readonly sources: (subject: Subject, file: string) => string | undefined
  /** Pictures of a subject, for pages. */
  readonly drawings?: (subject: Subject) => Promise<readonly ReportDrawing[]>
  /** Descriptions of the rules, for formats that carry them. */
  readonly rules: () => Promise<readonly RuleDescription[]>
  readonly failOn: Severity | 'never'
  /** What to tell a reader whose findings can be mended automatically. */
  readonly mendHint?: string
  /** True for a subject that lies in an archive, where nothing is mended. */
  readonly isPacked?: (subject: Subject) => boolean
}

/**
 * Prints a report in the format asked for, to standard output or to a file.
 *
 * @throws Failure when the file cannot be written.
 */
export async function emitReport(report: Report, options: EmitOptions, console: Console): Promise<void> {
  const { flags, sources, mendHint, isPacked, failOn } = options
  let text: string
  if (flags.format === 'text') {
    text = printText(report, {
      color: flags.output === undefined && wantsColor(console, flags.color),
      sources,
      width: console.width,
      verbosity: flags.quiet ? 'quiet' : flags.verbose ? 'verbose' : 'normal',
      // What makes the command fail is never hidden.
      quietFrom: failOn === 'never' ? 'error' : failOn,
      see: ({ ruleId }) => `sevenstep explain ${ruleId}`,
      ...(mendHint !== undefined && { mendHint }),
      ...(isPacked !== undefined && { isPacked }),
    })
  } else {
    const { formatReport } = await import('./format-report.ts')
    text = await formatReport(report, flags.format, options, console)
  }
  if (flags.output === undefined) {
    console.out(text)
    return
  }
  const { writeFileWhole } = await import('../write-file-whole.ts')
  writeFileWhole(resolve(console.folder, flags.output), text, flags.output)
  if (!flags.quiet) console.error(`Wrote ${flags.output}.\n`)
}
