import { expect, test } from 'vitest'
import { type PackageReport, summarise } from './summarise.ts'

const nothingElse = { failedSteps: [], requireAll: false }

function report(file: string, statuses: Readonly<Record<string, string>>, status = 'passed'): PackageReport {
  const assertionResults = Object.entries(statuses).map(([fullName, verdict]) => ({ fullName, status: verdict }))
  return {
    folder: 'packages/shop',
    testResults: [{ name: `/home/me/packages/shop/${file}`, status, assertionResults }],
  }
}

test('passed tests of all packages are added up', () => {
  const reports = [
    report('src/a.test.ts', { one: 'passed', two: 'passed' }),
    report('src/b.test.ts', { three: 'passed' }),
  ]
  expect(summarise(reports, nothingElse)).toEqual({ passed: 3, failed: 0, lines: [] })
})

test('a failed test is counted once, though its step failed too', () => {
  const reports = [report('src/a.test.ts', { one: 'passed', two: 'failed' }, 'failed')]
  const summary = summarise(reports, { failedSteps: ['tests'], requireAll: false })
  expect(summary).toMatchObject({ passed: 1, failed: 1 })
  expect(summary.lines[0]).toBe('failed: packages/shop/src/a.test.ts (1)')
})

test('a file that failed before its first test is a failure', () => {
  expect(summarise([report('src/a.test.ts', {}, 'failed')], nothingElse).failed).toBe(1)
})

test.each(['build', 'verify', 'tests'])('the step "%s" that failed without a failed test is a failure', (step) => {
  const summary = summarise([report('src/a.test.ts', { one: 'passed' })], { failedSteps: [step], requireAll: false })
  expect(summary).toMatchObject({ passed: 1, failed: 1 })
})

test('skipped tests are named with what they need', () => {
  const reports = [report('src/corpus.test.ts', { 'the corpus (needs CONNECTOR_CORPUS) keeps its counts': 'skipped' })]
  const { failed, lines } = summarise(reports, nothingElse)
  expect(failed).toBe(0)
  expect(lines).toEqual([
    'skipped: packages/shop/src/corpus.test.ts (1 test; to run them, set CONNECTOR_CORPUS to a folder of real connectors)',
  ])
})

test('a skipped test without a reason is quoted', () => {
  expect(summarise([report('src/a.test.ts', { 'does something': 'skipped' })], nothingElse).lines[0]).toContain(
    'no reason given in the title: does something',
  )
})

test('where everything is required a skipped test is a failure', () => {
  const reports = [report('src/a.test.ts', { one: 'skipped', two: 'todo', three: 'passed' })]
  expect(summarise(reports, { failedSteps: [], requireAll: true })).toMatchObject({ passed: 1, failed: 2 })
})
