import { applyBaseline, createBaseline, createReport } from '@sevenstep/findings'
import { expect, test } from 'vitest'
import { changesAfter, connectorOf, type Edit, edited, shopDefinition } from '../../tests/comparison-fixture.ts'
import { changesToFindings, changesToSubject } from './changes-to-subject.ts'
import { compareConnectors } from './compare-connectors.ts'

const edits: readonly Edit[] = [
  ['/info/version', '2.0'],
  ['/definitions/Priced/properties/price/type', 'string'],
  ['/paths/~1orders/get'],
  ['/paths/~1new', { get: { operationId: 'New', responses: {} } }],
]
const before = connectorOf(shopDefinition)
const after = connectorOf(edited(shopDefinition, edits))
const changes = compareConnectors(before, after)

test('findings carry the fingerprints of their changes, and severities that printers know', () => {
  const findings = changesToFindings(changes, { after })
  const known = changes.filter(({ severity }) => severity !== 'none').map(({ fingerprint }) => fingerprint)
  expect(findings.map(({ fingerprint }) => fingerprint).sort()).toEqual([...known].sort())
  expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(['error', 'info']))
})

test('harmless changes are left out unless asked for', () => {
  expect(changesToFindings(changes).map(({ ruleId }) => ruleId)).not.toContain('ok-operation-added')
  const all = changesToFindings(changes, { includeHarmless: true })
  expect(all.find(({ ruleId }) => ruleId === 'ok-operation-added')?.severity).toBe('info')
  expect(all.length).toBe(changes.length)
})

test('a finding stands in the new version, with the old place and the operations beside it', () => {
  const findings = changesToFindings(changes, {
    after,
    before: { connector: before, path: '../old/' },
    documentationOf: (kind) => `https://example.org/changes#${kind}`,
  })
  const finding = findings.find(({ ruleId }) => ruleId === 'br-output-field-type-changed')
  expect(finding).toMatchObject({
    file: 'apiDefinition.swagger.json',
    pointer: '/definitions/Priced/properties/price/type',
    documentation: 'https://example.org/changes#br-output-field-type-changed',
  })
  const text = after.definitionFile?.text.split('\n')[(finding?.range?.start.line ?? 0) - 1]
  expect(text).toContain('"type": "string"')
  expect(finding?.related?.map(({ file, note }) => [file, note])).toEqual([
    ['../old/apiDefinition.swagger.json', 'In the old version.'],
    ['apiDefinition.swagger.json', 'Operation `CreateOrder` uses it.'],
    ['apiDefinition.swagger.json', 'Operation `GetOrder` uses it.'],
  ])
})

test('of many operations ten are named and the rest counted', () => {
  const paths = Object.fromEntries(
    Array.from({ length: 14 }, (_, index) => [
      `/p${index}`,
      { get: { operationId: `P${index}`, responses: { 200: { schema: { $ref: '#/definitions/Priced' } } } } },
    ]),
  )
  const many = changesAfter([['/definitions/Priced/properties/price']], [['/paths', paths]])
  const [finding] = changesToFindings(many)
  expect(finding?.related).toHaveLength(10)
  expect(finding?.related?.at(-1)?.note).toContain('4 more operations')
  expect(many[0]?.operations).toHaveLength(14)
})

test('acknowledged changes stay known through a baseline, new ones do not', () => {
  const ruleSet = { name: 'comparison', version: '1' }
  const first = createReport(ruleSet, [changesToSubject(changes, { path: 'shop', after })])
  const baseline = createBaseline(first)
  const further = connectorOf(edited(shopDefinition, [...edits, ['/info/title', 'Shop']]))
  const later = changesToSubject(compareConnectors(before, further), { path: 'shop', after: further })
  const { report, gone } = applyBaseline(createReport(ruleSet, [later]), baseline)
  expect(report.subjects[0]?.findings.map(({ ruleId }) => ruleId)).toEqual(['br-title-changed'])
  expect(gone).toEqual([])
  expect(later).toMatchObject({ path: 'shop', kind: 'comparison', counts: { error: 3, warning: 1, info: 1 } })
})
