import { describe, expect, test } from 'vitest'
import { checkOffer } from '../engine/check-offer.ts'
import type { Profile } from '../engine/listing-subject.ts'
import { readOffer } from '../offer/read-offer.ts'
import { faultlessOffers, offerFiles } from '../testing/given-offer.ts'

/** What is not checked of an offer with some of its parts left out, for want of something: by rule, what to hand in. */
function lackingOf(kind: Profile, without: Readonly<Record<string, unknown>> | 'everything') {
  const bare = Object.fromEntries(Object.keys(faultlessOffers[kind]).map((key) => [key, null]))
  const offer = without === 'everything' ? { ...bare, offerType: kind } : without
  const files = offerFiles({ kind, offer }).map(({ path, content }) => ({
    path,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : (content ?? new Uint8Array()),
  }))
  const { notChecked = [] } = checkOffer(readOffer(files), { today: '2026-11-20' }).subject
  return Object.fromEntries(notChecked.flatMap(({ rules, handIn }) => rules.map((rule) => [rule, handIn] as const)))
}

describe('a rule whose subject the offer lacks is not checked and says what to hand in', () => {
  test.each([
    ['saas', 'leads', ['lead-arrives', 'lead-settings']],
    ['saas', 'industries', ['industry-count', 'industry-known']],
    ['saas', 'technical', ['landing-page-answers', 'landing-page-sign-in']],
    ['saas', 'certification', ['certification-no-password']],
    [
      'dataverse',
      'package',
      ['appsource-icon', 'appsource-package-nested', 'input-xml-dates', 'package-access-read-only'],
    ],
    ['saas', 'media', ['logo-other', 'logo-small']],
  ] as const)('%s without %s', (kind, key, rules) => {
    const before = lackingOf(kind, {})
    const after = lackingOf(kind, { [key]: null })
    const added = Object.keys(after).filter((rule) => !(rule in before))
    expect(added).toEqual(expect.arrayContaining([...rules].filter((rule) => !(rule in before))))
    for (const rule of rules) expect(after[rule], rule).toMatch(/^\p{Lu}.*\.$/u)
  })

  test('so an offer that says only what it is leaves nothing decided for the better but that', () => {
    const lacking = lackingOf('saas', 'everything')
    expect(lacking).toMatchObject({
      'link-answers': 'Add those of support and privacy.',
      'keywords-count': 'Add up to three under "listing.keywords".',
      'description-language': 'Add "listing.description".',
      'listing-name-as-on-site': 'Add "listing.name" and "listing.websiteUrl".',
      'campaign-parameters': 'Add those you use under "campaign".',
    })
  })

  test.each([
    ['an empty list says that there are none', { media: { videos: [] } }, undefined],
    [
      'an empty list that nobody wrote',
      { offerId: 'todo', media: { videos: [] } },
      'Fill in name, summary and description of the listing and the offer ID first.',
    ],
    [
      'nothing said',
      { media: { videos: null } },
      'Name them under "media.videos"; where there are none, write [] there.',
    ],
  ])('videos: %s', (_, offer, handIn) => {
    expect(lackingOf('saas', offer)['video-plays']).toBe(handIn)
    expect(lackingOf('saas', offer)['video-count']).toBe(handIn)
  })

  test.each([
    [{ offerId: 'todo' }, true],
    [{ listing: { description: '<p>TODO: what it does.</p>' } }, true],
    [{}, false],
  ])('whether the kind of offer fits is open while nobody said what is offered: %j', (offer, isOpen) => {
    expect('offer-type-fits' in lackingOf('saas', offer)).toBe(isOpen)
  })

  test.each([
    ['<p>TODO: what it does.</p>', 'en-us', 'Write "listing.description".'],
    ['<p>TODO: what it does.</p>', 'nl', undefined],
    ['<p>Plan trips, drivers and repairs.</p>', 'en-us', undefined],
  ])('whether a listing says its language: %s in %s', (description, language, handIn) => {
    expect(lackingOf('saas', { language, listing: { description } })['description-language']).toBe(handIn)
  })

  test('rules about packages do not run for offers that have none', () => {
    expect(
      Object.keys(lackingOf('saas', 'everything')).filter((rule) => /package|input-xml|appsource/.test(rule)),
    ).toEqual([])
  })
})
