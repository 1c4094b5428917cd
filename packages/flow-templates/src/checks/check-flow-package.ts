import { readJson } from '@sevenstep/located-json'
import {
  type BlindFamilies,
  type CheckResult,
  checkDraft,
  documentationOf,
  type JudgedFile,
  type CheckOptions as RoomCheckOptions,
  unseenBy,
} from '@sevenstep/rule-engine'
import { ruleFamilies } from '../generated/rule-families.ts'
import type { FlowPackage } from '../model/flow-package.ts'
import type { PackageJson, PackageText } from '../model/package-file.ts'
import { decodeText } from '../read/decode-text.ts'
import type { PackageReading } from '../read/read-package.ts'
import { findLeaks } from '../scrub/find-leaks.ts'
import type { Edition, FlowFacts, FlowSubject, Profile } from './flow-subject.ts'
import { placeFlow } from './placed-flow.ts'
import { quotedWithoutSecrets } from './quoted-without-secrets.ts'
import type { RuleFamily } from './rule-family.ts'

export type { CheckResult } from '@sevenstep/rule-engine'

/** How to check a package; `template` is the profile when none is given, the package's own name its path. */
export interface CheckOptions extends RoomCheckOptions<Profile, Edition, RuleFamily> {
  /** What is known of the world beyond the package. */
  readonly facts?: FlowFacts
}

/** The rule that speaks when nothing could be read, and what is said of every other one. */
const readableRule = 'flow-package-readable'
const noPackage = 'It is neither an exported flow nor a solution, or not enough of it could be read to tell.'

/**
 * Checks what `readPackage` read against every rule that applies to its profile and edition. Never throws, whatever
 * the package holds. The verdict is ours: it says what Microsoft's published rules lead us to expect.
 */
export function checkFlowPackage(reading: PackageReading, options: CheckOptions = {}): CheckResult {
  const { settings, only, skip, profile = 'template', edition = 'current', families = ruleFamilies, now } = options
  const { package: read, problems } = reading
  const path = options.path ?? read?.name ?? problems[0]?.file ?? 'package'
  if (read === undefined) {
    const unread = problems.filter(({ effect }) => effect !== 'none')
    const subject = { path, kind: 'flow package', profile, target: edition, ...nothingRead(families, unread) }
    return { subject, timing: [] }
  }
  const subject = new Subject(read, reading, options.facts ?? {})
  const blind = blindOver(subject, families)
  const { subject: judged, timing } = checkDraft({
    path,
    kind: read.kind === 'export' ? 'flow package' : 'flow solution',
    subject,
    files: subject.files,
    families,
    choice: { profile, edition, settings, only, skip },
    withEdits: options.withEdits ?? false,
    ...(blind !== undefined && { blind }),
    ...(now !== undefined && { now }),
  })
  const findings = judged.findings.map(quotedWithoutSecrets)
  return { subject: { ...judged, findings }, timing }
}

/** Families that look at the package as such, and those that look at a flow but at none of its steps. */
const ofPackage: ReadonlySet<string> = new Set(['package-readable', 'export-manifest', 'solution-contents'])
const ofFrame: ReadonlySet<string> = new Set([...ofPackage, 'flow-titles', 'definition-frame'])

/** What has nothing to look at in a package without a flow, or in flows without a step. */
function blindOver({ flows }: FlowSubject, families: readonly RuleFamily[]): BlindFamilies | undefined {
  if (flows.length === 0) {
    return {
      families: families.filter(({ id }) => !ofPackage.has(id)),
      reason: 'There is no flow in the package.',
      handIn: 'Hand in an export of the flow itself, or a solution that holds it.',
    }
  }
  if (flows.every(({ actions, triggers }) => actions.length + triggers.length === 0)) {
    return {
      families: families.filter(({ id }) => !ofFrame.has(id)),
      reason: 'No flow of the package has a step that could be read.',
      handIn: 'Hand in an export of the flow as it runs.',
    }
  }
  return undefined
}

/**
 * A class, so that what is worked out when it is asked for is asked of the prototype: an accessor of each object's own
 * would be kept with its hidden class, and with it every package that was checked, until the next large collection.
 */
class Subject implements FlowSubject {
  readonly package: FlowPackage
  readonly problems: FlowSubject['problems']
  readonly files: FlowSubject['files']
  readonly flows: FlowSubject['flows']
  readonly facts: FlowFacts
  #leaks: FlowSubject['leaks'] | undefined

  constructor(read: FlowPackage, { problems }: PackageReading, facts: FlowFacts) {
    this.package = read
    this.problems = problems
    this.files = judgedFiles(read, problems)
    this.flows = read.flows.map(placeFlow)
    this.facts = facts
  }

  get leaks(): FlowSubject['leaks'] {
    this.#leaks ??= findLeaks(this.package)
    return this.#leaks
  }
}

function judgedFiles(read: FlowPackage, problems: PackageReading['problems']): readonly JudgedFile[] {
  const texts: readonly (PackageText | PackageJson)[] = [
    read.manifest.file,
    ...read.flows.map(({ file }) => file),
    ...(read.kind === 'solution' && read.customizations !== undefined ? [read.customizations] : []),
  ]
  const byPath = new Map(texts.map((file) => [file.path, file]))
  // Rules look at no others, but what could not be read stands at a place of its file.
  for (const { file: path, range } of problems) {
    const given = range === undefined || byPath.has(path) ? undefined : read.files.find((file) => file.path === path)
    if (given === undefined) continue
    const decoded = decodeText(path, given.bytes)
    byPath.set(path, /\.json$/i.test(path) ? { ...decoded, json: readJson(decoded.text) } : decoded)
  }
  return [...byPath.values()].map((file) => {
    const { path, text, isUtf8 } = file
    return 'json' in file ? { path, text, isUtf8, json: file.json } : { path, text, isUtf8 }
  })
}

/** The one finding there is when nothing could be read, and the rules that had nothing to look at. */
function nothingRead(families: readonly RuleFamily[], problems: PackageReading['problems']) {
  const isAsked = families.some(({ rules }) => Object.hasOwn(rules, readableRule))
  const others = families.map(({ rules }) => ({ rules: withoutReadable(rules) }))
  const documentation = documentationOf(readableRule)
  const findings = problems.map(({ message, file, range }) => ({
    ruleId: readableRule,
    severity: 'error' as const,
    message,
    file,
    documentation,
    ...(range === undefined ? {} : { range }),
  }))
  const notChecked = unseenBy({ families: others, reason: noPackage })
  return { findings: isAsked ? findings : [], ...(notChecked.length === 0 ? {} : { notChecked }) }
}

function withoutReadable({ [readableRule]: _readable, ...others }: RuleFamily['rules']): RuleFamily['rules'] {
  return others
}
