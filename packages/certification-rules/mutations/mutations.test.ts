import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { corpusConnectors } from './corpus-connectors.ts'
import { differingPlaces } from './differing-places.ts'
import { exampleConnectors } from './example-connector.ts'
import { mutations } from './index.ts'
import { connectorFiles, copyConnector, type MutableConnector, standardNames } from './mutable-connector.ts'
import type { Mutation, PlantedDefect, PlantedPlace } from './mutation.ts'
import { valueAt } from './planted-value.ts'
import { seededRandom } from './seeded-random.ts'

const examples = exampleConnectors()
const fromCorpus = sample(corpusConnectors(process.env.CONNECTOR_CORPUS), 100).flatMap(({ open }) => open() ?? [])

describe.each(mutations.map((mutation, index) => [mutation.id, mutation, index] as const))(
  '%s',
  (_, mutation, turn) => {
    // Each mutation meets another tenth of the corpus sample: all of it for all of them takes minutes.
    const grounds = [...examples, ...fromCorpus.filter((_, index) => index % 10 === turn % 10)]

    test('plants one defect that can be pointed at, the same for the same seed', () => {
      let planted = 0
      for (const [index, ground] of grounds.entries()) {
        const outcome = plant(mutation, ground, index)
        if (outcome === undefined) continue
        planted += 1
        expect(plant(mutation, ground, index)).toEqual(outcome)
        for (const place of [outcome.defect, ...(outcome.defect.alternatives ?? [])])
          expectPlace(outcome.connector, place)
        const places = differingPlaces(ground, outcome.connector)
        expect(places.length).toBeGreaterThan(0)
        if (mutation.compound === undefined) expect(asOne(places, outcome.defect)).toHaveLength(1)
      }
      expect(planted, 'no connector offers a place').toBeGreaterThan(0)
    })
  },
)

test('ids are unique and kebab-case', () => {
  const ids = mutations.map(({ id }) => id)
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([])
})

test('there are as many kinds as were asked for, enough of them from life', () => {
  expect(mutations.length).toBeGreaterThanOrEqual(170)
  expect(mutations.filter(({ origin }) => origin !== 'requirement').length).toBeGreaterThanOrEqual(70)
})

test('every expected rule is a known requirement', () => {
  const file = new URL('../data/requirements.json', import.meta.url)
  const known = new Set([...readFileSync(file, 'utf8').matchAll(/"id": "([^"]+)"/g)].map(([, id]) => id))
  expect(mutations.flatMap(({ expects }) => expects).filter((id) => !known.has(id))).toEqual([])
})

function plant(mutation: Mutation, ground: MutableConnector, seed: number) {
  const connector = copyConnector(ground)
  const defect = mutation.plant(connector, seededRandom(seed))
  if (defect === undefined) {
    expect(connector, 'changed although it found no place').toEqual(ground)
    return undefined
  }
  return { connector, defect } satisfies { connector: MutableConnector; defect: PlantedDefect }
}

/** A value that was replaced counts as one place, however much of it is different now. */
function asOne(places: readonly string[], { file, pointer = '' }: PlantedDefect): readonly string[] {
  const place = `${file}#${pointer}`
  return pointer !== '' && places.every((one) => one === place || one.startsWith(`${place}/`)) ? [place] : places
}

function expectPlace(connector: MutableConnector, place: PlantedPlace): void {
  const { file, pointer, position } = place
  if (file === 'definition' || file === 'properties' || file === 'settings') {
    if (pointer !== undefined) expect(valueAt(connector[file], pointer), `${file}#${pointer}`).toBeDefined()
  }
  if (position === undefined) return
  if (file === 'folder') throw new Error('a folder has no lines')
  const bytes = connectorFiles(connector).get(connector.names[file] ?? standardNames[file])
  const lines = new TextDecoder().decode(bytes).split(/\r\n|\n|\r/)
  expect(position.line).toBeLessThanOrEqual(lines.length)
  expect(position.column).toBeLessThanOrEqual((lines[position.line - 1]?.length ?? 0) + 1)
}

/** Every n-th of the values, so that all parts of a sorted list are met. */
function sample<T>(values: readonly T[], count: number): T[] {
  const step = Math.max(1, Math.floor(values.length / count))
  return values.filter((_, index) => index % step === 0)
}
