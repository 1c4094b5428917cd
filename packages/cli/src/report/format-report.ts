import {
  printGithub,
  printHtml,
  printJson,
  printJunit,
  printMarkdown,
  printSarif,
  type Report,
} from '@sevenstep/findings'
import type { Format } from '../commands/report-options.ts'
import type { Console } from '../console.ts'
import { version } from '../version.ts'
import type { EmitOptions } from './emit-report.ts'

/** A report in one of the formats for machines and pages; apart from the text, so that a check at a terminal need not load them. */
export async function formatReport(
  report: Report,
  format: Exclude<Format, 'text'>,
  { rules, failOn, sources }: EmitOptions,
  console: Console,
): Promise<string> {
  switch (format) {
    case 'json':
      return printJson(report)
    case 'sarif':
      return printSarif(report, { toolVersion: version, toolName: 'sevenstep', rules: await rules() })
    case 'github':
      return printGithub(report)
    case 'markdown':
      return printMarkdown(report)
    case 'junit':
      return printJunit(report, { failOn })
    case 'html':
      return printHtml(report, { sources, date: console.today })
  }
}
