import { type GivenFile, readConnector } from '@sevenstep/connector-schema'
import type { DraftFinding } from '@sevenstep/findings'
import { connectorFiles, copyConnector, type MutableConnector, standardNames } from '../mutations/mutable-connector.ts'
import type { Mutation, PlantedDefect, PlantedPlace } from '../mutations/mutation.ts'
import { seededRandom } from '../mutations/seeded-random.ts'
import { checkConnector } from '../src/engine/check-connector.ts'
import { type Profile, profiles, type Target } from '../src/engine/profiles.ts'
import type { RuleText } from '../src/engine/rule-family.ts'
import { defaultSetting } from '../src/engine/settings.ts'
import { ruleFamilies } from '../src/generated/rule-families.ts'

/** What became of one planted defect. */
export interface Outcome {
  readonly mutation: Mutation
  readonly defect: PlantedDefect
  /** An expected rule was reported at the place, and had not been before. */
  readonly isFound: boolean
  /** The untouched connector already had such a finding there. */
  readonly isMasked: boolean
  /** Findings of the expected rules that are new, but at another place. */
  readonly displaced: readonly string[]
  /** Other rules that speak up now and did not before, wherever, each with one of its findings. */
  readonly newElsewhere: ReadonlyMap<string, string>
}

/** How a mutation is judged. */
interface Judging {
  readonly profile: Profile
  readonly target: Target
  /** Expected rules that are off there, and have to be asked for by name. */
  readonly asked: readonly string[]
}

const texts: ReadonlyMap<string, RuleText> = new Map(ruleFamilies.flatMap(({ rules }) => Object.entries(rules)))
const untouched = new WeakMap<MutableConnector, Map<string, readonly DraftFinding[]>>()

/** Plants a defect into a connector and looks whether the right rule says so; nothing when there is no place for it. */
export function plantAndCheck(mutation: Mutation, ground: MutableConnector, seed: number): Outcome | undefined {
  const planted = copyConnector(ground)
  const defect = mutation.plant(planted, seededRandom(seed))
  if (defect === undefined) return undefined
  const judging = judgingOf(mutation, ground.kind)
  const before = findingsBefore(ground, judging)
  const after = findingsIn(planted, judging)
  const places = [defect, ...(defect.alternatives ?? [])]
  const isWanted = ({ ruleId }: DraftFinding): boolean => mutation.expects.includes(ruleId)
  const isExpected = (finding: DraftFinding): boolean =>
    isWanted(finding) && places.some((place) => isAt(finding, place, planted))
  const fresh = newOnes(before, after, keyOf).filter(isWanted)
  const isFound = fresh.some(isExpected)
  return {
    mutation,
    defect,
    isFound,
    isMasked: !isFound && after.some(isExpected),
    displaced: fresh.filter((finding) => !isExpected(finding)).map(keyOf),
    newElsewhere: new Map(
      newOnes(before, after, sayingOf)
        .filter((finding) => !isWanted(finding))
        .map((finding) => [finding.ruleId, keyOf(finding)]),
    ),
  }
}

/** The profile of the connector, unless none of the expected rules concerns it: then the first that they do. */
function judgingOf({ profile, target = 'repository', expects }: Mutation, kind: Profile): Judging {
  const concerns = (one: Profile): boolean =>
    expects.some((rule) => texts.get(rule)?.profiles?.includes(one) ?? texts.has(rule))
  const chosen = profile ?? [kind, ...profiles].find(concerns) ?? kind
  const asked = expects.filter((rule) => {
    const text = texts.get(rule)
    return text !== undefined && defaultSetting(rule, text, chosen, target) === 'off'
  })
  return { profile: chosen, target, asked }
}

function findingsBefore(ground: MutableConnector, judging: Judging): readonly DraftFinding[] {
  let known = untouched.get(ground)
  if (known === undefined) {
    known = new Map()
    untouched.set(ground, known)
  }
  const key = JSON.stringify(judging)
  const findings = known.get(key) ?? findingsIn(ground, judging)
  known.set(key, findings)
  return findings
}

/** Everything a check says about a connector. */
function findingsIn(connector: MutableConnector, { profile, target, asked }: Judging): readonly DraftFinding[] {
  const files = [...connectorFiles(connector)].map(([path, content]): GivenFile => ({ path, content }))
  const read = readConnector(files, { name: 'ground', isWholeFolder: true })
  const options = { profile, target } as const
  const { findings } = checkConnector(read, options).subject
  return asked.length === 0
    ? findings
    : [...findings, ...checkConnector(read, { ...options, only: asked }).subject.findings]
}

function isAt(finding: DraftFinding, place: PlantedPlace, connector: MutableConnector): boolean {
  if (place.file === 'folder')
    return place.name === undefined || finding.file.toLowerCase() === place.name.toLowerCase()
  const name = connector.names[place.file] ?? standardNames[place.file]
  if (finding.file !== name) return false
  if (place.position !== undefined) return finding.range?.start.line === place.position.line
  return place.pointer === undefined || finding.pointer === place.pointer
}

/** Those of the findings that were not there before, as many as there are more of the same key. */
function newOnes(
  before: readonly DraftFinding[],
  after: readonly DraftFinding[],
  keyOfOne: (finding: DraftFinding) => string,
): readonly DraftFinding[] {
  const counts = new Map<string, number>()
  for (const finding of before) counts.set(keyOfOne(finding), (counts.get(keyOfOne(finding)) ?? 0) + 1)
  return after.filter((finding) => {
    const left = counts.get(keyOfOne(finding)) ?? 0
    counts.set(keyOfOne(finding), left - 1)
    return left <= 0
  })
}

function keyOf({ ruleId, file, pointer, message }: DraftFinding): string {
  return `${ruleId} ${file}#${pointer ?? ''} ${message.what}`
}

/** Without the place, which moves with what stands before it in a list, and without numbers, as of bytes and characters. */
function sayingOf({ ruleId, file, message }: DraftFinding): string {
  return `${ruleId} ${file.toLowerCase()} ${message.what.replace(/\d+/g, '0')}`
}
