import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { handOn } from './hand-on.ts'
import type { LearnedRegistration, Lesson } from './lesson.ts'

const template = (from: string, ...parameters: string[]): Lesson => ({ from, templates: [{ parameters }] })
const flow = (from: string, name: string, owner: 'each-user' | 'unknown' = 'each-user'): Lesson => ({
  from,
  flows: [{ entry: { name }, owner }],
})
const customer = (from: string): Lesson => ({ from, isCustomer: true })
const registration = (from: string, more: Partial<LearnedRegistration> = {}): Lesson => ({
  from,
  registration: { applicationId: 'a1', redirects: [], failedRules: [], isSaidToBe: undefined, ...more },
})

describe('the parameters of templates', () => {
  test('are handed on where all templates have the same, with where they were read', () => {
    const { templateParameters } = handOn([template('b.zip', 'site', 'list'), template('a.zip', 'list', 'site')]).facts
    expect(templateParameters).toEqual({ value: ['list', 'site'], from: ['a.zip', 'b.zip'] })
  })

  test('are none where two templates differ, or one could not be read: the reason names them', () => {
    const differ = handOn([template('b.zip', 'site'), template('a.zip')]).facts.templateParameters
    expect(differ).toMatchObject({ reason: expect.stringMatching(/2 templates \(in a\.zip, b\.zip\) with different/) })
    const unread = handOn([template('b.zip', 'site'), { from: 'a.zip', templates: [{ parameters: undefined }] }])
    expect(unread.facts.templateParameters).toMatchObject({ reason: expect.stringContaining('Not all of a.zip') })
    expect(handOn([customer('c')]).facts).toEqual({})
  })
})

describe('flows', () => {
  test('of several packages are all handed on to the one customer, one that is there twice once', () => {
    const { flows } = handOn([flow('b', 'Two'), flow('a', 'One'), flow('c', 'One', 'unknown'), customer('k')]).facts
    expect(flows).toEqual({
      value: [
        { entry: { name: 'One' }, owner: 'unknown' },
        { entry: { name: 'Two' }, owner: 'each-user' },
      ],
      from: ['a', 'b', 'c'],
    })
  })

  test('go to nobody where there are two customers, or too many flows', () => {
    const two = handOn([flow('a', 'One'), customer('k2'), customer('k1')]).facts.flows
    expect(two).toMatchObject({ reason: expect.stringMatching(/2 customers \(k1, k2\).*flows of a is not known/) })
    const many = handOn(Array.from({ length: 1001 }, (_, at) => flow('a', `Flow ${at}`))).facts.flows
    expect(many).toMatchObject({ reason: expect.stringContaining('1001 flows') })
  })
})

describe('the landing page’s registration', () => {
  const page = 'https://fleetdesk.example/welcome'

  test.each([
    ['by its id, whatever the case', registration('r'), { applicationId: 'A1' }, true],
    [
      'not by another id, though people return to the page',
      registration('r', { redirects: [page] }),
      { applicationId: 'b2', landingPageUrl: page },
      false,
    ],
    ['by where people return to', registration('r', { redirects: [`${page}/?x=1`] }), { landingPageUrl: page }, true],
    [
      'not by the host alone',
      registration('r', { redirects: ['https://fleetdesk.example/in'] }),
      { landingPageUrl: page },
      false,
    ],
    ['by what somebody said', registration('r', { isSaidToBe: true }), { landingPageUrl: page }, true],
    [
      'not against what somebody said',
      registration('r', { isSaidToBe: false, redirects: [page] }),
      { landingPageUrl: page },
      false,
    ],
    ['not where nothing tells', registration('r'), {}, false],
    [
      'not by an address that is none',
      registration('r', { redirects: ['welcome'] }),
      { landingPageUrl: 'welcome' },
      false,
    ],
  ] as const)('is told %s', (_, lesson, offer, isTold) => {
    const handed = handOn([lesson]).signInFor(offer)
    expect(handed?.value !== undefined).toBe(isTold)
    if (!isTold) expect(handed).toMatchObject({ reason: 'Nothing says that r is the landing page’s registration.' })
  })

  test('is handed on with its failed rules; the offer’s id tells it among several', () => {
    const lessons = [registration('r2', { applicationId: 'b2' }), registration('r1', { failedRules: ['y', 'x'] })]
    expect(handOn(lessons).signInFor({ applicationId: 'a1' })).toEqual({
      value: { failedRules: ['x', 'y'], isForLandingPage: true },
      from: ['r1'],
    })
    const same = [registration('r2', { redirects: [page] }), registration('r1', { redirects: [page] })]
    expect(handOn(same).signInFor({ landingPageUrl: page })).toMatchObject({
      reason: 'Each of r1, r2 may be the landing page’s registration.',
    })
    expect(handOn(same).signInFor({})).toMatchObject({ reason: expect.stringContaining('any of r1, r2') })
    expect(handOn([]).signInFor({ landingPageUrl: page })).toBeUndefined()
  })

  test('said to be for something else is handed on as that, where the offer names it', () => {
    const handed = handOn([registration('r', { isSaidToBe: false })]).signInFor({ applicationId: 'a1' })
    expect(handed?.value?.isForLandingPage).toBe(false)
  })
})

describe('any lessons', () => {
  const name = fc.constantFrom('a', 'b', 'c')
  const anyLesson: fc.Arbitrary<Lesson> = fc.oneof(
    fc.tuple(name, fc.array(name, { maxLength: 2 })).map(([from, parameters]) => template(from, ...parameters)),
    name.map((from) => ({ from, templates: [{ parameters: undefined }] })),
    fc
      .tuple(name, name, fc.constantFrom('each-user' as const, 'unknown' as const))
      .map(([from, one, owner]) => flow(from, one, owner)),
    name.map(customer),
    fc
      .tuple(name, name, fc.array(name, { maxLength: 2 }), fc.constantFrom(true, false, undefined))
      .map(([from, applicationId, failedRules, isSaidToBe]) =>
        registration(from, {
          applicationId,
          failedRules,
          isSaidToBe,
          redirects: [`https://${applicationId}.example/`],
        }),
      ),
  )
  const offers = [{ applicationId: 'a' }, { landingPageUrl: 'https://b.example' }, {}]
  const all = (lessons: readonly Lesson[]) => {
    const { facts, signInFor } = handOn(lessons)
    return { facts, signIns: offers.map(signInFor) }
  }

  test('their order makes no difference', () => {
    const shuffled = fc
      .array(anyLesson, { maxLength: 6 })
      .chain((lessons) => fc.tuple(fc.constant(lessons), fc.shuffledSubarray(lessons, { minLength: lessons.length })))
    fc.assert(
      fc.property(shuffled, ([lessons, other]) => {
        expect(all(other)).toEqual(all(lessons))
      }),
    )
  })

  test('one more never makes an answer of what was ambiguous about parameters', () => {
    fc.assert(
      fc.property(fc.array(anyLesson, { minLength: 1, maxLength: 5 }), anyLesson, (lessons, more) => {
        const [before, after] = [
          handOn(lessons).facts.templateParameters,
          handOn([...lessons, more]).facts.templateParameters,
        ]
        if (before !== undefined && before.value === undefined) expect(after?.value).toBeUndefined()
      }),
    )
  })
})
