import { type ChangePlace, compareConnectors, readConnector } from '@sevenstep/connector-schema'
import { describe, expect, it } from 'vitest'
import { versionChanges } from '../mutations/comparison/index.ts'
import type { PlantedChange, VersionChange } from '../mutations/comparison/version-change.ts'
import { connectorFiles, copyConnector, type MutableConnector, standardNames } from '../mutations/mutable-connector.ts'
import type { PlantedPlace } from '../mutations/mutation.ts'
import { seededRandom } from '../mutations/seeded-random.ts'
import { Grounds } from './grounds.ts'
import { isLongRun, patience } from './long-run.ts'

const groundsPerChange = isLongRun ? Number.POSITIVE_INFINITY : 4

/** What became of one planted difference. */
interface Comparison {
  readonly change: string
  readonly at: string
  readonly isFound: boolean
  readonly told: readonly string[]
}

describe('planted differences between versions', () => {
  it(
    'are told by the right kind at the right place, 98 of 100, and every one at least once',
    () => {
      const grounds = new Grounds()
      const comparisons = versionChanges.flatMap((change, turn) => comparisonsOf(change, turn, grounds))
      const missed = comparisons.filter(({ isFound }) => !isFound)
      const list = missed.map(({ change, at, told }) => `${change} at ${at}; told: ${told.join(', ')}`).join('\n')
      const share = (comparisons.length - missed.length) / comparisons.length
      expect(share, `missed ${missed.length} of ${comparisons.length}:\n${list}`).toBeGreaterThanOrEqual(0.98)
      const found = new Set(comparisons.filter(({ isFound }) => isFound).map(({ change }) => change))
      expect(versionChanges.map(({ id }) => id).filter((id) => !found.has(id))).toEqual([])
    },
    patience,
  )

  it('are none between a connector and itself', { timeout: patience }, () => {
    for (const ground of new Grounds().from(0)) {
      const told = compareConnectors(read(ground), read(copyConnector(ground)))
      expect(told.map(({ kind, message }) => `${kind}: ${message.what}`)).toEqual([])
    }
  })
})

function comparisonsOf(change: VersionChange, turn: number, grounds: Grounds): readonly Comparison[] {
  const comparisons: Comparison[] = []
  let index = 0
  for (const ground of grounds.from(turn)) {
    const next = copyConnector(ground)
    const planted = change.plant(next, seededRandom(turn * 1000 + index++))
    if (planted === undefined) continue
    comparisons.push(compare(change, ground, next, planted))
    if (comparisons.length >= groundsPerChange) break
  }
  return comparisons
}

function compare(
  change: VersionChange,
  ground: MutableConnector,
  next: MutableConnector,
  planted: PlantedChange,
): Comparison {
  const told = compareConnectors(read(ground), read(next))
  const { before, after, alternatives = [] } = planted
  const isFound = told.some(
    (one) =>
      change.expects.includes(one.kind) &&
      [one.before, one.after, one.near].some((place) =>
        [before, after, ...alternatives].some((wanted) => isAt(place, wanted)),
      ),
  )
  return {
    change: change.id,
    at: `${before?.pointer ?? '-'} → ${after?.pointer ?? '-'}`,
    isFound,
    told: told.map((one) => `${one.kind} at ${one.before?.pointer ?? '-'} → ${one.after?.pointer ?? '-'}`),
  }
}

function isAt(place: ChangePlace | undefined, wanted: PlantedPlace | undefined): boolean {
  if (place === undefined || wanted === undefined || wanted.file === 'folder') return false
  return place.file === standardNames[wanted.file] && place.pointer === (wanted.pointer ?? '')
}

function read(connector: MutableConnector) {
  const files = [...connectorFiles({ ...connector, names: {} })].map(([path, content]) => ({ path, content }))
  return readConnector(files, { name: 'ground', isWholeFolder: true })
}
