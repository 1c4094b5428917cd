import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editions } from '../checks/flow-subject.ts'
import { checkTemplateMetadata } from './check-template-metadata.ts'
import {
  advanceTemplate,
  type TemplateEvent,
  type TemplateState,
  templateEvents,
  templateStates,
} from './template-life-cycle.ts'
import type { PartnerCenterTemplate, PortalTemplate } from './template-metadata.ts'

const now = Date.parse('2026-11-29T12:00:00Z')
const signature = 'sp=r&sig=not0a0real0signature'
const offer: PartnerCenterTemplate = {
  edition: 'current',
  packageAddress: `https://cars.blob.core.windows.net/p/cars.zip?se=2026-12-20&${signature}`,
  categories: ['Productivity'],
  terms: 'standard-contract',
  privacyUrl: 'https://fleetdesk.example/privacy',
  supportUrl: 'https://fleetdesk.example/support',
  accountHasMail: true,
  isSellerEnrolled: true,
  isForEverybody: true,
}
const form: PortalTemplate = {
  edition: '2018-02',
  title: 'Tell the owner',
  description: 'Tells the owner.',
  benefit: 'No calls',
  users: 10,
  runs: 100,
  categories: ['Mail'],
  lastSaved: '2018-02-01T10:00:00Z',
  lastSuccessfulRun: '2018-02-01T10:05:00Z',
}

function walk(edition: (typeof editions)[number], events: readonly TemplateEvent[]): TemplateState {
  return events.reduce<TemplateState>((state, event) => {
    const move = advanceTemplate(edition, state, event)
    if (!move.ok) throw new Error(move.message.what)
    return move.state
  }, 'draft')
}

describe('the life of a template', () => {
  it('leads from a draft to the gallery and round again today', () => {
    const first = ['submit', 'review-began', 'changes-asked', 'submit', 'review-began', 'approved'] as const
    expect(walk('current', [...first, 'sign-off', 'go-live'])).toBe('live')
    expect(walk('current', [...first, 'sign-off', 'go-live', 'update', 'submit'])).toBe('submitted')
  })

  it('led over a run to the gallery or back in 2018', () => {
    expect(walk('2018-02', ['run-succeeded', 'submit', 'review-began', 'approved'])).toBe('live')
    expect(walk('2018-02', ['run-succeeded', 'saved'])).toBe('draft')
    expect(walk('2018-02', ['run-succeeded', 'submit', 'review-began', 'refuse', 'saved'])).toBe('draft')
  })

  it.each([
    ['current', 'draft', 'go-live', 'A template goes live after certification and your sign-off.'],
    ['2018-02', 'draft', 'submit', 'The portal takes a flow that has run with success since it was last saved.'],
    ['current', 'withdrawn', 'submit', 'The steps of publishing follow one another.'],
  ] as const)('refuses in %s, %s: %s', (edition, state, event, why) => {
    const move = advanceTemplate(edition, state, event)
    expect(move.ok ? '' : move.message.why).toBe(why)
  })

  it('never leaves its states, and every state can be left or is an end', () => {
    for (const edition of editions) {
      const reached = new Set<TemplateState>(['draft'])
      for (const state of reached) {
        for (const event of templateEvents(edition, state)) {
          const move = advanceTemplate(edition, state, event)
          if (move.ok) reached.add(move.state)
        }
      }
      for (const state of reached) {
        const isEnd = templateEvents(edition, state).length === 0
        if (isEnd) expect(templateStates[state].waitsFor).toBe('nobody')
      }
      expect(reached.has('live')).toBe(true)
    }
  })
})

describe('checkTemplateMetadata', () => {
  it('is silent about what is whole', () => {
    expect(checkTemplateMetadata(offer, now)).toEqual([])
    expect(checkTemplateMetadata(form, now)).toEqual([])
  })

  it.each<[string, Partial<PartnerCenterTemplate>, string, string]>([
    ['no address', { packageAddress: '' }, 'packageAddress', 'The package has no https address.'],
    [
      'http',
      { packageAddress: offer.packageAddress.replace('https', 'http') },
      'packageAddress',
      'The package has no https address.',
    ],
    [
      'no signature',
      { packageAddress: 'https://cars.example/cars.zip' },
      'packageAddress',
      'The address has no signature with an end.',
    ],
    [
      '14 days',
      { packageAddress: `https://cars.example/cars.zip?se=2026-12-13T13:00:00Z&${signature}` },
      'packageAddress',
      'The end of the signature is 14 days away; reviewers need 15 days.',
    ],
    [
      'over',
      { packageAddress: `https://cars.example/cars.zip?se=2026-11-01&${signature}` },
      'packageAddress',
      'The end of the signature is over; reviewers need 15 days.',
    ],
    [
      'no moment',
      { packageAddress: `https://cars.example/cars.zip?se=soon&${signature}` },
      'packageAddress',
      'The end of the signature is no moment that can be read; reviewers need 15 days.',
    ],
    [
      'writing only',
      { packageAddress: offer.packageAddress.replace('sp=r', 'sp=w') },
      'packageAddress',
      'The signature does not permit reading.',
    ],
    ['no category', { categories: [] }, 'categories', 'No category is chosen.'],
    ['4 categories', { categories: ['a', 'b', 'c', 'd'] }, 'categories', '4 categories are chosen; 3 are allowed.'],
    ['terms', { terms: { url: 'http://fleetdesk.example' } }, 'terms', '"terms" is no https address.'],
    ['privacy', { privacyUrl: '' }, 'privacyUrl', '"privacyUrl" is no https address.'],
    ['no mail', { accountHasMail: false }, 'accountHasMail', 'The submitting account has no mail address.'],
    ['private', { isForEverybody: false }, 'isForEverybody', 'The template is meant for some only.'],
    ['an id', { templateId: 'cars' }, 'templateId', 'The id of the template is not 32 hexadecimal digits.'],
  ])('says what an offer lacks: %s', (_, change, field, what) => {
    const found = checkTemplateMetadata({ ...offer, ...change }, now)
    expect(found.map((one) => [one.field, one.state, one.message.what])).toEqual([[field, 'missing', what]])
    expect(JSON.stringify(found)).not.toContain('not0a0real')
  })

  it('asks for what nobody said', () => {
    const { accountHasMail: _mail, isSellerEnrolled: _seller, ...rest } = offer
    expect(checkTemplateMetadata(rest, now).map(({ field, state }) => [field, state])).toEqual([
      ['accountHasMail', 'unknown'],
      ['isSellerEnrolled', 'unknown'],
    ])
  })

  it.each<[Partial<PortalTemplate>, string]>([
    [{ title: ' ' }, 'title'],
    [{ benefit: '' }, 'benefit'],
    [{ users: 0 }, 'users'],
    [{ categories: [] }, 'categories'],
    [{ lastSaved: '2018-02-01T10:06:00Z' }, 'lastSuccessfulRun'],
  ])('says what the form of 2018 lacks: %j', (change, field) => {
    expect(checkTemplateMetadata({ ...form, ...change }, now).map((one) => one.field)).toEqual([field])
  })

  it('never throws for an address', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string()), (packageAddress) => {
        expect(Array.isArray(checkTemplateMetadata({ ...offer, packageAddress }, now))).toBe(true)
      }),
    )
  })
})
