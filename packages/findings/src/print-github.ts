import { disarmHashes } from './build-commands.ts'
import type { Finding } from './finding.ts'
import type { Report, Subject } from './report.ts'
import { pathOf, summaryOf, verdictNote } from './report-wording.ts'
import { type Severity, severities } from './severity.ts'
import { neutralise } from './text/display-text.ts'

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }

/**
 * Prints findings as GitHub workflow commands, which show them beside the changed lines of a pull request. GitHub
 * shows ten of each level per step; all are printed, gravest first, so that the ten are the right ones and the log
 * holds the rest. Files are named as the subjects' paths name them, so run the check at the repository's root.
 */
export function printGithub(report: Report): string {
  const all = report.subjects.flatMap((subject) => subject.findings.map((finding) => ({ subject, finding })))
  const lines = severities.flatMap((severity) =>
    all
      .filter(({ finding }) => finding.severity === severity)
      .map(({ subject, finding }) => commandOf(finding, subject)),
  )
  return `${[...lines, `${summaryOf(report)}. ${verdictNote}`].join('\n')}\n`
}

function commandOf({ severity, ruleId, file, range, message, documentation }: Finding, subject: Subject): string {
  const properties: [string, string | number][] = [['file', pathOf(subject.path, file)]]
  if (range !== undefined) {
    properties.push(['line', range.start.line], ['endLine', range.end.line])
    // GitHub refuses columns on annotations of several lines.
    if (range.start.line === range.end.line)
      properties.push(['col', range.start.column], ['endColumn', range.end.column])
  }
  properties.push(['title', ruleId])
  const list = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',')
  const text = [message.what, message.why, message.fix, documentation ?? ''].filter((part) => part !== '').join('\n')
  return `::${commands[severity]} ${list}::${escapeData(text)}`
}

/** Escapes the text of a command as the runner reads it back; other controls become visible signs. */
function escapeData(text: string): string {
  return text
    .split(/(\r|\n)/)
    .map((part) =>
      part === '\r' ? '%0D' : part === '\n' ? '%0A' : disarmHashes(neutralise(part)).replaceAll('%', '%25'),
    )
    .join('')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
