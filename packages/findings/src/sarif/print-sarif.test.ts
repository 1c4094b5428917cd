import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyReport, hostileText } from '../fixtures/any-report.ts'
import { sampleReport } from '../fixtures/sample-report.ts'
import type { Report } from '../report.ts'
import type { RuleDescription } from '../rule.ts'
import { artifactUri } from './artifact-uri.ts'
import { printSarif } from './print-sarif.ts'

const schemaPath = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
// The official schema is written in JSON Schema draft 4; apart from these two keys it means the same in draft 7.
const { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync(schemaPath, 'utf8'))
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
formats.default(ajv)
const validate = ajv.compile(schema)

const rule: RuleDescription = {
  id: 'info-title-max-length',
  group: 'Definition',
  title: 'The title has at most 30 characters.',
  settings: { custom: 'warning', 'verified-publisher': 'error' },
  messages: { default: { what: 'The title has {count} characters.', why: 'It is cut off.', fix: 'Shorten it.' } },
  codes: ['5000.5'],
  sources: [],
  documentation: 'https://rules.example/info-title-max-length',
}
const options = { toolVersion: '1.2.3', rules: [rule] }
const printed = (report: Report) => JSON.parse(printSarif(report, options)).runs[0]

describe('the sample report', () => {
  const run = printed(sampleReport)

  test('names the rules, those without a description too', () => {
    expect(run.tool.driver).toMatchObject({ name: 'Sevenstep', version: '1.2.3', semanticVersion: '1.2.3' })
    expect(run.tool.driver.rules[0]).toEqual({
      id: 'info-title-max-length',
      name: 'InfoTitleMaxLength',
      shortDescription: { text: 'The title has at most 30 characters.' },
      fullDescription: { text: 'The title has at most 30 characters.' },
      help: {
        text: 'The title has at most 30 characters.\nIt is cut off. Shorten it.',
        markdown:
          'The title has at most 30 characters.\n\nIt is cut off. Shorten it.\n\n[More about info-title-max-length](https://rules.example/info-title-max-length)',
      },
      helpUri: 'https://rules.example/info-title-max-length',
      defaultConfiguration: { level: 'error' },
      properties: { tags: ['Definition'], microsoftCodes: ['5000.5'] },
    })
    expect(run.tool.driver.rules.slice(1)).toEqual([{ id: 'host-lower-case' }, { id: 'readme-present' }])
  })

  test('places results, relatives, fixes and what was not checked', () => {
    const uri = 'connectors/Contoso%27s%20Invoices/apiDefinition.swagger.json'
    const [first, second, third] = run.results
    expect(first).toMatchObject({
      ruleIndex: 0,
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri, uriBaseId: '%SRCROOT%' },
            region: { startLine: 4, startColumn: 14, endLine: 4, endColumn: 55 },
          },
          logicalLocations: [{ fullyQualifiedName: '/info/title', kind: 'value' }],
        },
      ],
      relatedLocations: [{ id: 1, message: { text: 'The same title is used here.' } }],
      properties: { microsoftCode: '5000.5', microsoftCodeConfidence: 'low' },
    })
    expect(second.fixes[0].artifactChanges).toEqual([
      {
        artifactLocation: { uri, uriBaseId: '%SRCROOT%' },
        replacements: [
          {
            deletedRegion: { startLine: 7, startColumn: 11, endLine: 7, endColumn: 32 },
            insertedContent: { text: '"api.contoso.com"' },
          },
        ],
      },
    ])
    expect(third.level).toBe('note')
    expect(run.invocations[0].toolExecutionNotifications[0].message.text).toBe(
      'Not checked: The icon was not given. Add it to the folder.',
    )
  })
})

test('findings set aside are marked as suppressed', () => {
  const [subject] = sampleReport.subjects
  const [finding] = subject?.findings ?? []
  if (subject === undefined || finding === undefined) throw new Error('sample has no finding')
  const setAside = [
    { finding, by: 'suppression' as const, reason: 'agreed' },
    { finding, by: 'baseline' as const, reason: 'known' },
  ]
  const report = { ...sampleReport, subjects: [{ ...subject, findings: [], setAside }] }
  expect(validate(JSON.parse(printSarif(report, options)))).toBe(true)
  expect(printed(report).results).toMatchObject([
    { suppressions: [{ kind: 'external', status: 'accepted', justification: 'agreed' }] },
    { suppressions: [{ justification: 'known' }], baselineState: 'unchanged' },
  ])
})

test('every log is valid against the official schema and points into its own table of rules', () => {
  fc.assert(
    fc.property(fc.array(anyReport, { maxLength: 2 }), hostileText, (reports, toolVersion) => {
      const log = JSON.parse(printSarif(reports, { ...options, toolVersion }))
      expect(validate(log), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true)
      const [{ tool, results }] = log.runs
      for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId)
    }),
  )
})

describe('artifactUri', () => {
  test.each([
    ['a/b.json', 'a/b.json'],
    ["Contoso's Files/a b#c?.json", 'Contoso%27s%20Files/a%20b%23c%3F.json'],
    ['./a', 'a'],
    ['../a', '../a'],
    ['a:b/c', 'a%3Ab/c'],
    ['100%', '100%25'],
    ['/srv/a b', 'file:///srv/a%20b'],
    ['C:\\Work\\a b.json', 'file:///C:/Work/a%20b.json'],
    ['ü\uD800', '%C3%BC%EF%BF%BD'],
    ['', '.'],
  ])('%j is %s', (path, uri) => {
    expect(artifactUri(path)).toBe(uri)
  })

  test('relative paths come back from their address', () => {
    const segment = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => `s${text.replaceAll('/', '')}`)
    const path = fc.array(segment, { minLength: 1 }).map((parts) => parts.join('/'))
    fc.assert(
      fc.property(path, (one) => {
        fc.pre(!/^[A-Za-z]:\\/.test(one))
        expect(decodeURIComponent(artifactUri(one))).toBe(one)
      }),
    )
  })
})
