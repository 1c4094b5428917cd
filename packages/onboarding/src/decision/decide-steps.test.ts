import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { goalsFrom, goalsWith } from '../testing/product-input.ts'
import type { Answer, Edition, GoalId, Goals, ProductKind, PublisherType, Strength } from '../vocabulary.ts'
import { goalIds, stepIds } from '../vocabulary.ts'
import type { StepQuestion } from './decide-steps.ts'
import { decideSteps, strengthOrder } from './decide-steps.ts'

const codes: Readonly<Record<Strength, string>> = {
  'not-needed': '-',
  'needs-answer': '?',
  recommended: 'r',
  required: 'R',
}

function line(goals: Goals | undefined, changes: Partial<StepQuestion> = {}): string {
  const question: StepQuestion = { edition: '2018-02', kind: 'isv', publisher: 'verified-publisher', goals, ...changes }
  return decideSteps(question)
    .map(({ strength }) => codes[strength])
    .join('')
}

describe('the decision table', () => {
  // Goals: expose-data, connector-public, embed-ui, prebuilt-flows, auto-deploy, customers-lack-licences, list-appsource.
  test.each<[string, string, string, string]>([
    ['nothing is wanted', 'nnnnnnn', '-------', '-------'],
    ['nothing is known', '???????', '???????', '???????'],
    ['data for flows', 'ynnnnnn', 'R--r--r', 'R--r-rr'],
    ['a public connector alone', 'nynnnnn', 'R------', 'R------'],
    ['embedding', 'nnynnnn', '-RR---r', '-RR---r'],
    ['pre-built flows', 'nnnynnn', '---R---', '---R---'],
    ['deployment goes over REST and so needs sign-in', 'nnnnynn', '-R--R--', '-R--R--'],
    ['customers without licences', 'nnnnnyn', '-----R-', '-----R-'],
    ['licences unknown', 'nnnnn?n', '-----?-', '-----?-'],
    ['a listing', 'nnnnnny', '-R----R', '-R----R'],
    ['a listing undecided', 'nnnnnn?', '-?----?', '-?----?'],
    ['a listing undecided beside a connector', 'ynnnnn?', 'R?-r--r', 'R?-r-rr'],
    ['data undecided', '?nnnnnn', '?--?--?', '?--?-??'],
    ['everything', 'yyyyyyy', 'RRRRRRR', 'RRRRRRR'],
  ])('%s: %s gives %s in 2018 and %s now', (_name, goals, seed, current) => {
    expect([line(goalsFrom(goals)), line(goalsFrom(goals), { edition: 'current' })]).toEqual([seed, current])
  })

  test('goals never answered ask for answers everywhere', () => {
    expect(line(undefined)).toBe('???????')
  })

  test.each([
    ['yyyyyyy', 'RRRRR--'],
    ['nnnnnyy', '-------'],
    ['nynnnnn', '-------'],
    ['???????', '?????--'],
  ])('an enterprise certifies, buys and lists nothing: %s gives %s', (goals, expected) => {
    expect(line(goalsFrom(goals), { kind: 'enterprise' })).toBe(expected)
    expect(line(goalsFrom(goals), { kind: 'enterprise', edition: 'current' })).toBe(expected)
  })
})

describe('reasons', () => {
  const decided = (goals: Goals, changes: Partial<StepQuestion> = {}) =>
    decideSteps({ edition: 'current', kind: 'isv', publisher: 'verified-publisher', goals, ...changes })

  test('every step says why, with a citation', () => {
    for (const goals of [goalsFrom('nnnnnnn'), goalsFrom('yyyyyyy'), goalsFrom('???????')]) {
      for (const kind of ['isv', 'enterprise'] as const) {
        for (const { because } of decided(goals, { kind })) {
          expect(because.length).toBeGreaterThan(0)
          for (const reason of because) expect(reason.citation.place).not.toBe('')
        }
      }
    }
  })

  test.each<[PublisherType, Edition, string]>([
    ['verified-publisher', 'current', 'certification-by-partner-center'],
    ['independent-publisher', 'current', 'certification-by-open-repository'],
    ['verified-publisher', '2018-02', 'certification-by-form'],
    ['independent-publisher', '2018-02', 'certification-by-form'],
  ])('%s in %s goes by %s', (publisher, edition, rule) => {
    const [connector] = decided(goalsWith({ 'connector-public': 'yes' }), { publisher, edition })
    expect(connector?.because.map((reason) => reason.rule)).toEqual(['connector-before-certification', rule])
  })

  test('a change is named with what it would lead to', () => {
    const steps = decided(goalsWith({ 'embed-ui': 'yes' }))
    expect(steps[1]?.wouldChangeIf.map(({ goal, answer, to }) => [goal, answer, to])).toEqual([
      ['embed-ui', 'no', 'not-needed'],
      ['embed-ui', 'unknown', 'needs-answer'],
    ])
    expect(steps[1]?.because.map(({ rule }) => rule)).toEqual(['sign-in-for-embedding'])
  })

  test('what would change is what does change', () => {
    fc.assert(
      fc.property(goalsArbitrary, kinds, editions, (goals, kind, edition) => {
        for (const { step, strength, wouldChangeIf } of decided(goals, { kind, edition })) {
          for (const goal of goalIds) {
            for (const answer of ['yes', 'no', 'unknown'] as const) {
              const to = decided({ ...goals, [goal]: answer }, { kind, edition })[step - 1]?.strength
              const named = wouldChangeIf.find((change) => change.goal === goal && change.answer === answer)
              expect(named?.to).toBe(to === strength ? undefined : to)
            }
          }
        }
      }),
      { numRuns: 40 },
    )
  })
})

const answers = fc.constantFrom<Answer>('yes', 'no', 'unknown')
const kinds = fc.constantFrom<ProductKind>('isv', 'enterprise')
const editions = fc.constantFrom<Edition>('2018-02', 'current')
const goalsArbitrary = fc.tuple(...goalIds.map(() => answers)).map((given): Goals => {
  const entries: readonly [GoalId, Answer][] = goalIds.map((goal, index) => [goal, given[index] ?? 'unknown'])
  return goalsWith(Object.fromEntries(entries))
})

test('one more yes never lowers a step, nor does not knowing lower it below no', () => {
  const rank = (strength: Strength | undefined): number => strengthOrder.indexOf(strength ?? 'not-needed')
  fc.assert(
    fc.property(goalsArbitrary, fc.constantFrom(...goalIds), kinds, editions, (goals, goal, kind, edition) => {
      const by = (answer: Answer) =>
        decideSteps({ edition, kind, publisher: 'verified-publisher', goals: { ...goals, [goal]: answer } })
      const [no, unknown, yes] = [by('no'), by('unknown'), by('yes')]
      for (const index of stepIds.keys()) {
        expect(rank(unknown[index]?.strength)).toBeGreaterThanOrEqual(rank(no[index]?.strength))
        expect(rank(yes[index]?.strength)).toBeGreaterThanOrEqual(rank(unknown[index]?.strength))
      }
    }),
  )
})
