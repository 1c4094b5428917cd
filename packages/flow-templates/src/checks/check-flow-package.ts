import type { DraftSubject, NotChecked } from '@sevenstep/findings'
import { checkSubject, type FamilyTiming, type JudgedFile, type RuleChoice } from '@sevenstep/rule-engine'
import { ruleFamilies } from '../generated/rule-families.ts'
import type { FlowPackage } from '../model/flow-package.ts'
import type { PackageJson, PackageText } from '../model/package-file.ts'
import type { PackageReading } from '../read/read-package.ts'
import { findLeaks } from '../scrub/find-leaks.ts'
import type { Edition, FlowFacts, FlowSubject, Profile } from './flow-subject.ts'
import { placeFlow } from './placed-flow.ts'
import type { RuleFamily } from './rule-family.ts'

/** How to check a package; everything has a default. */
export interface CheckOptions extends RuleChoice {
  /** Where the package was found, for the report; its own name when left out. */
  readonly path?: string
  /** What the package is for; `template` when left out. */
  readonly profile?: Profile
  /** `current` when left out. */
  readonly edition?: Edition
  /** What is known of the world beyond the package. */
  readonly facts?: FlowFacts
  /** Add the edits that would mend each finding, or only those that need no decision; off by default. */
  readonly withEdits?: boolean | 'automatic'
  /** Rule families to run instead of all. */
  readonly families?: readonly RuleFamily[]
  /** A clock in milliseconds; given, the result says how long each family took. */
  readonly now?: () => number
}

/** What a check found. */
export interface CheckResult {
  /** Ready for `createReport` of `@sevenstep/findings`. */
  readonly subject: DraftSubject
  /** Milliseconds per family, slowest first; empty when no clock was given. */
  readonly timing: readonly FamilyTiming[]
}

/** Said of every rule when nothing could be read. */
const noPackage = 'It is neither an exported flow nor a solution, or not enough of it could be read to tell.'

/**
 * Checks what `readPackage` read against every rule that applies to its profile and edition. Never throws, whatever
 * the package holds. The verdict is ours: it says what Microsoft's published rules lead us to expect.
 */
export function checkFlowPackage(reading: PackageReading, options: CheckOptions = {}): CheckResult {
  const profile = options.profile ?? 'template'
  const edition = options.edition ?? 'current'
  const families = options.families ?? ruleFamilies
  const { package: read, problems } = reading
  const path = options.path ?? read?.name ?? problems[0]?.file ?? 'package'
  const shared = { path, profile, target: edition }
  if (read === undefined) {
    const unread = problems.filter(({ effect }) => effect !== 'none')
    return { subject: { ...shared, kind: 'flow package', ...nothingRead(families, unread) }, timing: [] }
  }
  const subject = subjectOf(read, reading, options.facts ?? {})
  const { settings, only, skip } = options
  const { findings, notChecked, timing } = checkSubject({
    subject,
    files: subject.files,
    families,
    choice: { profile, edition, settings, only, skip },
    withEdits: options.withEdits ?? false,
    ...(options.now !== undefined && { now: options.now }),
  })
  const kind = read.kind === 'export' ? 'flow package' : 'flow solution'
  const unchecked = notChecked.length === 0 ? {} : { notChecked }
  return { subject: { ...shared, kind, findings, ...unchecked }, timing }
}

function subjectOf(read: FlowPackage, { problems }: PackageReading, facts: FlowFacts): FlowSubject {
  const files = judgedFiles(read)
  let leaks: FlowSubject['leaks'] | undefined
  return {
    package: read,
    problems,
    files,
    flows: read.flows.map(placeFlow),
    facts,
    get leaks() {
      leaks ??= findLeaks(read)
      return leaks
    },
  }
}

function judgedFiles(read: FlowPackage): readonly JudgedFile[] {
  const texts: readonly (PackageText | PackageJson)[] = [
    read.manifest.file,
    ...read.flows.map(({ file }) => file),
    ...(read.kind === 'solution' && read.customizations !== undefined ? [read.customizations] : []),
  ]
  const byPath = new Map(texts.map((file) => [file.path, file]))
  return [...byPath.values()].map((file) => {
    const { path, text, isUtf8 } = file
    return 'json' in file ? { path, text, isUtf8, json: file.json } : { path, text, isUtf8 }
  })
}

/** The one finding there is when nothing could be read, and the rules that had nothing to look at. */
function nothingRead(families: readonly RuleFamily[], problems: PackageReading['problems']) {
  const rule = 'flow-package-readable'
  const isAsked = families.some(({ rules }) => Object.hasOwn(rules, rule))
  const others = families.flatMap(({ rules }) => Object.keys(rules)).filter((id) => id !== rule)
  const notChecked: NotChecked[] = others.length === 0 ? [] : [{ rules: others.sort(), reason: noPackage }]
  const documentation = `docs/rules/${rule}.md`
  const findings = problems.map(({ message, file, range }) => ({
    ruleId: rule,
    severity: 'error' as const,
    message,
    file,
    documentation,
    ...(range === undefined ? {} : { range }),
  }))
  return { findings: isAsked ? findings : [], ...(notChecked.length === 0 ? {} : { notChecked }) }
}
