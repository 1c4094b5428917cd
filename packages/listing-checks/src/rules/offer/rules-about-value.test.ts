import { expect, test } from 'vitest'
import { checkOffer } from '../../engine/check-offer.ts'
import { ruleFamilies } from '../../generated/rule-families.ts'
import { initOffer } from '../../init/init-offer.ts'
import { readOffer } from '../../offer/read-offer.ts'
import { offerFile } from './offer-file.ts'
import { rulesAboutValue, rulesHeldUpBy } from './rules-about-value.ts'

test('every rule judges a value, but those about the file as a whole', () => {
  const pointers = ['offerType', 'offerId', 'alias', 'appVersion', 'categories', 'industries', 'markets', 'campaign']
  const more = ['listingOption', 'terms', 'contacts', 'leads', 'testDrive', 'technical/tenantId', 'preview/hideKey']
  const nested = {
    listing: 'name summary description keywords products applicableProducts websiteUrl helpUrl supportUrl usefulLinks',
    media: 'logos/large logos/small logos/wide screenshots/0/file videos/0/url documents/0/file',
    technical: 'landingPageUrl',
    certification: 'functionalDocument testNotes',
    package: 'file url access/permissions access/expires baseLicenceModel configurationUrl',
  }
  const all = [
    ...[...pointers, ...more].map((name) => `/${name}`),
    ...Object.entries(nested).flatMap(([holder, names]) => names.split(' ').map((name) => `/${holder}/${name}`)),
  ]
  const judged = new Set(all.flatMap(rulesAboutValue))
  const others = ruleFamilies.filter((family) => family !== offerFile).flatMap(({ rules }) => Object.keys(rules))
  expect([...judged].sort()).toEqual([...others].sort())
})

test.each([
  ['/listing/name', ['offer-test-label', 'listing-name-length', 'listing-name-no-emoji', 'listing-name-as-on-site']],
  ['/media/logos/large', ['logo-large']],
  ['/contacts/support/phone', ['contact-present', 'contact-email', 'contact-phone']],
  ['/publisherId', []],
  ['/listing/names', []],
])('what nobody filled in at %s holds up those that judge it', (pointer, rules) => {
  expect(rulesHeldUpBy({ ruleId: 'offer-filled', pointer })).toEqual(expect.arrayContaining(rules))
  if (rules.length === 0) expect(rulesAboutValue(pointer)).toEqual([])
  expect(rulesHeldUpBy({ ruleId: 'offer-files-exist', pointer })).toEqual(rulesAboutValue(pointer))
  expect(rulesHeldUpBy({ ruleId: 'offer-shape', pointer })).toEqual(rulesAboutValue(pointer))
  expect(rulesHeldUpBy({ ruleId: 'offer-no-secret', pointer })).toEqual([])
})

test('a text that waits to be filled in breaks no rule about the language of a listing', () => {
  const held = rulesHeldUpBy({ ruleId: 'offer-filled', pointer: '/listing/description' })
  expect(held).toContain('description-length')
  expect(held).not.toContain('description-language')
})

test.each(['saas', 'dataverse'] as const)(
  'of a new %s offer nothing but who publishes and previews it holds up no rule',
  (kind) => {
    const { findings } = checkOffer(readOffer(initOffer(kind, { today: '2026-11-20' }))).subject
    const left = findings.filter(({ ruleId }) => ruleId === 'offer-filled')
    expect(left.length).toBeGreaterThan(20)
    const free = left.filter((finding) => rulesHeldUpBy(finding).length === 0).map(({ pointer }) => pointer)
    expect(
      free.filter((pointer) => !/^\/(publisherId|publisherName|preview\/audience\/0)$/.test(pointer ?? '')),
    ).toEqual([])
  },
)
