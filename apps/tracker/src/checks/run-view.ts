import {
  type Finding,
  type NotChecked,
  type Report,
  type RuleDescription,
  type Severity,
  type Subject,
  severities,
} from '@sevenstep/findings'
import type { RunDetail } from '../db/schema/index.ts'
import { allRules } from './all-rules.ts'
import { roomOfKind } from './room-of-kind.ts'
import type { ShownPlace } from './worker/messages.ts'

/** One finding where it stands, with what is shown of it. */
export interface FoundPlace {
  readonly finding: Finding
  /** The file as a person knows it, with the connector's folder or archive where there are several. */
  readonly path: string
  readonly shown: ShownPlace | undefined
  /** The run before did not have it. */
  readonly isNew: boolean
  /** It can be mended for the person, without a decision of theirs. */
  readonly isMendable: boolean
}

/** All findings of one rule at one severity; the first place stands for all. */
export interface RuleFindings {
  readonly rule: string
  readonly title: string
  readonly severity: Severity
  readonly first: FoundPlace
  readonly more: readonly FoundPlace[]
  readonly isNew: boolean
  readonly isMendable: boolean
}

/** What changed since the run before, counted by findings. */
export interface RunDifference {
  readonly appeared: number
  readonly gone: number
  readonly stayed: number
  /** What is gone, by the title of its rule. */
  readonly goneTitles: readonly string[]
}

/** Why rules were not decided, and of which things where several were judged. */
export interface NotCheckedOf extends NotChecked {
  /** Paths of the subjects; empty where one thing was judged. */
  readonly of: readonly string[]
}

/** A report in the order a person reads it: what blocks first, one entry for each rule. */
export interface RunView {
  readonly groups: readonly RuleFindings[]
  readonly notChecked: readonly NotCheckedOf[]
  readonly difference: RunDifference | undefined
  /** Findings that can be mended without a decision. */
  readonly mendable: number
}

const descriptions: ReadonlyMap<string, RuleDescription> = new Map(allRules().map((rule) => [rule.id, rule]))

/** The description of a rule, or undefined for one that is no more. */
export function descriptionOf(rule: string): RuleDescription | undefined {
  return descriptions.get(rule)
}

/** How many rules run in a profile. */
export function rulesIn(profile: string): number {
  return [...descriptions.values()].filter(({ settings }) => (settings[profile] ?? 'off') !== 'off').length
}

/** True for what came in an archive: its files are listed below it. */
function isInArchive({ kind, path }: Subject, { files }: RunDetail): boolean {
  if (archiveKinds.has(kind)) return true
  return path.includes('!') || files.some((file) => file.path.startsWith(`${path}!`))
}

/** What never comes as files. */
const archiveKinds: ReadonlySet<string> = new Set(['connector-archive', 'certification-package', 'solution'])

/** A finding's file as a person knows it, with the folder or archive around it where there are several. */
function shownFile({ path }: Subject, file: string, isArchive: boolean, isOneOfMany: boolean): string {
  if (path === file || path === '.') return file
  if (isArchive) return `${path}${path.includes('!') ? '/' : '!'}${file}`
  return isOneOfMany ? `${path.replace(/^\.\//, '')}/${file}` : file
}

/** Puts a report in order for a page; `previous` is the report of the run before. */
export function viewOfRun(report: Report, detail: RunDetail, previous: Report | undefined): RunView {
  const earlier = previous === undefined ? [] : counterparts(report, previous)
  const before = fingerprintsOf(earlier.flatMap((one) => one ?? []))
  const isOneOfMany = report.subjects.length > 1
  const isListed = (file: string): boolean => detail.files.some(({ path }) => path === file)
  const places = report.subjects.flatMap((subject, index) => {
    const isArchive = isInArchive(subject, detail)
    const isCompared = earlier[index] !== undefined
    return subject.findings.map((finding): FoundPlace => {
      const shown = detail.shown[`${index} ${finding.fingerprint}`]
      return {
        finding,
        // What was never handed in as a file, as how a page is sent, is named by itself.
        path: isListed(finding.file) ? finding.file : shownFile(subject, finding.file, isArchive, isOneOfMany),
        shown,
        isNew: isCompared && !before.has(finding.fingerprint),
        isMendable: !isArchive && isMendable(finding) && !isWithheld(subject, finding, detail),
      }
    })
  })
  return {
    groups: severities.flatMap((severity) => groupsOf(places.filter(({ finding }) => finding.severity === severity))),
    notChecked: notCheckedIn(report.subjects),
    difference: differenceOf(report.subjects, earlier),
    mendable: places.filter((place) => place.isMendable).length,
  }
}

/** What was not checked, one entry for each reason, however many things lack the same. */
function notCheckedIn(subjects: readonly Subject[]): readonly NotCheckedOf[] {
  const entries = new Map<string, NotCheckedOf>()
  for (const { path, notChecked = [] } of subjects) {
    for (const note of notChecked) {
      const key = JSON.stringify([note.reason, note.handIn])
      const known = entries.get(key)
      const rules = [...new Set([...(known?.rules ?? []), ...note.rules])].sort()
      const of = subjects.length > 1 ? [...new Set([...(known?.of ?? []), path])] : []
      entries.set(key, { ...note, rules, of })
    }
  }
  return [...entries.values()]
}

/**
 * What the run before said of each thing that was judged again: of the same place, or of the only one of its kind. Each report
 * of a deployment is about a run of its own; another says nothing of what came or went.
 */
function counterparts({ subjects }: Report, previous: Report): readonly (Subject | undefined)[] {
  return subjects.map((subject) => {
    const room = roomOfKind(subject.kind)
    if (room === undefined || room === 'deployment-client') return undefined
    const isOfRoom = ({ kind }: Subject): boolean => roomOfKind(kind) === room
    const others = previous.subjects.filter(isOfRoom)
    const isOnly = others.length === 1 && subjects.filter(isOfRoom).length === 1
    return isOnly ? others[0] : others.find(({ path }) => path === subject.path)
  })
}

/** Reads back what the tracker itself printed. */
export function parseReport(json: string): Report {
  // Only reports of `printJson` are ever stored, and the table does not allow them to be altered.
  return JSON.parse(json) as Report
}

function groupsOf(places: readonly FoundPlace[]): RuleFindings[] {
  const groups = new Map<string, [FoundPlace, ...FoundPlace[]]>()
  for (const place of places) {
    const known = groups.get(place.finding.ruleId)
    if (known === undefined) groups.set(place.finding.ruleId, [place])
    else known.push(place)
  }
  return [...groups].map(([rule, [first, ...more]]) => ({
    rule,
    title: descriptions.get(rule)?.title ?? rule,
    severity: first.finding.severity,
    first,
    more,
    isNew: first.isNew && more.every(({ isNew }) => isNew),
    isMendable: [first, ...more].some((place) => place.isMendable),
  }))
}

/** True where the edits keep the meaning and need no decision; notes are advice and left alone. */
function isMendable({ mend, edits = [], severity }: Finding): boolean {
  return mend === 'automatic' && edits.length > 0 && severity !== 'info'
}

/** True in a file that was not kept because it holds a secret. */
function isWithheld({ path, kind }: Subject, { file }: Finding, { secrets }: RunDetail): boolean {
  const folder = path.replace(/^\.\/?/, '')
  const inFolder = folder === '' ? file : `${folder}/${file}`
  return secrets.some((secret) => secret.path === inFolder || (kind !== 'connector' && secret.path === path))
}

function fingerprintsOf(subjects: readonly Subject[]): ReadonlySet<string> {
  return new Set(subjects.flatMap(({ findings }) => findings.map(({ fingerprint }) => fingerprint)))
}

function differenceOf(
  subjects: readonly Subject[],
  earlier: readonly (Subject | undefined)[],
): RunDifference | undefined {
  const previous = earlier.flatMap((one) => one ?? [])
  if (previous.length === 0) return undefined
  const compared = subjects.filter((_, index) => earlier[index] !== undefined)
  const [now, before] = [fingerprintsOf(compared), fingerprintsOf(previous)]
  const gone = subjects.flatMap((subject, index) => {
    const unseen = new Set(subject.notChecked?.flatMap(({ rules }) => rules))
    // What this run did not look at is neither gone nor there.
    return (earlier[index]?.findings ?? []).filter((one) => !now.has(one.fingerprint) && !unseen.has(one.ruleId))
  })
  const stayed = [...now].filter((one) => before.has(one)).length
  const titles = new Set(gone.map(({ ruleId }) => descriptions.get(ruleId)?.title ?? ruleId))
  return {
    appeared: now.size - stayed,
    gone: new Set(gone.map(({ fingerprint }) => fingerprint)).size,
    stayed,
    goneTitles: [...titles],
  }
}
