import { describe, expect, test } from 'vitest'
import { itemById, items } from '../items/catalogue.ts'
import { probeRuleOf } from '../items/judge-addresses.ts'
import type { AddressFacts, ProbedAddress } from './address-facts.ts'
import { judgeProbe } from './judge-probe.ts'
import { isAbout } from './page-topics.ts'
import type { ProbeRule } from './probe-rule.ts'

const at = '2026-11-20T09:00:00.000Z'
const now = '2026-11-20T12:00:00.000Z'
const seen = (facts: Partial<AddressFacts> = {}): AddressFacts => ({
  at,
  milliseconds: 120,
  hops: 0,
  status: 200,
  ...facts,
})

function probed(address: string, facts: Partial<AddressFacts> | undefined = {}): ProbedAddress {
  const known = {
    probeId: `prb ${address}`,
    evidenceId: `evd ${address}`,
    address,
    validUntil: '2027-02-18T09:00:00.000Z',
  }
  return { ...known, seen: seen({ finalAddress: address, ...facts }) }
}

function judge(id: string, ...addresses: readonly ProbedAddress[]) {
  const item = itemById(id)
  const rule = item && probeRuleOf(item)
  if (rule === undefined) throw new Error(`No machine looks at addresses of ${id}.`)
  return judgeProbe(rule, { addresses }, now)
}

const site = probed('https://fleetdesk.test/')
const privacy = probed('https://fleetdesk.test/privacy')
const terms = probed('https://fleetdesk.test/terms')
const support = probed('https://fleetdesk.test/support')
const help = probed('https://fleetdesk.test/docs')
const passed = { outcome: 'passed', errors: 0, warnings: 0 } as const
const failed = { outcome: 'failed', errors: 1, warnings: 0, first: 'The policy lets the frame through.' } as const
const admitted = { 'embed-csp-script': passed, 'embed-csp-frame': passed, 'embed-csp-connect': passed }
const undecided = { outcome: 'not-checked', errors: 0, warnings: 0 } as const
const page = 'https://app.fleetdesk.test/flows'
const sdk = 'https://make.powerautomate.com/Content/msflowsdk-1.1.js'
const configuration = 'https://login.microsoftonline.com/organizations/v2.0/.well-known/openid-configuration'
const consent = 'https://login.microsoftonline.com/organizations/v2.0/adminconsent'
const listing = 'https://appsource.microsoft.com/en-us/product/web-apps/fleet.desk'
const landing = 'https://app.fleetdesk.test/welcome'
const answered = { families: { 'landing-page-answers': passed } }
const opened = { families: { 'link-https': passed, 'link-answers': passed } }
const gallery = 'https://make.powerautomate.com/galleries/public/templates/0123456789abcdef0123456789abcdef/x'

describe('what is seen at the addresses of an item', () => {
  test.each<[string, readonly ProbedAddress[], 'done' | 'missing' | 'unknown']>([
    ['1.metadata-links-work', [site, privacy], 'done'],
    ['1.metadata-links-work', [site], 'unknown'],
    ['1.metadata-links-work', [privacy, privacy], 'unknown'],
    ['1.metadata-links-work', [site, support], 'unknown'],
    ['1.metadata-links-work', [probed(site.address, { status: 404 }), privacy], 'missing'],
    ['2.information-addresses', [terms, privacy, support], 'done'],
    ['2.information-addresses', [terms, privacy, probed(support.address, { signIn: 'other' })], 'missing'],
    ['2.authority-resolves', [probed(configuration, { isOpenIdConfiguration: true })], 'done'],
    ['2.authority-resolves', [probed(configuration, { isOpenIdConfiguration: false })], 'missing'],
    [
      '2.authority-resolves',
      [probed('https://evil.test/.well-known/openid-configuration', { isOpenIdConfiguration: true })],
      'missing',
    ],
    ['2.consent-address', [probed(consent, { wrongParts: [], signIn: 'microsoft' })], 'unknown'],
    ['2.consent-address', [probed(consent, { wrongParts: ['tenant', 'redirect'] })], 'missing'],
    ['3.sdk-answers', [probed(sdk, { families: { 'sdk-answers': passed } })], 'done'],
    ['3.sdk-answers', [probed(sdk, { families: { 'sdk-answers': failed } })], 'missing'],
    [
      '3.sdk-answers',
      [probed('https://cdn.fleetdesk.test/msflowsdk-1.1.js', { families: { 'sdk-answers': passed } })],
      'missing',
    ],
    ['3.headers-admit', [probed(page, { families: admitted })], 'done'],
    ['3.headers-admit', [probed(page, { families: { ...admitted, 'embed-csp-frame': failed } })], 'missing'],
    ['3.headers-admit', [probed(page, { families: admitted, signIn: 'microsoft' })], 'unknown'],
    [
      '3.isolation-compatible',
      [probed(page, { families: { 'embed-isolation': passed, 'embed-frame-sandbox': failed } })],
      'missing',
    ],
    ['3.isolation-compatible', [probed(page, { families: { 'embed-isolation': passed } })], 'done'],
    ['3.isolation-compatible', [probed(page, { families: { 'embed-isolation': undecided } })], 'unknown'],
    ['3.page-secure', [probed(page, { families: { 'page-https': passed }, signIn: 'other' })], 'done'],
    [
      '3.page-secure',
      [probed(page, { families: { 'page-https': passed }, finalAddress: 'http://app.fleetdesk.test/' })],
      'missing',
    ],
    ['4.legal-links', [privacy, support], 'done'],
    ['4.gallery-page', [probed(gallery)], 'unknown'],
    ['4.gallery-page', [probed(gallery, { status: 404 })], 'missing'],
    ['4.gallery-page', [site], 'missing'],
    ['7.links-work', [help, privacy, support, terms].map((one) => probed(one.address, opened)), 'done'],
    ['7.name-as-on-site', [probed(site.address, { namesProduct: true, title: 'Fleet Desk' })], 'unknown'],
    ['7.name-as-on-site', [probed(site.address, { status: 410 })], 'missing'],
    ['7.listing-opens', [probed(listing, { namesProduct: true, title: 'Fleet Desk' })], 'done'],
    ['7.listing-opens', [probed(listing, { namesProduct: false, title: 'AppSource' })], 'unknown'],
    ['7.listing-opens', [probed(listing, { finalAddress: 'https://appsource.microsoft.com/en-us/' })], 'missing'],
    ['7.landing-page-sign-in', [probed(landing, { ...answered, signIn: 'microsoft' })], 'done'],
    ['7.landing-page-sign-in', [probed(landing, answered)], 'unknown'],
    ['7.landing-page-sign-in', [probed(landing, { ...answered, status: 503 })], 'missing'],
  ])('%s with %j is %s', (id, addresses, outcome) => {
    expect(judge(id, ...addresses).outcome).toBe(outcome)
  })

  test('is said with what, why and what to do, in both languages', () => {
    const judged = judge('1.metadata-links-work', site, probed(privacy.address, { status: 404 }))
    expect(judged).toEqual({
      outcome: 'missing',
      because: {
        en: 'Our server looked at fleetdesk.test: it answers with status 404.',
        nl: 'Onze server keek bij fleetdesk.test: het antwoordt met status 404.',
      },
      todo: {
        en: 'Publish the page or correct the address, then have it looked at again.',
        nl: 'Publiceer de pagina of verbeter het adres, en laat dan opnieuw kijken.',
      },
    })
    const done = judge('1.metadata-links-work', site, privacy)
    expect(done.outcome === 'done' && done.proof.en).toBe(
      'Our server looked on 20 November 2026: 2 addresses at fleetdesk.test answer as asked.',
    )
  })

  test.each([401, 403, 405, 418, 429, 451, 300, 304])('status %i to a program is no plain failure', (status) => {
    const judged = judge('3.page-secure', probed(page, { status, families: { 'page-https': passed } }))
    expect(judged.outcome).toBe('unknown')
  })

  test('status 401 is one where everybody has to see the page', () => {
    expect(judge('1.metadata-links-work', site, probed(privacy.address, { status: 401 })).outcome).toBe('missing')
  })

  test.each(['name-unresolved', 'connection-failed', 'address-private', 'certificate-invalid', 'timed-out'] as const)(
    'no answer (%s) is a plain failure',
    (failure) => {
      const { finalAddress: _, status: __, ...none } = seen({ failure })
      const judged = judge('4.gallery-page', { ...probed(gallery), seen: none })
      expect(judged.outcome).toBe('missing')
    },
  )

  test('nothing is settled by a look that could not be made, or lies too far back', () => {
    const { seen: _, ...unlooked } = privacy
    const waiting = judge('1.metadata-links-work', site, unlooked)
    expect(waiting.outcome === 'unknown' && waiting.because.en).toBe('Our server has yet to look at fleetdesk.test.')
    const obstacle = { ...unlooked, unseen: { at, obstacle: 'no-way-out' as const } }
    const blocked = judge('1.metadata-links-work', site, obstacle)
    expect(blocked.outcome === 'unknown' && blocked.because.nl).toContain('geen weg naar het internet')
    expect(judge('1.metadata-links-work', site, { ...privacy, validUntil: now }).outcome).toBe('unknown')
    // What was seen before goes on counting until then.
    const later = { ...privacy, unseen: { at: now, obstacle: 'no-way-out' as const } }
    expect(judge('1.metadata-links-work', site, later).outcome).toBe('done')
  })
})

test('pages are told by their address or their title, never by a part of a word', () => {
  const about = (address: string, title?: string) =>
    isAbout(probed(address, title === undefined ? {} : { title }), 'terms')
  expect(about('https://x.test/legal/terms-of-use')).toBe(true)
  expect(about('https://x.test/1', 'Algemene voorwaarden | X')).toBe(true)
  expect(about('https://x.test/determinism')).toBe(false)
  expect(about('https://x.test/?terms')).toBe(false)
  expect(about('no address')).toBe(false)
})

test('each item whose address is looked at takes links alone, and what was seen ages', () => {
  const looked = items.filter((item) => probeRuleOf(item) !== undefined)
  expect(looked.length).toBe(14)
  for (const { id, verification } of looked) {
    const request = verification.by === 'automatic' || verification.by === 'review' ? undefined : verification.evidence
    expect({ id, accepts: request?.accepts }).toEqual({ id, accepts: ['link'] })
    expect(request?.validForDays).toBeGreaterThan(30)
  }
  const rules: readonly ProbeRule[] = looked.flatMap((item) => probeRuleOf(item) ?? [])
  expect(rules.every(({ pages, topics = [] }) => topics.length <= pages)).toBe(true)
})
