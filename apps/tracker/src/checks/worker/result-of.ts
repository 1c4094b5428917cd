import {
  countFindings,
  createReport,
  type DraftFinding,
  type DraftSubject,
  printJson,
  type RuleSet,
  type Subject,
} from '@sevenstep/findings'
import type { FamilyFact, RuleRoom } from '@sevenstep/onboarding'
import { factsThatCount } from '../family-facts.ts'
import { otherRuleSet, ruleSet } from '../rule-set.ts'
import { isSecretFinding, secretValues, waysOfWriting, withoutSecrets } from './find-secrets.ts'
import type { CheckResult, FileResult, FoundSecret, ShownPlace } from './messages.ts'
import type { FoundCredentials } from './reported/find-credentials.ts'
import type { Judged, JudgedSubject } from './rooms/room.ts'
import { SecretIndex } from './secret-index.ts'
import { shownPlaces } from './shown-places.ts'
import { pathWithin } from './upload.ts'

/** What a room said of its part of an upload. */
export interface JudgedPart {
  readonly room: RuleRoom
  readonly judged: Judged
  /** What it said without the facts that were handed in; absent where there were none. */
  readonly unaided?: Judged
}

/** What goes along with the parts. */
interface ResultContext {
  readonly credentials: FoundCredentials
  readonly onFile: (file: FileResult) => void
}

/** What follows from what the rooms said; why something was left out is added by the caller. */
type JudgedResult = Omit<CheckResult, 'trouble' | 'unread' | 'idle' | 'unrecognised' | 'unjudged' | 'reported'>

/** A part with its subjects, and where they stand in the report. */
interface ListedPart extends JudgedPart {
  readonly subjects: readonly JudgedSubject[]
  readonly from: number
}

/**
 * The result of a check over all rooms that judged: one report, the facts, and what is shown, with no secret in any of it.
 * Parts with trouble are looked through for secrets and otherwise left out.
 */
export function resultOf(parts: readonly JudgedPart[], { credentials, onFile }: ResultContext): JudgedResult {
  const listed: ListedPart[] = []
  const everything: JudgedSubject[] = []
  const files: FileResult[] = []
  let from = 0
  for (const part of parts) {
    const isWhole = part.judged.trouble.length === 0
    const subjects: JudgedSubject[] = []
    for (const subject of part.judged.subjects) {
      subjects.push(subject)
      if (!isWhole) continue
      for (const file of subject.fileResults?.(subject.draft.findings) ?? fileResultsOf(subject)) {
        files.push(file)
        onFile(file)
      }
    }
    everything.push(...subjects)
    if (!isWhole || subjects.length === 0) continue
    listed.push({ ...part, subjects, from })
    from += subjects.length
  }
  const secrets = new SecretIndex([...everything.flatMap(secretsIn), ...credentials.values].flatMap(waysOfWriting))
  const judged = listed.flatMap(({ subjects }) => subjects)
  const drafts = judged.map(({ draft }) => draft)
  const isOfConnectors = listed.every(({ room }) => room === 'certification-rules')
  const rules = isOfConnectors ? ruleSet : otherRuleSet
  const hidden = withoutSecrets<readonly DraftSubject[]>(drafts, secrets)
  const report = createReport(rules, hidden)
  // Facts are taken from what was found, not from what is shown of it: what looks like a secret must not decide anything.
  const { subjects: found } = hidden === drafts ? report : createReport(rules, drafts)
  const isSecret = (text: string): boolean => secrets.isIn(text)
  return {
    rooms: [...new Set(listed.map(({ room }) => room))],
    reportJson: printJson(report),
    counts: report.counts,
    countsOfRooms: countsOfRooms(listed, report.subjects),
    families: withoutSecrets<CheckResult['families']>(
      Object.assign({}, ...listed.map((part) => factsOf(part, found, rules))),
      secrets,
    ),
    operations: listed.reduce((sum, part) => sum + (part.judged.operations ?? 0), 0),
    files: withoutSecrets(files, secrets),
    shown: withoutSecrets(shownOf(report.subjects, judged, secrets), secrets),
    secrets: [...everything.flatMap(secretPlaces), ...credentials.places],
    drawings: listed.flatMap((part) => part.judged.drawings?.(isSecret) ?? []),
  }
}

/** What was found in the parts of each room. */
function countsOfRooms(parts: readonly ListedPart[], subjects: readonly Subject[]): CheckResult['countsOfRooms'] {
  const rooms = new Set(parts.map(({ room }) => room))
  const foundIn = (of: RuleRoom) =>
    parts
      .filter(({ room }) => room === of)
      .flatMap(({ from, subjects: { length } }) => subjects.slice(from, from + length))
      .flatMap(({ findings }) => findings)
  return Object.fromEntries([...rooms].map((room) => [room, countFindings(foundIn(room))]))
}

/** What a part says of each family, as far as an item of its step rests on it, and which of it rests on reported facts. */
function factsOf(
  { room, judged, unaided, subjects, from }: ListedPart,
  reported: readonly Subject[],
  rules: RuleSet,
): Readonly<Record<string, FamilyFact>> {
  const facts = factsThatCount(room, judged.facts(reported.slice(from, from + subjects.length)))
  if (unaided === undefined) return facts
  const { subjects: plain } = createReport(
    rules,
    [...unaided.subjects].map(({ draft }) => draft),
  )
  const without = unaided.facts(plain)
  return Object.fromEntries(
    Object.entries(facts).map(([id, fact]) => [id, isSame(fact, without[id]) ? fact : { ...fact, reported: true }]),
  )
}

function isSame(one: FamilyFact, other: FamilyFact | undefined): boolean {
  return one.outcome === other?.outcome && one.errors === other.errors && one.warnings === other.warnings
}

function secretsIn({ draft, textOf }: JudgedSubject): readonly string[] {
  return secretValues(draft.findings, textOf)
}

/** How each file fared; files that findings name and nobody handed in come last. */
function fileResultsOf({ draft, files, isArchive, uploadOf, filesNamedBy }: JudgedSubject): readonly FileResult[] {
  const pathOf = (file: string): string => {
    const upload = uploadOf(file)
    // Nobody handed it in: how a page is sent, say.
    if (upload === undefined) return file
    return isArchive ? pathWithin(draft.path, file) : upload.path
  }
  const found = new Map<string, DraftFinding[]>(files.map((file) => [pathOf(file), []]))
  for (const finding of draft.findings) {
    for (const file of new Set([finding.file, ...(filesNamedBy?.(finding) ?? [])])) {
      const path = pathOf(file)
      const known = found.get(path)
      if (known === undefined) found.set(path, [finding])
      else known.push(finding)
    }
  }
  return [...found].map(([path, findings]) => {
    const { error, warning, info } = countFindings(findings)
    return { path, errors: error, warnings: warning, notes: info, judged: true }
  })
}

function shownOf(
  subjects: readonly Subject[],
  judged: readonly JudgedSubject[],
  secrets: SecretIndex,
): Readonly<Record<string, ShownPlace>> {
  return Object.fromEntries(
    subjects.flatMap((subject, index) => {
      if (judged[index]?.isPersonal === true) return []
      const places = shownPlaces(subject, (file) => judged[index]?.textOf(file), secrets)
      return [...places].map(([fingerprint, place]) => [`${index} ${fingerprint}`, place])
    }),
  )
}

function secretPlaces({ draft, uploadOf }: JudgedSubject): FoundSecret[] {
  return draft.findings.filter(isSecretFinding).flatMap(({ file, ruleId, range }) => {
    const upload = uploadOf(file)
    return upload === undefined ? [] : [{ path: upload.path, file, line: range?.start.line ?? 1, rule: ruleId }]
  })
}
