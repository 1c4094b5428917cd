import { describeChangeKinds } from '@sevenstep/connector-schema'
import { describe, expect, test } from 'vitest'
import { corpusConnectors } from '../corpus-connectors.ts'
import { differingPlaces } from '../differing-places.ts'
import { exampleConnectors } from '../example-connector.ts'
import { copyConnector, type MutableConnector } from '../mutable-connector.ts'
import type { PlantedPlace } from '../mutation.ts'
import { valueAt } from '../planted-value.ts'
import { seededRandom } from '../seeded-random.ts'
import { versionChanges } from './index.ts'
import type { PlantedChange, VersionChange } from './version-change.ts'

const grounds = [
  ...exampleConnectors(),
  ...corpusConnectors(process.env.CONNECTOR_CORPUS)
    .filter((_, index) => index % 25 === 0)
    .flatMap(({ open }) => open() ?? []),
]

describe.each(versionChanges.map((change) => [change.id, change] as const))('%s', (_, change) => {
  test('turns a connector into another whose difference can be pointed at, the same for the same seed', () => {
    let planted = 0
    for (const [index, ground] of grounds.entries()) {
      const outcome = plant(change, ground, index)
      if (outcome === undefined) continue
      planted += 1
      expect(plant(change, ground, index)).toEqual(outcome)
      expectPlace(ground, outcome.planted.before)
      expectPlace(outcome.connector, outcome.planted.after)
      expect(differingPlaces(ground, outcome.connector).length).toBeGreaterThan(0)
    }
    expect(planted, 'no connector offers a place').toBeGreaterThan(0)
  })
})

test('every kind of change that was measured has a change that shows it, and no other kind is expected', () => {
  const kinds = describeChangeKinds()
  const expected = new Set(versionChanges.flatMap(({ expects }) => expects))
  expect(kinds.filter(({ id, isOurs }) => !isOurs && !expected.has(id)).map(({ id }) => id)).toEqual([])
  const known = new Set<string>(kinds.map(({ id }) => id))
  expect([...expected].filter((id) => !known.has(id))).toEqual([])
})

function plant(change: VersionChange, ground: MutableConnector, seed: number) {
  const connector = copyConnector(ground)
  const planted = change.plant(connector, seededRandom(seed))
  if (planted === undefined) {
    expect(connector, 'changed although it found no place').toEqual(ground)
    return undefined
  }
  return { connector, planted } satisfies { connector: MutableConnector; planted: PlantedChange }
}

function expectPlace(connector: MutableConnector, place: PlantedPlace | undefined): void {
  if (place === undefined) return
  const { file, pointer = '' } = place
  if (file !== 'definition' && file !== 'properties') throw new Error(`no JSON file: ${file}`)
  expect(valueAt(connector[file], pointer), `${file}#${pointer}`).toBeDefined()
}
