import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createReport } from './create-report.ts'
import { anyReport } from './fixtures/any-report.ts'
import { sampleReport } from './fixtures/sample-report.ts'
import { printGithub } from './print-github.ts'

test('commands, gravest first', () => {
  const path = "connectors/Contoso's Invoices"
  expect(printGithub(sampleReport)).toBe(
    `::error file=${path}/apiDefinition.swagger.json,line=4,endLine=4,col=14,endColumn=55,title=info-title-max-length::The title has 39 characters; at most 30 are allowed.%0ALonger titles are cut off in the list of connectors.%0AShorten the title to 30 characters.%0Ahttps://rules.example/info-title-max-length
::warning file=${path}/apiDefinition.swagger.json,line=7,endLine=7,col=11,endColumn=32,title=host-lower-case::The host is a sample.%0ANo request can reach it.%0AName the real host.
::notice file=${path}/readme.md,title=readme-present::There is no readme.%0AUsers look for one.%0AWrite readme.md.
1 error, 1 warning, 1 note in 2 connectors (1 clean). Our check, not Microsoft's verdict.
`,
  )
})

test('what the runner gives a meaning is escaped', () => {
  const finding = {
    ruleId: 'a:b,c',
    severity: 'error' as const,
    message: { what: '100%\r\n::error::x', why: '', fix: '' },
    file: 'a,b:c%.json',
    range: { start: { line: 1, column: 2 }, end: { line: 3, column: 4 } },
  }
  const report = createReport(sampleReport.ruleSet, [
    { path: '.', kind: 'connector', profile: 'custom', target: 'repository', findings: [finding] },
  ])
  expect(printGithub(report).split('\n')[0]).toBe(
    '::error file=a%2Cb%3Ac%25.json,line=1,endLine=3,title=a%3Ab%2Cc::100%25%0D%0A::error::x',
  )
})

test('no text adds a command or a property', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const lines = printGithub(report)
        .trimEnd()
        .split(/\r\n|[\r\n\u0085\u2028\u2029]/)
      const count = report.counts.error + report.counts.warning + report.counts.info
      expect(lines).toHaveLength(count + 1)
      for (const line of lines.slice(0, -1)) {
        expect(line).toMatch(
          /^::(error|warning|notice) file=[^:,]*(,line=\d+,endLine=\d+(,col=\d+,endColumn=\d+)?)?,title=[^:,]*::/,
        )
      }
    }),
  )
})
