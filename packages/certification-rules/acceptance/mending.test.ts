import { type GivenFile, readConnector } from '@sevenstep/connector-schema'
import { applyEditGroups, type DraftFinding, type MendKind } from '@sevenstep/findings'
import { describe, expect, it } from 'vitest'
import { checkConnector } from '../src/engine/check-connector.ts'
import { type CorpusEntry, corpusEntries } from './corpus.ts'
import { patience, sampleOf } from './long-run.ts'

/** Chains of schemas that nobody uses go link by link. */
const mostRounds = 30
const entries = sampleOf(corpusEntries(), 60)
const kinds: readonly (readonly [name: string, mends: readonly MendKind[]])[] = [
  ['all automatic mends', ['automatic']],
  ['all mends, proposed ones too', ['automatic', 'proposed']],
]

describe.skipIf(entries.length === 0)('mending accepted connectors (needs CONNECTOR_CORPUS)', () => {
  it.each(kinds)('comes to rest and brings no finding: %s', { timeout: patience }, (_, mends) => {
    const faults = entries.flatMap((entry) => faultsOf(entry, mends).map((fault) => `${entry.folder}: ${fault}`))
    expect(faults).toEqual([])
  })
})

/** What mending does wrong to a connector; empty when it only takes findings away. */
function faultsOf(entry: CorpusEntry, mends: readonly MendKind[]): readonly string[] {
  let files = filesOf(entry)
  const before = check(entry, files)
  let findings = before
  for (let round = 0; round < mostRounds; round++) {
    const mended = mendFiles(files, findings, mends)
    if (mended === undefined) return newFindings(before, findings)
    files = mended
    findings = check(entry, files)
  }
  const left = findings.filter(({ edits, mend }) => edits !== undefined && mend !== undefined && mends.includes(mend))
  return [`does not come to rest: ${[...new Set(left.map(({ ruleId }) => ruleId))].join(', ')}`]
}

/** The files after one round; nothing when no edit was left to make. */
function mendFiles(
  files: readonly GivenFile[],
  findings: readonly DraftFinding[],
  mends: readonly MendKind[],
): readonly GivenFile[] | undefined {
  let isChanged = false
  const mended = files.map((file): GivenFile => {
    const groups = findings
      .filter(({ mend }) => mend !== undefined && mends.includes(mend))
      .map(({ edits = [] }) => edits.filter((edit) => edit.file === file.path))
      .filter((group) => group.length > 0)
    if (groups.length === 0 || typeof file.content !== 'string') return file
    const { text, applied } = applyEditGroups(file.content, groups)
    isChanged ||= applied.length > 0
    return { path: file.path, content: text }
  })
  return isChanged ? mended : undefined
}

/** Rules that speak more often than before, with one of the findings. */
function newFindings(before: readonly DraftFinding[], after: readonly DraftFinding[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { ruleId } of before) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1)
  const more = new Map<string, DraftFinding>()
  for (const finding of after) {
    const left = (counts.get(finding.ruleId) ?? 0) - 1
    counts.set(finding.ruleId, left)
    if (left < 0) more.set(finding.ruleId, finding)
  }
  return [...more.values()].map(
    ({ ruleId, file, pointer, message }) => `${ruleId} ${file}#${pointer ?? ''}: ${message.what}`,
  )
}

/** The connector's files as texts, so that edits can be made in them. */
function filesOf(entry: CorpusEntry): readonly GivenFile[] {
  const connector = entry.read()
  const texts = [
    connector.definitionFile,
    connector.propertiesFile,
    connector.settingsFile,
    connector.readme,
    connector.intro,
    connector.script,
  ].flatMap((file): GivenFile[] => (file === undefined ? [] : [{ path: file.path, content: file.text }]))
  const icon = connector.icon
  const others = connector.paths.filter((path) => !texts.some((file) => file.path === path))
  return [
    ...texts,
    ...others.map((path): GivenFile => ({ path, content: path === icon?.path ? icon.bytes : undefined })),
  ]
}

function check(entry: CorpusEntry, files: readonly GivenFile[]): readonly DraftFinding[] {
  const connector = readConnector(files, { isWholeFolder: true })
  return checkConnector(connector, { profile: entry.profile, path: entry.folder, withEdits: true }).subject.findings
}
