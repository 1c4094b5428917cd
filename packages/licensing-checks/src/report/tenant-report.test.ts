import { describe, expect, test } from 'vitest'
import { checkLicences } from '../engine/check-licences.ts'
import { judgeEntitlements } from '../entitlement/judge-entitlements.ts'
import { readLicenceFile } from '../licences/read-licence-file.ts'
import { flowWith, licenceDetail, listText, userWith } from '../testing/given-list.ts'
import { csvLine, entitlementLines } from './print-report-csv.ts'
import { printReportHtml } from './print-report-html.ts'
import { printReportJson } from './print-report-json.ts'
import { printReportText } from './print-report-text.ts'
import { askedInWords } from './report-words.ts'
import { createTenantReport } from './tenant-report.ts'

const evil = '<script>alert(1)</script>'
const list = {
  users: [
    userWith([licenceDetail('premium')]),
    userWith([licenceDetail('business')], { userPrincipalName: '=HYPERLINK("http://evil.example")' }),
    userWith([licenceDetail('premium', 'PendingInput')], { userPrincipalName: evil }),
  ],
  flows: [
    flowWith({ owner: undefined }),
    flowWith({
      name: '::error::\u001b[31mred',
      connectors: [{ id: 'shared_office365', tier: 'standard' }],
      owner: undefined,
    }),
  ],
}
const { licensing } = checkLicences([readLicenceFile('licences.json', listText({ list }))])
const report = createTenantReport(licensing, { title: 'Contoso', day: '2026-11-20' })

describe('the report of a tenant', () => {
  test('counts each person and flow once, with who lacks what and why', () => {
    expect(report.counts).toEqual({ covered: 3, ask: 2, gap: 1 })
    expect(report.flows[0]).toMatchObject({
      tier: 'custom',
      because: 'shared_fleetdesk (custom)',
      covered: 1,
      ask: 1,
      gap: 1,
    })
    expect(report.people.map(({ state, rule }) => [state, rule])).toEqual([
      ['gap', 'standard-only'],
      ['ask', 'plan-pending'],
    ])
    expect(report.people[0]?.reason).toBe('Microsoft 365 Business Standard covers standard connectors only.')
    expect(report.plan.open).toBe(2)
    expect(report.rules).toMatchObject([
      { rule: 'premium-covers', confidence: 'documented', sources: [{ title: 'Types of Power Automate licences' }] },
      { rule: 'standard-covered', says: 'The licence covers standard connectors.' },
      { rule: 'plan-pending', answers: 2 },
      { rule: 'standard-only', answers: 1 },
    ])
    expect(report.notJudged).toEqual([
      'For 2 of 2 flows nothing says how many actions there are in five minutes, so whether the limit is kept was not judged.',
    ])
  })

  test('as text steers no terminal, and says whose word it is', () => {
    const text = printReportText(report)
    expect(text).not.toContain('\u001b')
    expect(text).toContain('3 covered, 1 gap, 2 to ask')
    expect(text).toContain(
      'A licence for each person: 1 × Power Automate Premium (1 of Power Automate Premium is held already',
    )
    expect(text).toContain('not Microsoft’s word')
    expect(text).toMatch(/Products and plans by:\n {2}Microsoft: Product names .*, seen 2026-01: https:/)
  })

  test('as HTML escapes every name and loads nothing', () => {
    const html = printReportHtml(report)
    expect(html).not.toContain(evil)
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).not.toMatch(/<script|<link|<img|url\(/)
    expect(html).toContain("default-src 'none'")
    // Each value names its column, for screens on which a row is a card, and each product says for whom it is.
    expect(html).toContain('<td data-label="Answer" class="state-gap">gap</td>')
    expect(html).toContain('1 × Power Automate Process<br><span class="quiet">for Invoices to the ledger</span>')
  })

  test.each([
    ['of a plan that the list does not tell of', ['plan-state-unknown'], /^Open so far: .* names what answers it\.$/],
    ['that no page answers', ['class-unsettled'], /^No public source settles it/],
    ['of both kinds', ['class-unsettled', 'licence-by-name'], /answers it, and part of it no public source settles\.$/],
    ['none', [], /^No question is open\.$/],
  ] as const)('says what open questions wait for: %s', (_, rules, said) => {
    const person = { who: 'ada@contoso.example', reason: '', flows: ['Invoices'] }
    const gap = { ...person, state: 'gap', rule: 'class-unsettled' } as const
    const people = [gap, ...rules.map((rule) => ({ ...person, state: 'ask', rule }) as const)]
    expect(askedInWords({ people })).toMatch(said)
    expect(printReportHtml({ ...report, people })).toContain(askedInWords({ people }))
  })

  test('as JSON is the report', () => {
    expect(JSON.parse(printReportJson(report))).toEqual(JSON.parse(JSON.stringify(report)))
  })

  test('as a table has a line for each answer, of which a spreadsheet computes nothing', () => {
    const lines = [...entitlementLines(judgeEntitlements(licensing))]
    expect(lines).toHaveLength(7)
    expect(lines[0]).toBe('user,flow,state,rule,licence,closed by,reason,confidence,source\r\n')
    expect(lines[2]).toMatch(/^"'=HYPERLINK\(""http:\/\/evil\.example""\)",Invoices to the ledger,gap,standard-only,/)
  })

  test.each(['=1+1', '+1', '-1', '@a', '\t=1', '\r=1', ' =1', '|cmd', '\uff1d1', '%0a'])(
    'the cell %j is disarmed',
    (cell) => {
      expect(csvLine([cell])).toMatch(/^"?'/)
    },
  )

  test.each([
    ['an escape', '\u001b[31mred'],
    ['a sign that turns the direction around', 'invoice\u202egpj.exe'],
    ['a NUL', 'a\u0000b'],
    ['a carriage return', 'b\rc'],
    ['a command of a build server', 'x\n::error::y'],
  ])('%s in a cell is made visible', (_, cell) => {
    const line = csvLine([cell]).slice(0, -2)
    expect(line).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e]|^::/mu)
    expect(line.length).toBeGreaterThanOrEqual(cell.length)
  })

  test('ordinary cells stay as they are', () => {
    expect(csvLine(['ada@contoso.example', '3', 'a, b', 'say "x"'])).toBe(
      'ada@contoso.example,3,"a, b","say ""x"""\r\n',
    )
  })
})
