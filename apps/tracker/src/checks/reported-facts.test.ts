import { describe, expect, test } from 'vitest'
import { example, fileOf, known, outcomeOf, subjectsOf } from '../testing/checked-uploads.ts'
import { checkFiles } from './worker/check-files.ts'

describe('facts that are handed in', () => {
  const site = example('embed', 'site')
  const headers = 'HTTP/2 301\nlocation: /flows\n\nHTTP/2 200\ncontent-type: text/html\nx-frame-options: DENY\n'

  test.each([
    ['as they were sent', 'headers.txt', headers],
    ['as JSON', 'site/headers.json', JSON.stringify({ 'Content-Type': 'text/html', 'X-Frame-Options': 'DENY' })],
    ['as facts', 'site/facts.json', JSON.stringify({ headers: [['content-type', 'text/html']] })],
  ])('headers of a page %s decide, and the fact says whose word it is', (_, path, text) => {
    expect(outcomeOf(checkFiles(site, known), 'embed-isolation')?.[0]).not.toBe('passed')
    const result = checkFiles([...site, fileOf(path, text)], known)
    expect(outcomeOf(result, 'embed-isolation')).toEqual(['passed', 'reported'])
    expect(outcomeOf(result, 'embed-token-answered')).toEqual(['passed', 'seen'])
    expect(result.reported).toEqual([{ path, rooms: ['flow-embed'], facts: ['headers'] }])
    expect(result.unrecognised).not.toContain(path)
  })

  test('what a browser recorded says how the page and the script were sent; its session is used and not kept', () => {
    const header = (name: string, value: string) => ({ name, value })
    const page = 'https://fleetdesk.example/flows'
    const html = [header('Content-Type', 'text/html; charset=utf-8'), header('Set-Cookie', 'session=3f9c1d7a5b2e')]
    const script = 'https://make.powerautomate.com/scripts/msflowsdk-1.1.js'
    const entries = [
      {
        request: { url: page, headers: [header('Authorization', 'Bearer 1c9a7e5d3b')] },
        response: { status: 200, headers: html },
      },
      {
        request: { url: script, headers: [header('Referer', page)] },
        response: { status: 200, headers: [header('content-type', 'text/javascript')] },
      },
    ]
    const har = JSON.stringify({ log: { version: '1.2', entries } }, undefined, 2)
    const result = checkFiles([...site, fileOf('site/flows.har', har)], known)
    expect(result.reported[0]?.facts).toEqual(['pageAddress', 'headers', 'sdkAnswer'])
    expect(outcomeOf(result, 'page-https')).toEqual(['passed', 'reported'])
    expect(outcomeOf(result, 'sdk-answers')).toEqual(['passed', 'reported'])
    expect([...new Set(result.secrets.map(({ path }) => path))]).toEqual(['site/flows.har'])
    expect(JSON.stringify(result)).not.toMatch(/3f9c1d7a5b2e|1c9a7e5d3b/)
  })

  test('what is ordered and how the partner stands decide their items; one that is wrong is named with its place', () => {
    const facts = { partner: { hasRelationship: true, hasAgreement: false }, order: { orderStatus: 'completed' } }
    const lists = example('licences', 'customer')
    expect(checkFiles(lists, known).families['licence-partner-relationship']?.handIn).toContain('"hasRelationship"')
    const result = checkFiles([...lists, fileOf('facts.json', JSON.stringify(facts))], known)
    expect(outcomeOf(result, 'licence-partner-relationship')).toEqual(['passed', 'reported'])
    expect(outcomeOf(result, 'licence-customer-agreement')).toEqual(['failed', 'reported'])
    expect(outcomeOf(result, 'licence-order-completed')).toEqual(['passed', 'reported'])
    expect(result.families['licence-quantity-offered']?.handIn).toContain('"lines"')
    const wrong = fileOf('customer/facts.json', '{\n  "order": {\n    "orderStatus": 7\n  }\n}\n')
    const { unread, reported, rooms } = checkFiles([...lists, wrong], known)
    expect(unread[0]?.what.en).toMatch(/^customer\/facts\.json, line 3, column \d+: At \/order\/orderStatus/)
    expect(unread[0]?.what.nl).toMatch(/^customer\/facts\.json, regel 3, kolom \d+:/)
    expect([reported, rooms]).toEqual([[], ['licensing-checks']])
  })

  test('what a tenant, a token’s check and a browser told counts for the registration and the page', () => {
    const registration = example('app-registration/mended', 'app')
    const tenant = { verifiedPublisher: null, grants: [], servicePrincipals: [] }
    const judged = checkFiles([...registration, fileOf('app/tenant.json', JSON.stringify(tenant))], known)
    expect(outcomeOf(judged, 'verified-publisher')?.[1]).toBe('reported')
    expect(judged.reported[0]?.rooms).toEqual(['sign-in-checks'])
    const run = { events: ['WIDGET_READY'], thirdPartyCookies: 'allowed' }
    const seen = checkFiles([...site, fileOf('site/run.json', JSON.stringify({ run, tokenFindings: [] }))], known)
    expect(outcomeOf(seen, 'embed-widget-ready')).toEqual(['passed', 'reported'])
    expect(outcomeOf(seen, 'token-fits')).toEqual(['passed', 'reported'])
  })

  test.each([
    ['keys of the prototype', '{"__proto__":{"headers":[]},"constructor":{}}'],
    ['brackets without end', `{"headers":${'['.repeat(100_000)}`],
    ['names of facts among others', '{"headers":[],"users":[]}'],
    ['a list of facts', '[{"headers":[]}]'],
  ])('%s are no facts and harm nobody', (_, text) => {
    const result = checkFiles([...site, fileOf('site/x.json', text)], known)
    expect([result.rooms, result.reported]).toEqual([['flow-embed'], []])
    expect(Object.hasOwn(Object.prototype, 'headers')).toBe(false)
  })

  test('a file counts for what lies with it, and the nearer of two counts', () => {
    const lead = (arrived: boolean) => JSON.stringify({ testLead: { arrived } })
    const files = [
      ...example('offer', 'in/one'),
      ...example('offer', 'in/two'),
      fileOf('in/facts.json', lead(true)),
      fileOf('in/two/facts.json', lead(false)),
    ]
    const found = subjectsOf(checkFiles(files, known)).map(({ findings }) => findings.map(({ ruleId }) => ruleId))
    expect(found.map((rules) => rules.some((rule) => rule.includes('lead')))).toEqual([false, true])
  })

  test('a token among the facts is found, shown nowhere, and keeps the file from being stored', () => {
    const token = `eyJ${'a'.repeat(30)}.eyJ${'b'.repeat(30)}.${'c'.repeat(20)}`
    const facts = JSON.stringify({ pageAddress: `https://fleetdesk.example/flows?token=${token}` })
    const result = checkFiles([...site, fileOf('facts.json', facts)], known)
    expect(result.secrets).toMatchObject([{ path: 'facts.json', line: 1 }])
    expect(JSON.stringify(result)).not.toContain(token)
  })
})
