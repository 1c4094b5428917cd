import { describe, expect, test } from 'vitest'
import { checkHostPage, readHostPage } from '../checks/index.ts'
import { type EmbedEdition, widgetHosts } from '../hosts.ts'
import { faultlessHtml, faultlessScript } from '../testing/faultless-page.ts'
import { allows, readPolicies } from './content-security-policy.ts'
import { hostHeaders } from './host-policy.ts'

test('the rules find nothing under the headers that are made for a page, in either edition', () => {
  for (const edition of ['current', '2018-02'] satisfies EmbedEdition[]) {
    const host = widgetHosts[edition]
    const of = (text: string) => text.replaceAll(widgetHosts.current, host)
    const files = [
      { path: 'index.html', text: of(faultlessHtml) },
      { path: 'app.js', text: of(faultlessScript) },
    ]
    const facts = { headers: Object.entries(hostHeaders({ host })), pageAddress: 'https://fleetdesk.example/' }
    expect(checkHostPage(readHostPage(files), { facts, edition }).subject.findings).toEqual([])
  }
})

test('sources of one’s own stand beside; what would end a directive is refused', () => {
  const host = widgetHosts.current
  const own = { 'script-src': ["'nonce-r4'"], 'object-src': ['https://fleetdesk.example'], 'img-src': ['data:'] }
  const policy = hostHeaders({ host, own, enablesRegionalPortal: true })['content-security-policy']
  expect(policy).toContain(`script-src 'self' ${host} 'nonce-r4'`)
  expect(policy).toContain('object-src https://fleetdesk.example;')
  expect(policy).toContain('img-src data:')
  expect(policy).toContain("connect-src 'self' https://login.microsoftonline.com https://api.flow.microsoft.com")
  expect(hostHeaders({ host, shows: 'gallery' })['content-security-policy']).toContain("script-src 'self';")
  expect(() => hostHeaders({ host, own: { 'img-src': ["x; script-src 'unsafe-inline'"] } })).toThrow(RangeError)
  expect(() => hostHeaders({ host: 'https://x.example/path' })).toThrow(RangeError)
})

test.each([
  ['https://make.gov.powerautomate.us', 'https://login.microsoftonline.com', 'https://gov.api.flow.microsoft.us'],
  ['https://make.high.powerautomate.us', 'https://login.microsoftonline.us', 'https://high.api.flow.microsoft.us'],
  [
    'https://make.powerautomate.appsplatform.us',
    'https://login.microsoftonline.us',
    'https://api.flow.appsplatform.us',
  ],
  [
    'https://make.powerautomate.cn',
    'https://login.chinacloudapi.cn https://login.partner.microsoftonline.cn',
    'https://api.powerautomate.cn',
  ],
])('the sign-in of %s is that of its cloud, and the rules ask for the same', (host, signIn, api) => {
  const headers = (asked: object) => Object.entries(hostHeaders({ host, enablesRegionalPortal: true, ...asked }))
  const policy = Object.fromEntries(headers({}))['content-security-policy']
  expect(policy).toContain(`connect-src 'self' ${signIn} ${api};`)
  expect(Object.fromEntries(headers({ signIn: 'https://own.example' }))['content-security-policy']).toContain(
    `connect-src 'self' https://own.example ${api};`,
  )
  const script = faultlessScript
    .replaceAll(widgetHosts.current, host)
    .replace('debugMode: false', 'enableRegionalPortal: true')
  const found = (sent: [string, string][]) =>
    checkHostPage(readHostPage([{ path: 'app.js', text: script }]), {
      only: ['embed-csp-connect'],
      facts: { headers: sent },
    }).subject.findings.map(({ message }) => message.what)
  expect(found(headers({}))).toEqual([])
  expect(found([['content-security-policy', "default-src 'self'"]])).toEqual([
    `The policy does not let the page ask ${signIn.split(' ')[0]}.`,
    `The policy does not let the script ask ${api} for a region.`,
  ])
})

describe('a policy is read as browsers do', () => {
  test.each<[string, string, boolean]>([
    ['', 'https://a.example/', true],
    ["frame-src 'none'", 'https://a.example/', false],
    ["frame-src 'self'", 'https://own.example/x', true],
    ['FRAME-SRC HTTPS://A.EXAMPLE', 'https://a.example/', true],
    ['frame-src a.example', 'https://a.example/', true],
    ['frame-src http://a.example', 'https://a.example/', true],
    ['frame-src https://a.example', 'http://a.example/', false],
    ['frame-src *.example', 'https://a.example/', true],
    ['frame-src *.a.example', 'https://a.example/', false],
    ['frame-src https://a.example:*', 'https://a.example:8443/', true],
    ['frame-src https://a.example:443', 'https://a.example/', true],
    ['frame-src https://a.example', 'https://a.example:8443/', false],
    ['frame-src https://a.example/w/', 'https://a.example/w/x', true],
    ['frame-src https://a.example/w', 'https://a.example/w/x', false],
    ["frame-src 'none'; frame-src *", 'https://a.example/', false],
    ['child-src https://a.example; default-src *', 'https://b.example/', false],
    ['img-src *', 'https://a.example/', true],
  ])('%s for %s: %s', (text, address, isAllowed) => {
    const policies = readPolicies(text)
    const options = { selfOrigin: 'https://own.example' }
    expect(policies.every((policy) => allows(policy, 'frame-src', address, options))).toBe(isAllowed)
  })
})
