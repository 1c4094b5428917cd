import fc from 'fast-check'
import { marked, type Token, type Tokens } from 'marked'
import { expect, test } from 'vitest'
import { createReport } from './create-report.ts'
import { anyReport } from './fixtures/any-report.ts'
import { sampleFindings, sampleReport } from './fixtures/sample-report.ts'
import { printMarkdown } from './print-markdown.ts'

test('the answer, what blocks, the rest folded', () => {
  expect(printMarkdown(sampleReport)).toBe(`## 1 of 2 connectors meets the requirements we check

1 error, 1 warning, 1 note in 2 connectors (1 clean).

### connectors/Contoso's Invoices

connector, verified-publisher

| | Where | What to know | Rule |
|---|---|---|---|
| error | <code>apiDefinition.swagger.json:4:14</code> | <b>The title has 39 characters; at most 30 are allowed.</b><br>Longer titles are cut off in the list of connectors.<br>Shorten the title to 30 characters. | <a href="https://rules.example/info-title-max-length">info-title-max-length</a> |

<details><summary>1 warning</summary>

| | Where | What to know | Rule |
|---|---|---|---|
| warning | <code>apiDefinition.swagger.json:7:11</code> | <b>The host is a sample.</b><br>No request can reach it.<br>Name the real host. | host-lower-case |

</details>

<details><summary>1 note</summary>

| | Where | What to know | Rule |
|---|---|---|---|
| note | <code>readme.md</code> | <b>There is no readme.</b><br>Users look for one.<br>Write readme.md. | readme-present |

</details>

Not checked: The icon was not given. Add it to the folder. (2 rules)

Our check, not Microsoft's verdict. Rules: certification 1.2.3.
`)
})

test('a comment holds no more than it may, and says what it leaves out', () => {
  const [, warning] = sampleFindings
  if (warning === undefined) throw new Error('sample has no warning')
  const findings = Array.from({ length: 2_000 }, (_, index) => ({
    ...warning,
    severity: index === 1_999 ? ('error' as const) : ('warning' as const),
    message: { ...warning.message, what: `${index} ${'<|`'.repeat(100)}` },
  }))
  const subject = { path: 'a', kind: 'connector', profile: 'custom', target: 'repository', findings }
  const printed = printMarkdown(createReport(sampleReport.ruleSet, [subject]))
  expect(printed.length).toBeLessThanOrEqual(65_536)
  expect(printed.length).toBeGreaterThan(55_000)
  expect(printed).toMatch(/\*\*Shown are \d+ of 2000 findings, the gravest first\*\*/)
  expect(printed).toContain('| error |')
  expect(printed.match(/<details>/g)).toHaveLength(1)
  expect(printed.match(/<\/details>/g)).toHaveLength(1)
})

const ownTags = /^<\/?(?:code|b|br|details|summary)>$|^<a href="https?:\/\/[^"<>\s]*">$|^<\/a>$|^<!-- -->$/

test('no text becomes markup, a link, a mention or another cell', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const printed = printMarkdown(report)
      const found: string[] = []
      let rows = 0
      marked.walkTokens(marked.lexer(printed), (token: Token) => {
        if (token.type === 'table') {
          // marked types every token loosely; a table token is this one.
          const table = token as Tokens.Table
          rows += table.rows.length
          for (const row of table.rows) expect(row).toHaveLength(4)
        }
        if (['link', 'image', 'codespan', 'code', 'del', 'em', 'list', 'blockquote', 'hr'].includes(token.type))
          found.push(token.type)
        if (token.type === 'html')
          for (const tag of token.raw.match(/<[^>]*>/g) ?? []) if (!ownTags.test(tag)) found.push(tag)
      })
      expect(found).toEqual([])
      expect(rows).toBe(report.counts.error + report.counts.warning + report.counts.info)
      expect(printed.replaceAll(/<a href="[^"]*">/g, '')).not.toMatch(/@\w/)
    }),
  )
})

test('references to issues and names of emoji stay text', () => {
  const message = { what: 'GH-12 and :tada: at 10:20:30', why: '- a', fix: '' }
  const subject = { path: 'a', kind: 'k', profile: 'p', target: 't' }
  const findings = [{ ruleId: 'r', severity: 'error' as const, message, file: 'f' }]
  const printed = printMarkdown(createReport(sampleReport.ruleSet, [{ ...subject, findings }]))
  expect(printed).toContain('GH-<!-- -->12 and :<!-- -->tada: at 10:<!-- -->20:30')
  expect(printed).toContain('&#45; a')
})
