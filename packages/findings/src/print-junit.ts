import { disarmCommands } from './build-commands.ts'
import type { Finding } from './finding.ts'
import type { NotChecked, Report, Subject } from './report.ts'
import { notCheckedInWords, pathOf, verdictNote } from './report-wording.ts'
import { isAtLeast, type Severity } from './severity.ts'

/** How findings become test results. */
export interface JunitOptions {
  /** Findings at least as grave are failures, the others passed tests with a remark; `error` unless given. */
  readonly failOn?: Severity | 'never'
}

/**
 * Prints a report as JUnit XML: a suite per subject, a test per finding, a skipped test per thing that could not be
 * checked, and one passed test for a subject without findings. Characters XML cannot hold are left out.
 */
export function printJunit(report: Report, options: JunitOptions = {}): string {
  const failOn = options.failOn ?? 'error'
  const suites = report.subjects.map((subject) => suiteOf(subject, failOn))
  const tests = suites.reduce((sum, suite) => sum + suite.tests, 0)
  const failures = suites.reduce((sum, suite) => sum + suite.failures, 0)
  const attributes = attributesOf({ name: report.ruleSet.name, tests, failures })
  const body = suites.flatMap(({ lines }) => lines)
  return `${['<?xml version="1.0" encoding="UTF-8"?>', `<!-- ${verdictNote} -->`, `<testsuites${attributes}>`, ...body, '</testsuites>'].join('\n')}\n`
}

interface Suite {
  readonly tests: number
  readonly failures: number
  readonly lines: readonly string[]
}

function suiteOf(subject: Subject, failOn: Severity | 'never'): Suite {
  const fails = (finding: Finding): boolean => failOn !== 'never' && isAtLeast(finding.severity, failOn)
  const cases = subject.findings.map((finding) => caseOf(finding, subject, fails(finding)))
  const skipped = (subject.notChecked ?? []).map((entry) => skippedOf(entry, subject))
  if (cases.length === 0)
    cases.push(`    <testcase${attributesOf({ name: 'nothing found', classname: subject.path })}/>`)
  const failures = subject.findings.filter(fails).length
  const tests = cases.length + skipped.length
  const attributes = attributesOf({ name: subject.path, tests, failures, errors: 0, skipped: skipped.length })
  return { tests, failures, lines: [`  <testsuite${attributes}>`, ...cases, ...skipped, '  </testsuite>'] }
}

function caseOf(finding: Finding, subject: Subject, isFailure: boolean): string {
  const { ruleId, severity, message, file, range } = finding
  const path = pathOf(subject.path, file)
  const place = range === undefined ? path : `${path}:${range.start.line}:${range.start.column}`
  const attributes = attributesOf({
    name: `${ruleId} (${place})`,
    classname: path,
    file: path,
    ...(range === undefined ? {} : { line: range.start.line }),
  })
  const text = escapeXml([place, message.what, message.why, message.fix].join('\n'))
  const inside = isFailure
    ? `<failure${attributesOf({ type: severity, message: message.what })}>${text}</failure>`
    : `<system-out>${escapeXml(`${severity}: `)}${text}</system-out>`
  return `    <testcase${attributes}>${inside}</testcase>`
}

function skippedOf(entry: NotChecked, subject: Subject): string {
  const attributes = attributesOf({ name: `not checked: ${entry.rules.join(', ')}`, classname: subject.path })
  return `    <testcase${attributes}><skipped${attributesOf({ message: notCheckedInWords(entry) })}/></testcase>`
}

function attributesOf(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(
      ([name, value]) =>
        ` ${name}="${escapeXml(String(value)).replace(/[\t\n\r]/g, (unit) => `&#${unit.charCodeAt(0)};`)}"`,
    )
    .join('')
}

const notInXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

function escapeXml(text: string): string {
  const escaped = text.replace(notInXml, '').replace(/[&<>"']/g, (character) => entities[character] ?? '')
  return disarmCommands(escaped, { hash: '&#35;', colon: '&#58;' })
}
