import { type GivenFile, readConnector } from '@sevenstep/connector-schema'
import type { DraftFinding } from '@sevenstep/findings'
import { connectorFiles, copyConnector, type MutableConnector, standardNames } from '../mutations/mutable-connector.ts'
import type { Mutation, PlantedDefect, PlantedPlace } from '../mutations/mutation.ts'
import { seededRandom } from '../mutations/seeded-random.ts'
import { checkConnector } from '../src/engine/check-connector.ts'
import type { Profile } from '../src/engine/profiles.ts'

/** What became of one planted defect. */
export interface Outcome {
  readonly mutation: string
  readonly defect: PlantedDefect
  /** An expected rule was reported at the place, and had not been before. */
  readonly isFound: boolean
  /** The untouched connector already had such a finding there. */
  readonly isMasked: boolean
  /** Findings of the expected rules that are new, but at another place. */
  readonly displaced: readonly string[]
  /** What was reported beside it that was not there before: rule and place. */
  readonly newElsewhere: readonly string[]
}

/** Plants a defect into a connector and looks whether the right rule says so; nothing when there is no place for it. */
export function plantAndCheck(mutation: Mutation, ground: MutableConnector, seed: number): Outcome | undefined {
  const planted = copyConnector(ground)
  const defect = mutation.plant(planted, seededRandom(seed))
  if (defect === undefined) return undefined
  const before = findingsIn(ground, mutation, ground.kind)
  const after = findingsIn(planted, mutation, ground.kind)
  const places = [defect, ...(defect.alternatives ?? [])]
  const isExpected = (finding: DraftFinding): boolean =>
    mutation.expects.includes(finding.ruleId) && places.some((place) => isAt(finding, place, planted))
  const counts = countByKey(before)
  const fresh = after.filter((finding) => {
    const left = counts.get(keyOf(finding)) ?? 0
    counts.set(keyOf(finding), left - 1)
    return left <= 0
  })
  return {
    mutation: mutation.id,
    defect,
    isFound: fresh.some(isExpected),
    isMasked: !fresh.some(isExpected) && after.some(isExpected),
    displaced: fresh.filter((finding) => mutation.expects.includes(finding.ruleId) && !isExpected(finding)).map(keyOf),
    newElsewhere: fresh.filter((finding) => !mutation.expects.includes(finding.ruleId)).map(keyOf),
  }
}

/** Everything a check says about a connector in a mutation's setting, the expected rules switched on if they are off. */
function findingsIn(connector: MutableConnector, mutation: Mutation, kind: Profile): readonly DraftFinding[] {
  const files = [...connectorFiles(connector)].map(([path, content]): GivenFile => ({ path, content }))
  const read = readConnector(files, { name: 'ground', isWholeFolder: true })
  const options = { profile: mutation.profile ?? kind, target: mutation.target ?? 'repository' } as const
  const findings = checkConnector(read, options).subject.findings
  const missing = mutation.expects.filter((rule) => !findings.some((finding) => finding.ruleId === rule))
  return missing.length === 0
    ? findings
    : [...findings, ...checkConnector(read, { ...options, only: missing }).subject.findings]
}

function isAt(finding: DraftFinding, place: PlantedPlace, connector: MutableConnector): boolean {
  if (place.file === 'folder')
    return place.name === undefined || finding.file.toLowerCase() === place.name.toLowerCase()
  const name = connector.names[place.file] ?? standardNames[place.file]
  if (finding.file !== name) return false
  if (place.position !== undefined) return finding.range?.start.line === place.position.line
  return place.pointer === undefined || finding.pointer === place.pointer
}

function keyOf({ ruleId, file, pointer, message }: DraftFinding): string {
  return `${ruleId} ${file}#${pointer ?? ''} ${message.what}`
}

function countByKey(findings: readonly DraftFinding[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const finding of findings) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1)
  return counts
}
