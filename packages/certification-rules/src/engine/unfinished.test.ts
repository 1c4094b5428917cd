import { type GivenFile, readConnector } from '@sevenstep/connector-schema'
import { describe, expect, test } from 'vitest'
import { exampleConnectors } from '../../mutations/example-connector.ts'
import { connectorFiles } from '../../mutations/mutable-connector.ts'
import { checkConnector } from './check-connector.ts'
import type { Profile } from './profiles.ts'

/** What only a whole operation could tell: it may be marked as internal in the part that was not read. */
const ofWholeOperations = /-(?:summary|description)-|^style-/

describe('a file that was cut off', () => {
  test.each(exampleConnectors().map((connector, index) => [index, connector] as const))(
    'is not said to lack what may stand behind its end: example %i',
    (_, connector) => {
      const files = [...connectorFiles(connector)].map(([path, content]): GivenFile => ({ path, content }))
      const known = new Set(rulesAndPlaces(files, connector.kind))
      for (const [index, { path, content }] of files.entries()) {
        if (!path.endsWith('.json') || !(content instanceof Uint8Array)) continue
        for (let length = 1; length < content.length; length += 97) {
          const cut = files.with(index, { path, content: content.slice(0, length) })
          const news = rulesAndPlaces(cut, connector.kind).filter(
            (one) => !known.has(one) && !ofWholeOperations.test(one),
          )
          expect(news, `${path} cut off at ${length}`).toEqual([])
        }
      }
    },
  )

  test('is still judged by what was read of it', () => {
    const text = '{ "swagger": "2.0", "info": { "title": "Fleet API" }, "host": "https://fleet.example", "paths": {'
    const files = [{ path: 'apiDefinition.swagger.json', content: text }]
    const rules = checkConnector(readConnector(files)).subject.findings.map(({ ruleId }) => ruleId)
    expect(rules).toEqual(expect.arrayContaining(['file-json-valid', 'host-no-scheme', 'info-title-restricted-words']))
    expect(rules).not.toContain('host-schemes-required')
  })

  test('is not said to lack what stands behind a brace too many', () => {
    const rulesIn = (content: string) =>
      checkConnector(readConnector([{ path: 'apiDefinition.swagger.json', content }])).subject.findings.map(
        ({ ruleId }) => ruleId,
      )
    expect(rulesIn('{ "swagger": "2.0" }\n"host": "fleet.example" }')).not.toContain('host-required')
    expect(rulesIn('{ "swagger": "2.0" } }')).toContain('host-required')
  })

  test('names the rules that could not look', () => {
    const connector = readConnector([{ path: 'apiDefinition.swagger.json', content: '{ "swagger": "2.0"' }])
    const { notChecked = [] } = checkConnector(connector, { only: ['host-required'] }).subject
    expect(notChecked).toEqual([{ rules: ['host-required'], reason: 'A JSON file could not be read to its end.' }])
  })
})

function rulesAndPlaces(files: readonly GivenFile[], profile: Profile): readonly string[] {
  const { findings } = checkConnector(readConnector(files, { isWholeFolder: true }), { profile }).subject
  return findings
    .filter(({ ruleId }) => !ruleId.startsWith('file-json'))
    .map(({ ruleId, file, pointer }) => `${ruleId} ${file}#${pointer ?? ''}`)
}
