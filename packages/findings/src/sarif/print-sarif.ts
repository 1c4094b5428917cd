import { disarmJson } from '../build-commands.ts'
import type { Finding, RelatedPlace, TextEdit } from '../finding.ts'
import type { Report, SetAside, Subject } from '../report.ts'
import { notCheckedInWords, pathOf } from '../report-wording.ts'
import type { RuleDescription } from '../rule.ts'
import type { Severity } from '../severity.ts'
import { createRuleTable, type RuleTable } from './rule-table.ts'
import { locationOf, type PlainObject, physicalLocation, regionOf } from './sarif-location.ts'

/** What SARIF needs to know beyond the reports. */
export interface SarifOptions {
  /** Version of the program that made the reports. */
  readonly toolVersion: string
  /** Every rule that ran, for the table of rules; rules met in findings only are added with their id. */
  readonly rules: readonly RuleDescription[]
  /** `Sevenstep` unless given. */
  readonly toolName?: string
  /** Web address of the program. */
  readonly informationUri?: string
  /** Parts several uploads for one commit from each other (SARIF's automationDetails id). */
  readonly category?: string
}

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }

/**
 * Prints reports as one SARIF 2.1.0 log with one run. Findings set aside are there too, marked as suppressed; what
 * was not checked stands among the notifications. Addresses of files are relative to where the check was started.
 */
export function printSarif(reports: Report | readonly Report[], options: SarifOptions): string {
  const subjects = toList(reports).flatMap((report) => report.subjects)
  const findings = subjects.flatMap((subject) => [
    ...subject.findings,
    ...(subject.setAside ?? []).map(({ finding }) => finding),
  ])
  const table = createRuleTable(options.rules, findings)
  const run = {
    tool: { driver: driverOf(options, table) },
    ...(options.category === undefined ? {} : { automationDetails: { id: options.category } }),
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The folder the check was started in.' } } },
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: subjects.flatMap(notificationsOf) }],
    results: subjects.flatMap((subject) => [
      ...subject.findings.map((finding) => resultOf(finding, subject, table)),
      ...(subject.setAside ?? []).map((entry) => suppressedResultOf(entry, subject, table)),
    ]),
  }
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }
  return `${disarmJson(JSON.stringify(log, undefined, 2))}\n`
}

function toList(reports: Report | readonly Report[]): readonly Report[] {
  return 'subjects' in reports ? [reports] : reports
}

function driverOf({ toolName, toolVersion, informationUri }: SarifOptions, table: RuleTable): PlainObject {
  const isSemantic = /^\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?$/.test(toolVersion)
  return {
    name: toolName ?? 'Sevenstep',
    version: toolVersion,
    ...(isSemantic ? { semanticVersion: toolVersion } : {}),
    ...(informationUri === undefined ? {} : { informationUri }),
    rules: table.descriptors,
  }
}

function resultOf(finding: Finding, subject: Subject, table: RuleTable): PlainObject {
  const { ruleId, severity, message, related, edits, fingerprint, code, codeConfidence, mend } = finding
  return {
    ruleId,
    ruleIndex: table.indexOf(ruleId),
    level: levels[severity],
    message: { text: [message.what, message.why, message.fix].filter((part) => part !== '').join(' ') },
    locations: [locationOf(finding, subject)],
    ...(related === undefined || related.length === 0
      ? {}
      : { relatedLocations: related.map((place, index) => relatedLocationOf(place, index, subject)) }),
    partialFingerprints: { 'sevenstep/v1': fingerprint },
    ...(edits === undefined || edits.length === 0 ? {} : { fixes: [fixOf(message.fix, edits, subject)] }),
    properties: {
      what: message.what,
      why: message.why,
      fix: message.fix,
      subject: subject.path,
      profile: subject.profile,
      ...(code === undefined ? {} : { microsoftCode: code }),
      ...(codeConfidence === undefined ? {} : { microsoftCodeConfidence: codeConfidence }),
      ...(mend === undefined ? {} : { mend }),
    },
  }
}

function suppressedResultOf({ finding, by, reason }: SetAside, subject: Subject, table: RuleTable): PlainObject {
  return {
    ...resultOf(finding, subject, table),
    ...(by === 'baseline' ? { baselineState: 'unchanged' } : {}),
    suppressions: [{ kind: 'external', status: 'accepted', justification: reason }],
  }
}

function relatedLocationOf(place: RelatedPlace, index: number, subject: Subject): PlainObject {
  return { id: index + 1, ...locationOf(place, subject), message: { text: place.note } }
}

function fixOf(description: string, edits: readonly TextEdit[], subject: Subject): PlainObject {
  const byFile = new Map<string, TextEdit[]>()
  for (const edit of edits) {
    const known = byFile.get(edit.file)
    if (known === undefined) byFile.set(edit.file, [edit])
    else known.push(edit)
  }
  return {
    description: { text: description },
    artifactChanges: [...byFile].map(([file, changes]) => ({
      artifactLocation: physicalLocation(pathOf(subject.path, file)).artifactLocation,
      replacements: changes.map(({ range, text }) => ({
        deletedRegion: regionOf(range),
        insertedContent: { text },
      })),
    })),
  }
}

function notificationsOf({ path, notChecked }: Subject): PlainObject[] {
  return (notChecked ?? []).map((entry) => ({
    level: 'note',
    message: { text: `Not checked: ${notCheckedInWords(entry)}` },
    locations: [{ physicalLocation: physicalLocation(path) }],
    properties: { rules: [...entry.rules] },
  }))
}
