import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyReport } from './fixtures/any-report.ts'
import { sampleReport } from './fixtures/sample-report.ts'
import { printJson } from './print-json.ts'

const schema = JSON.parse(readFileSync(new URL('../schemas/report.schema.json', import.meta.url), 'utf8'))
const validate = new Ajv({ allErrors: true }).compile(schema)

test('keys and their order are published', () => {
  const keys: string[] = []
  JSON.parse(printJson(sampleReport), (key, value) => {
    if (key !== '' && Number.isNaN(Number(key)) && !keys.includes(key)) keys.push(key)
    return value
  })
  const printed = printJson(sampleReport)
  expect(printed.slice(0, printed.indexOf('"counts"', 150))).toBe(`{
  "version": 1,
  "ruleSet": {
    "name": "certification",
    "version": "1.2.3"
  },
  "counts": {
    "error": 1,
    "warning": 1,
    "info": 1
  },
  "subjects": [
    {
      "path": "connectors/Contoso's Invoices",
      "kind": "connector",
      "profile": "verified-publisher",
      "target": "repository",
      `)
  const first = JSON.parse(printed).subjects[0]
  expect(Object.keys(first)).toEqual(['path', 'kind', 'profile', 'target', 'counts', 'findings', 'notChecked'])
  expect(first.findings.map(Object.keys)).toEqual([
    [
      'ruleId',
      'severity',
      'message',
      'file',
      'pointer',
      'range',
      'code',
      'codeConfidence',
      'related',
      'fingerprint',
      'documentation',
    ],
    ['ruleId', 'severity', 'message', 'file', 'pointer', 'range', 'edits', 'fingerprint', 'mend'],
    ['ruleId', 'severity', 'message', 'file', 'pointer', 'range', 'fingerprint'],
  ])
  expect(printed.endsWith('}\n')).toBe(true)
})

test('a finding about a whole file still has a pointer and a range', () => {
  const found = JSON.parse(printJson(sampleReport)).subjects[0].findings[2]
  expect(found).toMatchObject({ pointer: '', range: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } } })
})

test('every report is as the schema says, says nothing else, and comes back', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const printed = JSON.parse(printJson(report))
      expect(validate(printed), JSON.stringify(validate.errors)).toBe(true)
      expect(printed.counts).toEqual(report.counts)
      const texts = report.subjects.map(({ findings }) => findings.map(({ message }) => ({ ...message })))
      expect(
        printed.subjects.map((one: { findings: { message: object }[] }) => one.findings.map(({ message }) => message)),
      ).toEqual(texts)
    }),
  )
})

test('keys that a report carries beyond the published ones are not printed', () => {
  const extra = {
    ...sampleReport,
    secret: 1,
    subjects: sampleReport.subjects.map((subject) => ({ ...subject, secret: 1 })),
  }
  expect(printJson(extra)).toBe(printJson(sampleReport))
})
