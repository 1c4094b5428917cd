import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { anyReport } from './fixtures/any-report.ts'
import { sampleReport } from './fixtures/sample-report.ts'
import { printJunit } from './print-junit.ts'

/** Element names in order; throws when the text is not well-formed. */
function elementsOf(xml: string): string[] {
  const names: string[] = []
  const parser = new SaxesParser()
  parser.on('opentag', ({ name }) => names.push(name))
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return names
}

test('errors fail, the rest is said, what was not checked is skipped', () => {
  expect(printJunit(sampleReport).split('\n').slice(0, 6)).toEqual([
    '<?xml version="1.0" encoding="UTF-8"?>',
    "<!-- Our check, not Microsoft's verdict. -->",
    '<testsuites name="certification" tests="5" failures="1">',
    '  <testsuite name="connectors/Contoso&apos;s Invoices" tests="4" failures="1" errors="0" skipped="1">',
    '    <testcase name="info-title-max-length (connectors/Contoso&apos;s Invoices/apiDefinition.swagger.json:4:14)" classname="connectors/Contoso&apos;s Invoices/apiDefinition.swagger.json" file="connectors/Contoso&apos;s Invoices/apiDefinition.swagger.json" line="4"><failure type="error" message="The title has 39 characters; at most 30 are allowed.">connectors/Contoso&apos;s Invoices/apiDefinition.swagger.json:4:14',
    'The title has 39 characters; at most 30 are allowed.',
  ])
  expect(elementsOf(printJunit(sampleReport))).toEqual(
    'testsuites testsuite testcase failure testcase system-out testcase system-out testcase skipped testsuite testcase'.split(
      ' ',
    ),
  )
})

test.each([
  ['never', 0],
  ['error', 1],
  ['warning', 2],
  ['info', 3],
] as const)('failing on %s gives %d failures', (failOn, failures) => {
  expect(printJunit(sampleReport, { failOn })).toContain(`tests="5" failures="${failures}"`)
})

test('well-formed whatever the texts hold, with nothing added', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const cases = elementsOf(printJunit(report)).filter((name) => name === 'testcase')
      const expected = report.subjects.map(
        ({ findings, notChecked }) => Math.max(findings.length, 1) + (notChecked?.length ?? 0),
      )
      expect(cases).toHaveLength(expected.reduce((sum, count) => sum + count, 0))
    }),
  )
})
