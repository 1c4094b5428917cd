import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyBaseline } from './apply-baseline.ts'
import { createBaseline, printBaseline } from './create-baseline.ts'
import { createReport } from './create-report.ts'
import { anyReport } from './fixtures/any-report.ts'
import { sampleFindings, sampleReport } from './fixtures/sample-report.ts'
import { parseBaseline } from './parse-baseline.ts'

const schema = JSON.parse(readFileSync(new URL('../schemas/baseline.schema.json', import.meta.url), 'utf8'))
const validate = new Ajv().compile(schema)
const baselineOf = (text: string) => {
  const parsed = parseBaseline(text)
  if (!parsed.ok) throw new Error(parsed.problem)
  return parsed.baseline
}

test('the file is readable and sorted', () => {
  expect(printBaseline(createBaseline(sampleReport)).split('},')[0]).toBe(`{
  "version": 1,
  "subjects": [
    {
      "path": "connectors/Contoso's Invoices",
      "entries": [
        {
          "fingerprint": "cc705cfc9b7df10a",
          "ruleId": "host-lower-case",
          "file": "apiDefinition.swagger.json",
          "pointer": "/host",
          "what": "The host is a sample."
        `)
})

describe('applying', () => {
  test('what is known no longer counts, what is new does', () => {
    const first = sampleReport.subjects[0]
    if (first === undefined) throw new Error('sample has no subject')
    const { path, kind, profile, target } = first
    const older = createReport(sampleReport.ruleSet, [
      { path, kind, profile, target, findings: sampleFindings.slice(0, 1) },
    ])
    const result = applyBaseline(sampleReport, createBaseline(older))
    expect(result.report.counts).toEqual({ error: 0, warning: 1, info: 1 })
    expect(result.known.map(({ finding }) => finding.ruleId)).toEqual(['info-title-max-length'])
    expect(result.report.subjects[0]?.setAside).toMatchObject([
      { by: 'baseline', finding: { ruleId: 'info-title-max-length' } },
    ])
    expect(result.gone).toEqual([])
  })

  test('entries that are no longer found are named, but only for subjects that were checked', () => {
    const mended = createReport(
      sampleReport.ruleSet,
      sampleReport.subjects.map((subject) => ({ ...subject, findings: [] })),
    )
    const baseline = createBaseline(sampleReport)
    expect(applyBaseline(mended, baseline).gone.map(({ entry }) => entry.ruleId)).toEqual([
      'host-lower-case',
      'info-title-max-length',
      'readme-present',
    ])
    const other = createReport(sampleReport.ruleSet, [])
    expect(applyBaseline(other, baseline).gone).toEqual([])
    expect(createBaseline(other, baseline)).toEqual(baseline)
  })

  test('a baseline of a report leaves nothing of it, and updating it then changes nothing', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const text = printBaseline(createBaseline(report))
        expect(validate(JSON.parse(text))).toBe(true)
        const { report: rest, gone } = applyBaseline(report, baselineOf(text))
        expect(rest.counts).toEqual({ error: 0, warning: 0, info: 0 })
        expect(gone).toEqual([])
        expect(printBaseline(createBaseline(rest, baselineOf(text)))).toBe(text)
      }),
    )
  })
})

describe('reading', () => {
  test.each([
    ['{', 'not valid JSON'],
    ['[]', 'not a JSON object'],
    ['null', 'not a JSON object'],
    ['{}', 'version none'],
    ['{"version":2}', 'version 2'],
    ['{"version":1}', '"subjects"'],
    [`{"version":${'['.repeat(200_000)}${']'.repeat(200_000)}}`, 'no number'],
    [`{"version":"${'x'.repeat(999)}"}`, 'xxx; this program'],
    ['{"version":1,"subjects":[{}]}', 'Subject 1'],
    ['{"version":1,"subjects":[{"path":"a","entries":[{"fingerprint":1}]}]}', 'Subject 1'],
  ])('%s is refused with a reason', (text, part) => {
    const parsed = parseBaseline(text)
    expect(parsed.ok ? '' : parsed.problem).toContain(part)
  })

  test('a byte-order mark and unknown fields do no harm', () => {
    expect(parseBaseline('\uFEFF{"$schema":"x","version":1,"subjects":[]}')).toEqual({
      ok: true,
      baseline: { version: 1, subjects: [] },
    })
  })

  test('no text makes it throw', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => typeof parseBaseline(text).ok === 'boolean'))
  })
})
