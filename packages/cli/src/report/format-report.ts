import {
  printGithub,
  printHtml,
  printJson,
  printJunit,
  printMarkdown,
  printSarif,
  type Report,
  type ReportDrawing,
  type Subject,
} from '@sevenstep/findings'
import type { Format } from '../commands/report-options.ts'
import type { Console } from '../console.ts'
import { version } from '../version.ts'
import type { EmitOptions } from './emit-report.ts'

/** A report in one of the formats for machines and pages; apart from the text, so that a check at a terminal need not load them. */
export async function formatReport(
  report: Report,
  format: Exclude<Format, 'text'>,
  { rules, failOn, sources, drawings }: EmitOptions,
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
      return printHtml(report, { sources, drawings: await drawn(report, drawings), date: console.today })
  }
}

async function drawn(report: Report, drawings: EmitOptions['drawings']) {
  const all = new Map<Subject, readonly ReportDrawing[]>()
  if (drawings !== undefined) for (const subject of report.subjects) all.set(subject, await drawings(subject))
  return (subject: Subject): readonly ReportDrawing[] => all.get(subject) ?? []
}
