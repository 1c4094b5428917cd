import { type Connector, readConnector } from '@sevenstep/connector-schema'
import { describe, expect, it } from 'vitest'
import { corpusConnectors } from '../mutations/corpus-connectors.ts'
import { exampleConnectors } from '../mutations/example-connector.ts'
import { connectorFiles } from '../mutations/mutable-connector.ts'
import { checkConnector } from '../src/engine/check-connector.ts'
import type { Profile } from '../src/engine/profiles.ts'
import { corpusEntries } from './corpus.ts'
import { patience, sampleOf } from './long-run.ts'

describe('connectors without a planted defect', () => {
  it.each(exampleConnectors().map((connector, index) => [index, connector] as const))(
    'example %i has no error',
    (_, connector) => {
      const files = [...connectorFiles(connector)].map(([path, content]) => ({ path, content }))
      const { findings } = checkConnector(readConnector(files, { isWholeFolder: true }), {
        profile: connector.kind,
      }).subject
      const errors = findings.filter(({ severity }) => severity === 'error')
      expect(errors.map(({ ruleId, file, pointer }) => `${ruleId} ${file}#${pointer ?? ''}`)).toEqual([])
    },
  )
})

const entries = sampleOf(corpusEntries(), 40)

describe.skipIf(entries.length === 0)('accepted connectors as grounds (needs CONNECTOR_CORPUS)', () => {
  it('have no finding of their content that they had not in their folder', { timeout: patience }, () => {
    const grounds = new Map(corpusConnectors(process.env.CONNECTOR_CORPUS).map((one) => [one.folder, one]))
    const added = entries.flatMap(({ folder, profile, read }) => {
      const ground = grounds.get(folder)?.open()
      if (ground === undefined) return []
      const files = [...connectorFiles(ground)].map(([path, content]) => ({ path, content }))
      const own = new Set(sayings(read(), profile))
      return sayings(readConnector(files), profile).flatMap((saying) =>
        own.has(saying) ? [] : [`${folder}: ${saying}`],
      )
    })
    expect(added).toEqual([])
  })
})

/** What is said of a connector; how its files are written, and which there are, is not kept. */
function sayings(connector: Connector, profile: Profile): readonly string[] {
  const { findings } = checkConnector(connector, { profile }).subject
  return findings
    .filter(({ ruleId }) => !/^(?:file|style)-/.test(ruleId))
    .map(({ ruleId, pointer, message }) => `${ruleId} ${pointer ?? ''} ${message.what}`)
}
