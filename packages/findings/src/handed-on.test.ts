import { expect, test } from 'vitest'
import { createReport } from './create-report.ts'
import { printHtml } from './html/print-html.ts'
import { printJson } from './print-json.ts'
import { printMarkdown } from './print-markdown.ts'
import type { Report } from './report.ts'
import { printText } from './text/print-text.ts'

const finding = { ruleId: 'r', severity: 'warning', message: { what: 'W.', why: 'Y.', fix: 'F.' }, file: 'a' } as const

/** Two subjects, of which the first was judged with what others show. */
function reportOf(from: readonly string[], findings: readonly (typeof finding)[] = [finding]): Report {
  const shared = { kind: 'page', profile: 'p', target: 'current' }
  const handedOn = [{ fact: 'parameters', words: 'what templates declare', from }]
  return createReport({ name: 'rules', version: '1' }, [
    { ...shared, path: 'site', findings, handedOn },
    { ...shared, path: 'other', findings: [finding] },
  ])
}

test('every report for people says what was judged with and from where, once', () => {
  const report = reportOf(['a.zip', 'b.zip', 'c.zip', 'd.zip'])
  const words = 'Known from a.zip, b.zip, c.zip and 1 more: what templates declare.'
  for (const printed of [printText(report), printHtml(report), printMarkdown(report)]) {
    expect(printed.split('Known from')).toHaveLength(2)
    expect(printed.replaceAll('\\', '')).toContain(words)
  }
})

test('one that is clean by what another shows is not passed over', () => {
  expect(printText(reportOf(['a.zip'], []))).toMatch(/^site\n[\s\S]*Known from a\.zip: what templates declare\./)
})

test('JSON has all of it, and nothing where nothing was handed on', () => {
  const { subjects }: Report = JSON.parse(printJson(reportOf(['a.zip'])))
  expect(subjects.map(({ handedOn }) => handedOn)).toEqual([
    [{ fact: 'parameters', words: 'what templates declare', from: ['a.zip'] }],
    undefined,
  ])
})
