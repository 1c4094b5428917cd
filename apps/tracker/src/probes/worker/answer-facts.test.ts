import { ruleFamilies as embedFamilies } from '@sevenstep/flow-embed/checks'
import { ruleFamilies as listingFamilies } from '@sevenstep/listing-checks'
import { itemById, items, probeRuleOf } from '@sevenstep/onboarding'
import { describe, expect, test } from 'vitest'
import { partsOf } from '../../checks/part-facts.ts'
import { type AnswerToRead, answerFacts } from './answer-facts.ts'

/** An answer to what is asked for an item. */
function facts(id: string, given: Partial<AnswerToRead> = {}) {
  const item = itemById(id)
  const rule = item && probeRuleOf(item)
  if (rule === undefined) throw new Error(`No machine looks at addresses of ${id}.`)
  const address = given.address ?? 'https://fleetdesk.test/page'
  return answerFacts({
    address,
    finalAddress: address,
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    text: '<!doctype html><title>Fleet Desk</title>',
    rule,
    productName: 'Fleet Desk',
    edition: 'current',
    ...given,
  })
}

describe('of a page', () => {
  test('the title is kept, cut, and nothing else', () => {
    const text = `<title>\n Privacy  of ${'Fleet '.repeat(80)}</title><p>Our secret plans</p>`
    const read = facts('1.metadata-links-work', { text })
    expect(read.title).toHaveLength(200)
    expect(read.title).toMatch(/^Privacy of Fleet /)
    expect(JSON.stringify(read)).not.toContain('secret')
    expect(facts('1.metadata-links-work', { headers: { 'content-type': 'application/pdf' }, text })).toEqual({})
  })

  test.each([
    ['a field for a password', '<form><input name="u"><input type=" Password "></form>', 'other'],
    ['a field for a name', '<form><input name="u"></form>', undefined],
    ['talk of one', '<p>&lt;input type="password"&gt;</p><!-- <input type="password"> -->', undefined],
  ])('%s', (_, text, signIn) => {
    expect(facts('1.metadata-links-work', { text }).signIn).toBe(signIn)
  })

  test.each([
    ['https://login.microsoftonline.com/common/oauth2', 'microsoft'],
    ['https://fleet.b2clogin.com/x', 'microsoft'],
    ['https://fleet.okta.com/app', 'other'],
    ['https://login.microsoftonline.com.evil.test/', undefined],
    ['https://notokta.com/', undefined],
  ])('%s is known for signing in or not', (finalAddress, signIn) => {
    expect(facts('7.landing-page-sign-in', { finalAddress }).signIn).toBe(signIn)
  })

  test('that names the product, as the rule about the name in the listing compares', () => {
    expect(facts('7.name-as-on-site', { text: '<title>Fleet-Desk™ – all your cars</title>' }).namesProduct).toBe(true)
    expect(facts('7.name-as-on-site', { text: '<title>Other Desk</title>' }).namesProduct).toBe(false)
    expect(facts('7.name-as-on-site', { text: '<p>Fleet Desk</p>' })).toEqual({})
  })
})

describe('of a page that embeds widgets', () => {
  const script = '<script src="https://make.powerautomate.com/Content/msflowsdk-1.1.js"></script>'
  const page = (policy: string, text: string) =>
    facts('3.headers-admit', {
      headers: { 'content-type': 'text/html', 'content-security-policy': policy },
      text,
    }).families

  test.each([
    [
      'what widgets need',
      'default-src https://make.powerautomate.com https://login.microsoftonline.com',
      script,
      'passed',
    ],
    ['nothing but itself', "default-src 'self'", script, 'failed'],
    [
      'nothing but itself, with scripts that load the rest',
      "default-src 'self'",
      '<script src="app.js"></script>',
      'failed',
    ],
    ['a nonce of the page', "script-src 'nonce-r4'", script.replace('<script', '<script nonce="r4"'), 'passed'],
  ])('headers that admit %s', (_, policy, text, outcome) => {
    const parts = ['embed-csp-script', 'embed-csp-frame'].map((rule) => page(policy, text)?.[rule]?.outcome)
    expect(parts.includes('failed') ? 'failed' : parts[0]).toBe(outcome)
  })

  test('what blocks is told with its mend, and only of the rules that the item names', () => {
    const headers = { 'content-type': 'text/html', 'content-security-policy': "default-src 'self'" }
    const { findings } = facts('3.headers-admit', { headers, text: script })
    expect(findings?.map(({ rule }) => rule)).toEqual(['embed-csp-frame', 'embed-csp-script'])
    expect(findings?.[1]?.fix).toContain(`Let the policy say "script-src 'self' https://make.powerautomate.com".`)
  })

  test('no policy at all admits everything', () => {
    const { families } = facts('3.headers-admit', { text: script })
    const passed = { outcome: 'passed', errors: 0, warnings: 0 }
    expect(families).toMatchObject({ 'embed-csp-script': passed, 'embed-csp-frame': passed })
  })

  test('a sandbox that keeps a frame from working is seen where the page shows it', () => {
    const text = `${script}<iframe title="x" sandbox="allow-scripts" src="https://make.powerautomate.com/en-us/widgets/templates/?q=x"></iframe>`
    expect(facts('3.isolation-compatible', { text }).families?.['embed-frame-sandbox']?.outcome).toBe('failed')
  })

  test('isolation that may cut widgets off is left to people', () => {
    const headers = { 'content-type': 'text/html', 'cross-origin-opener-policy': 'same-origin' }
    // What our rules only advise against settles nothing.
    const said = facts('3.isolation-compatible', { headers, text: script }).families?.['embed-isolation']?.outcome
    expect(['advised', 'not-checked']).toContain(said)
    expect(facts('3.isolation-compatible', { text: script }).families?.['embed-isolation']?.outcome).toBe('passed')
  })

  test('Microsoft’s script has to come as a script', () => {
    const address = 'https://make.powerautomate.com/Content/msflowsdk-1.1.js'
    const sent = (contentType: string) =>
      facts('3.sdk-answers', { address, headers: { 'content-type': contentType }, text: 'var MsFlowSdk' }).families
    expect(sent('application/javascript')?.['sdk-answers']?.outcome).toBe('passed')
    expect(sent('text/html')?.['sdk-answers']?.outcome).toBe('failed')
  })
})

test('every rule that an item names for its address is there', () => {
  const known = new Set([embedFamilies, listingFamilies].flatMap((families) => partsOf(families).map(({ id }) => id)))
  const named = items.flatMap((item) => {
    const { rules, alsoFails = [] } = probeRuleOf(item) ?? {}
    return [...(rules?.families ?? []), ...alsoFails]
  })
  expect(named.length).toBeGreaterThan(6)
  expect(named.filter((name) => !known.has(name))).toEqual([])
})

test('documents and addresses of a form are read as such', () => {
  const configuration = { issuer: 'https://x/', authorization_endpoint: 'https://x/a', token_endpoint: 'https://x/t' }
  const json = { headers: { 'content-type': 'application/json' } }
  const read = (text: string) => facts('2.authority-resolves', { ...json, text }).isOpenIdConfiguration
  expect(read(JSON.stringify(configuration))).toBe(true)
  expect(read(JSON.stringify({ ...configuration, token_endpoint: 1 }))).toBe(false)
  expect(['null', '"issuer"', '[]', '<html>', ''].map(read)).toEqual([false, false, false, false, false])
  const consent = 'https://login.microsoftonline.com/common/v2.0/adminconsent?client_id=x'
  expect(facts('2.consent-address', { address: consent }).wrongParts).toEqual([
    'tenant',
    'client',
    'redirect',
    'scopes',
    'state',
  ])
})

test('the rules about an offer’s addresses judge its links and its landing page', () => {
  expect(facts('7.links-work').families).toMatchObject({
    'link-https': { outcome: 'passed' },
    'link-answers': { outcome: 'passed' },
  })
  const moved = facts('7.links-work', { finalAddress: 'https://accounts.google.com/x' })
  expect(moved.families?.['link-answers']?.outcome).toBe('failed')
  expect(facts('7.landing-page-sign-in').families).toMatchObject({ 'landing-page-answers': { outcome: 'passed' } })
})
