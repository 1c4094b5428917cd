import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { disarmCommands, disarmJson } from './build-commands.ts'
import { createReport } from './create-report.ts'
import { anyReport, hostileText } from './fixtures/any-report.ts'
import { printHtml } from './html/print-html.ts'
import { printGithub } from './print-github.ts'
import { printJson } from './print-json.ts'
import { printJunit } from './print-junit.ts'
import { printMarkdown } from './print-markdown.ts'
import type { Report } from './report.ts'
import { printSarif } from './sarif/print-sarif.ts'
import { printText } from './text/print-text.ts'

const azure = /##(?:vso)?\[/i
const github = /^\s*::/

const printers: readonly (readonly [string, (report: Report, source: string) => string])[] = [
  ['text', (report, source) => printText(report, { sources: () => source, verbosity: 'verbose', width: 40 })],
  ['quiet text', (report) => printText(report, { verbosity: 'quiet' })],
  ['JSON', printJson],
  ['SARIF', (report) => printSarif(report, { toolVersion: '1.0.0', rules: [] })],
  ['JUnit', (report) => printJunit(report)],
  ['HTML', (report, source) => printHtml(report, { sources: () => source })],
  ['Markdown', (report) => printMarkdown(report)],
  ['GitHub', (report) => printGithub(report)],
]

describe.each(printers)('%s', (name, print) => {
  test('holds no command for a build server', () => {
    fc.assert(
      fc.property(anyReport, hostileText, (report, source) => {
        for (const line of print(report, source).split(/\r\n|[\r\n]/)) {
          expect(line).not.toMatch(azure)
          if (name !== 'GitHub') expect(line).not.toMatch(github)
        }
      }),
    )
  })

  test('whatever place in a sentence a line is broken at', () => {
    const what = `${'word '.repeat(30)}::add-mask::x `.repeat(20)
    const finding = { ruleId: 'r', severity: 'error' as const, message: { what, why: what, fix: what }, file: '::a' }
    const subject = { path: '::p', kind: 'k', profile: 'p', target: 't', findings: [finding] }
    const printed = print(createReport({ name: 'n', version: '1' }, [subject]), '::debug::x')
    for (const line of name === 'GitHub' ? [] : printed.split('\n')) expect(line).not.toMatch(github)
    expect(printed.length).toBeGreaterThan(100)
  })
})

test.each([
  ['a ##vso[task]b', 'a #\u2317vso[task]b'],
  ['###[x]', '##\u2317[x]'],
  ['##VSO[x] ## [x] #[x]', '#\u2317VSO[x] ## [x] #[x]'],
  ['::a\n  ::b\nc ::d', '\u2236:a\n  \u2236:b\nc ::d'],
])('%j becomes %j', (text, safe) => {
  expect(disarmCommands(text)).toBe(safe)
})

test('JSON means the same', () => {
  const value = { '##[a]': '\\##vso[b]', c: ['###[', '#'] }
  expect(JSON.parse(disarmJson(JSON.stringify(value)))).toEqual(value)
})
