import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkHostPage, type HostFacts, hostHeaders, readHostPage } from '../src/checks/index.ts'
import { widgetHosts } from '../src/hosts.ts'
import { faultlessHtml, faultlessScript } from '../src/testing/faultless-page.ts'
import { plantedFaults } from './planted-faults.ts'
import { followFixes, type VendorsPage } from './vendor.ts'

/** Policies as vendors have them: of the seeds' time, of nothing but the page, by nonce, and with stand-ins. */
const policies: Readonly<Record<string, string | undefined>> = {
  'no policy': undefined,
  'nothing but the page itself': "default-src 'self'",
  'the host of 2018':
    "default-src 'self'; script-src 'self' https://flow.microsoft.com http://flow.microsoft.com; frame-src https://flow.microsoft.com; connect-src 'self'",
  'other directives that stand in': "default-src 'none'; script-src-elem 'self'; child-src 'self'",
}

function findingsOf({ files, headers }: VendorsPage, facts: HostFacts) {
  const given = Object.entries(files).map(([path, text]) => ({ path, text }))
  const all = { pageAddress: 'https://fleetdesk.example/flows', ...facts, headers: [...headers] }
  return checkHostPage(readHostPage(given), { facts: all }).subject.findings
}

type Finding = ReturnType<typeof findingsOf>[number]

/** How often each is found, by rule or by rule and words. */
function counted(findings: readonly Finding[], keyOf: (finding: Finding) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const finding of findings) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1)
  return counts
}

const words = ({ ruleId, message }: Finding): string => `${ruleId}: ${message.what}`

/**
 * What was not found before. Words change with what they quote, so that new ones count where the rule's fix was followed or
 * the rule finds more than it did.
 */
function freshOf(before: readonly Finding[], after: readonly Finding[], followed: readonly { ruleId: string }[]) {
  const known = counted(before, words)
  const byRule = counted(before, ({ ruleId }) => ruleId)
  const nowByRule = counted(after, ({ ruleId }) => ruleId)
  return after.filter((one) => {
    const isMore = (nowByRule.get(one.ruleId) ?? 0) > (byRule.get(one.ruleId) ?? 0)
    return !known.has(words(one)) && (isMore || followed.some(({ ruleId }) => ruleId === one.ruleId))
  })
}

/** Does what the fixes say, again and again, until none is left that says word by word what to write. */
function follow(page: VendorsPage, facts: HostFacts = {}) {
  let now = page
  let findings = findingsOf(now, facts)
  let count = 0
  const fresh: string[] = []
  for (let round = 0; round < 8; round++) {
    const { page: next, followed } = followFixes(now, findings)
    count += followed.length
    if (followed.length === 0) return { page: now, count, fresh, left: findings }
    const before = findings
    now = next
    findings = findingsOf(now, facts)
    fresh.push(...freshOf(before, findings, followed).map(words))
  }
  throw new Error(`Following does not come to an end: ${findings.map(words).join('; ')}`)
}

const withPolicy = (policy: string | undefined): VendorsPage['headers'] =>
  policy === undefined ? [] : [['Content-Security-Policy', policy]]

describe.each(Object.entries(policies))('whoever follows the fixes finds nothing new: %s', (_, policy) => {
  test.each(plantedFaults)('$name', ({ file, replace, by, facts = {} }) => {
    const files = { 'index.html': faultlessHtml, 'app.js': faultlessScript }
    files[file] = files[file].replace(replace, () => by)
    const headers = [...(facts.headers ?? []), ...withPolicy(policy)]
    const { fresh, left } = follow({ files, headers }, facts)
    expect(fresh).toEqual([])
    if (facts.headers === undefined)
      expect(left.filter(({ ruleId }) => ruleId.startsWith('embed-csp')).map(({ message }) => message.what)).toEqual([])
  })
})

const page2018 = {
  'index.html': `<!doctype html>
<html lang="en">
<head>
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self' https://flow.microsoft.com">
<title>Fleet Desk: flows</title>
<script src="http://flow.microsoft.com/content/msflowsdk-1.1.js"></script>
<script src="https://alcdn.msauth.net/browser/2.38.0/js/msal-browser.min.js"></script>
</head>
<body>
<div id="flowdiv"></div>
<script src="flows.js"></script>
</body>
</html>
`,
  'flows.js': `var sdk = new MsFlowSdk({ hostName: 'https://flow.microsoft.com', locale: 'english' })
var widget = sdk.renderWidget('flow', {
  container: 'flowDiv',
  templatesSettings: { searchTerm: 'fleet', category: 'cars', pageSize: '9' },
})
`,
}

test('a page of 2018 with a strict policy ends with one that lets through just what it needs', () => {
  const { fresh, page, left } = follow({ files: page2018, headers: [] })
  expect(fresh).toEqual([])
  expect(/content="([^"]*)"/.exec(page.files['index.html'] ?? '')?.[1]?.split('; ')).toEqual([
    "default-src 'self'",
    "script-src 'self' https://flow.microsoft.com https://make.powerautomate.com https://alcdn.msauth.net",
    "frame-src 'self' https://make.powerautomate.com",
    "connect-src 'self' https://login.microsoftonline.com",
  ])
  expect(page.files['index.html']).toContain('src="https://make.powerautomate.com/Content/msflowsdk-1.1.js"')
  expect(page.files['flows.js']).toContain("hostName: 'https://make.powerautomate.com', locale: 'en-us'")
  // What is left takes somebody who knows the page.
  expect([...new Set(left.map(({ ruleId }) => ruleId))].sort()).toEqual([
    'embed-dispose',
    'embed-failure-events',
    'embed-token-listened',
  ])
})

test('no fix advises a source without https, and each of a policy names the command that prints a whole one', () => {
  const ofPolicy = findingsOf({ files: page2018, headers: [] }, {}).filter(({ ruleId }) =>
    ruleId.startsWith('embed-csp'),
  )
  expect(ofPolicy.map(({ ruleId }) => ruleId)).toEqual([
    'embed-csp-script',
    'embed-csp-script',
    'embed-csp-frame',
    'embed-csp-connect',
  ])
  const command = '"sevenstep embed headers --allow script-src=https://alcdn.msauth.net" prints a whole policy.'
  for (const { message } of ofPolicy) {
    expect(message.fix).not.toContain('http:')
    expect(message.fix).toContain(command)
  }
})

test('what that command prints lets through what the page needs once its other fixes are followed', () => {
  const { page } = follow({ files: page2018, headers: [] })
  const html = (page.files['index.html'] ?? '').replace(/<meta http-equiv[^>]*>/, '')
  const needs = { host: widgetHosts.current, own: { 'script-src': ['https://alcdn.msauth.net'] } }
  const headers = Object.entries(hostHeaders(needs))
  const found = findingsOf({ files: { ...page.files, 'index.html': html }, headers }, {})
  expect(found.filter(({ file }) => file === 'response headers')).toEqual([])
})

test('the example with planted faults gets nothing new either', () => {
  const folder = join(import.meta.dirname, '../../../examples/embed-planted')
  const files = Object.fromEntries(
    ['index.html', 'app.js'].map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  )
  const { fresh, count } = follow({ files, headers: [] })
  expect(fresh).toEqual([])
  expect(count).toBeGreaterThan(20)
})
