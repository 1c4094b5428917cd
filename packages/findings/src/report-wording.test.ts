import { describe, expect, test } from 'vitest'
import { createReport } from './create-report.ts'
import { headlineOf, pathOf, summaryOf } from './report-wording.ts'
import type { Severity } from './severity.ts'

const reportOf = (...subjects: readonly [kind: string, ...found: Severity[]][]) =>
  createReport(
    { name: 'rules', version: '1' },
    subjects.map(([kind, ...found]) => ({
      path: 'a',
      kind,
      profile: 'custom',
      target: 'repository',
      findings: found.map((severity) => ({
        ruleId: 'r',
        severity,
        file: 'f',
        message: { what: 'w', why: 'y', fix: 'z' },
      })),
    })),
  )

describe('the headline is the answer', () => {
  test.each([
    [reportOf(), 'Nothing was checked'],
    [reportOf(['connector', 'warning']), 'This connector meets the requirements we check'],
    [reportOf(['connector', 'error']), 'This connector does not yet meet the requirements we check'],
    [
      reportOf(['connector'], ['connector', 'error'], ['connector', 'info']),
      '2 of 3 connectors meet the requirements we check',
    ],
    [reportOf(['connector'], ['connector', 'error']), '1 of 2 connectors meets the requirements we check'],
    [reportOf(['connector'], ['package']), 'All 2 subjects meet the requirements we check'],
    [
      reportOf(['connector', 'error'], ['connector', 'error']),
      'None of 2 connectors meets the requirements we check yet',
    ],
  ])('%#: %s', (report, expected) => {
    expect(headlineOf(report)).toBe(expected)
  })
})

describe('the summary counts', () => {
  test.each([
    [reportOf(), 'Nothing was checked.'],
    [reportOf(['connector']), 'Nothing found in 1 connector'],
    [
      reportOf(['connector', 'error', 'error', 'info'], ['connector', 'info']),
      '2 errors, 2 notes in 2 connectors (1 clean)',
    ],
    [reportOf(['connector', 'warning'], ['package', 'error']), '1 error, 1 warning in 2 subjects'],
    [reportOf(['connector'], ['connector', 'info']), '1 note in 2 connectors (all clean)'],
  ])('%#: %s', (report, expected) => {
    expect(summaryOf(report)).toBe(expected)
  })
})

test.each([
  ['a', 'b.json', 'a/b.json'],
  ['a/', 'b.json', 'a/b.json'],
  ['.', 'b.json', 'b.json'],
  ['b.json', 'b.json', 'b.json'],
  ['x/b.json', 'b.json', 'x/b.json'],
  ['x/ab.json', 'b.json', 'x/ab.json/b.json'],
  ['a', '', 'a'],
])('the path of %s and %s is %s', (subject, file, expected) => {
  expect(pathOf(subject, file)).toBe(expected)
})
