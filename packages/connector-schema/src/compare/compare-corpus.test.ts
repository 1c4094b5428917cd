import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type JsonValue, resolvePointer, toValue } from '@sevenstep/located-json'
import { describe, expect, test } from 'vitest'
import { type Connector, jsonFilesOf } from '../read/connector.ts'
import { readConnector } from '../read/read-connector.ts'
import type { GivenFile } from '../read/text-file.ts'
import type { ChangePlace } from './change.ts'
import { compareConnectors } from './compare-connectors.ts'

const corpus = process.env.CONNECTOR_CORPUS ?? ''
const isMissing = corpus === '' && process.env.SEVENSTEP_REQUIRE_ALL !== '1'
const minutes = 5 * 60_000

/** Folders with a definition; the test fails when the corpus is asked for and not there. */
function connectorFolders(): readonly string[] {
  return readdirSync(corpus, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.toLowerCase() === 'apidefinition.swagger.json')
    .map((entry) => entry.parentPath)
    .sort()
}

function filesIn(folder: string): readonly GivenFile[] {
  return readdirSync(folder)
    .filter((name) => /^api(definition\.swagger|properties)\.json$/i.test(name))
    .map((path) => ({ path, content: new Uint8Array(readFileSync(join(folder, path))) }))
}

describe.skipIf(isMissing)('real connectors (needs CONNECTOR_CORPUS)', () => {
  const folders = isMissing ? [] : connectorFolders()

  test('there are many', () => {
    expect(folders.length).toBeGreaterThan(400)
  })

  test('differ in nothing from themselves, nor from themselves in another layout', { timeout: minutes }, () => {
    const different = folders.flatMap((folder) => {
      const files = filesIn(folder)
      const one = readConnector(files)
      const changes = [...compareConnectors(one, readConnector(files))]
      // A file that ends too early is said to be compared only in part.
      if (jsonFilesOf(one).every(({ json }) => json.isComplete)) {
        const other = readConnector(turned(one))
        changes.push(...compareConnectors(one, other), ...compareConnectors(other, one))
      }
      return changes.length === 0 ? [] : [`${folder}: ${changes[0]?.message.what}`]
    })
    expect(different).toEqual([])
  })

  test('compare with their neighbours: every place exists, and what is gone one way is new the other way', {
    timeout: minutes,
  }, () => {
    for (const [index, folder] of folders.entries()) {
      const before = readConnector(filesIn(folder))
      const after = readConnector(filesIn(folders[index + 1] ?? folder))
      const there = compareConnectors(before, after)
      const back = compareConnectors(after, before)
      const badPlaces = there.filter((change) => !exists(before, change.before) || !exists(after, change.near))
      expect(
        badPlaces.map(({ message }) => message.what),
        folder,
      ).toEqual([])
      const count = (changes: typeof there, pattern: RegExp): number =>
        changes.filter(({ kind }) => pattern.test(kind)).length
      expect(count(back, /^ok-operation-added$/), folder).toBe(count(there, /^br-operation-deleted$/))
      expect(count(back, /^ok-output-added$/), folder).toBe(count(there, /^br-output-field-deleted$/))
    }
  })
})

/** The JSON files of a connector with the keys the other way round, on one line. */
function turned(connector: Connector): readonly GivenFile[] {
  return [connector.definitionFile, connector.propertiesFile].flatMap((file) =>
    file?.json.root === undefined
      ? []
      : [{ path: file.path, content: JSON.stringify(reversed(toValue(file.json.root))) }],
  )
}

function reversed(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).reverse()
  return Object.fromEntries(entries.map(([key, inner]) => [key, reversed(inner)]))
}

function exists(side: Connector, place: ChangePlace | undefined): boolean {
  if (place === undefined) return true
  const file = [side.definitionFile, side.propertiesFile].find((candidate) => candidate?.path === place.file)
  const root = file?.json.root
  return root !== undefined && resolvePointer(root, place.pointer) === place.node
}
