import { describe, expect, test } from 'vitest'
import type { HealthLevel, ProductInput } from '../product-state.ts'
import { goalsFrom, productInput, provedRecords } from '../testing/product-input.ts'
import { deriveProduct } from './derive-product.ts'

const begun = { '2.manifest-readable': { openedAt: '2026-11-03T09:00:00Z' } } as const
const half = provedRecords((id) => id.startsWith('2.'))

describe('health', () => {
  test.each<[string, Partial<ProductInput>, HealthLevel]>([
    ['no goals yet', { goals: undefined }, 'new'],
    ['goals, nothing begun', {}, 'new'],
    ['begun, no target', { records: begun }, 'on-track'],
    ['begun, target far away', { records: begun, targets: { product: '2027-03-01', steps: {} } }, 'on-track'],
    ['more work than days', { records: begun, targets: { product: '2026-11-09', steps: {} } }, 'at-risk'],
    [
      'due today',
      { records: provedRecords((id) => id !== '3.sdk-answers'), targets: { product: '2026-11-06', steps: {} } },
      'at-risk',
    ],
    ['due yesterday', { records: half, targets: { product: '2026-11-05', steps: {} } }, 'overdue'],
    ['due yesterday, all proved', { records: provedRecords(), targets: { product: '2026-11-05', steps: {} } }, 'ready'],
    ['a step due yesterday', { records: begun, targets: { steps: { 2: '2026-11-05' } } }, 'overdue'],
    [
      'a step that is complete was due yesterday',
      { records: half, targets: { steps: { 2: '2026-11-05' } } },
      'on-track',
    ],
    [
      'a step that is not needed was due yesterday',
      { records: begun, targets: { steps: { 6: '2026-11-05' } } },
      'on-track',
    ],
    ['ten working days without a move', { records: begun, now: '2026-11-16T11:00:00Z' }, 'stuck'],
    ['nine working days without a move', { records: begun, now: '2026-11-13T11:00:00Z' }, 'on-track'],
    [
      'nine with a holiday between',
      {
        records: begun,
        now: '2026-11-16T11:00:00Z',
        calendar: { timeZone: 'Europe/Amsterdam', holidays: ['2026-11-11'] },
      },
      'on-track',
    ],
    [
      'declared stuck',
      { records: begun, stuck: { since: '2026-11-05T09:00:00Z', reason: 'No contact left.' } },
      'stuck',
    ],
    [
      'given back twice',
      {
        records: begun,
        ballLog: (['isv', 'us', 'isv', 'us', 'isv'] as const).map((ball, day) => ({
          since: `2026-11-0${day + 2}T08:00:00Z`,
          ball,
        })),
      },
      'stuck',
    ],
    [
      'paused',
      {
        records: begun,
        targets: { product: '2026-11-05', steps: {} },
        paused: { since: '2026-11-04T09:00:00Z', reason: 'Takeover.' },
      },
      'paused',
    ],
    ['live', { records: provedRecords(), declared: 'live' }, 'ready'],
    ['withdrawn', { declared: 'withdrawn' }, 'paused'],
    [
      'Microsoft takes longer than it says',
      {
        records: begun,
        waits: [{ id: 'w', kind: 'template-review', state: 'running', startedAt: '2026-11-03T09:00:00Z', step: 4 }],
      },
      'at-risk',
    ],
    [
      'waiting for Microsoft is not being stuck',
      {
        records: begun,
        now: '2026-11-16T11:00:00Z',
        waits: [
          { id: 'w', kind: 'certification-deployment', state: 'running', startedAt: '2026-11-03T09:00:00Z', step: 1 },
        ],
      },
      'on-track',
    ],
  ])('%s', (_name, changes, level) => {
    const { health } = deriveProduct(productInput(changes))
    expect(health.level).toBe(level)
    expect(health.formula.en).not.toBe('')
  })

  test('the pace so far can be too slow although the hours would do', () => {
    const goals = goalsFrom('nnnynnn')
    const records = provedRecords((id) => id === '4.package-readable')
    const { health } = deriveProduct(
      productInput({ goals, records, now: '2026-11-12T11:00:00Z', targets: { product: '2026-11-25', steps: {} } }),
    )
    expect(health.level).toBe('at-risk')
    expect(health.formula.en).toMatch(/at the pace so far \d+ working days, 9 left\.$/)
  })

  test('the formula carries the product’s own numbers', () => {
    const { health, required } = deriveProduct(
      productInput({ records: half, targets: { product: '2026-11-04', steps: {} } }),
    )
    expect(health.formula).toEqual({
      en: `Target 4 November 2026 passed 2 working days ago; ${required.total - required.proved} required items open.`,
      nl: `Streefdatum 4 november 2026 is 2 werkdagen voorbij; ${required.total - required.proved} verplichte punten open.`,
    })
  })
})

test.each([
  ['2026-11-05', '2026-11-06T11:00:00Z', 'Target 5 November 2026 passed 1 working day ago; 1 required item open.'],
  ['2026-11-06', '2026-11-08T11:00:00Z', 'Target 6 November 2026 has passed; 1 required item open.'],
])('target %s seen at %s: %s', (product, now, formula) => {
  const records = provedRecords((id) => id !== '3.sdk-answers')
  const { health } = deriveProduct(productInput({ records, now, targets: { product, steps: {} } }))
  expect(health.formula.en).toBe(formula)
})

describe('whose turn, and the next thing', () => {
  const actions = (changes: Partial<ProductInput>) => deriveProduct(productInput(changes))

  test('the first goal comes first', () => {
    expect(actions({ goals: undefined })).toMatchObject({ ball: 'isv', nextActions: { isv: { goal: 'expose-data' } } })
    const { nextActions } = actions({ goals: goalsFrom('nnyn?nn') })
    expect(nextActions.isv).toMatchObject({ goal: 'auto-deploy' })
  })

  test('mending comes before answering, answering before beginning', () => {
    const records = {
      '2.manifest-readable': { evidence: { id: 'e', state: 'rejected', at: '2026-11-03T09:00:00Z' } },
    } as const
    const goals = goalsFrom('nnyn?nn')
    expect(actions({ goals, records }).nextActions.isv).toMatchObject({ item: '2.manifest-readable' })
  })

  test('the oldest review is ours, and the ball with it', () => {
    const submitted = (at: string) =>
      ({ evidence: { id: at, state: 'submitted', at }, review: { id: 'r', state: 'open', at } }) as const
    const records = {
      '2.authority-resolves': submitted('2026-11-03T09:00:00Z'),
      '2.manifest-readable': submitted('2026-11-05T09:00:00Z'),
      '2.user-read': submitted('2026-11-04T09:00:00Z'),
    }
    expect(actions({ records })).toMatchObject({ ball: 'us', nextActions: { us: { item: '2.user-read' } } })
  })

  test('a wait shows when it ends', () => {
    const state = actions({
      records: provedRecords((id) => !id.startsWith('1.certification')),
      goals: goalsFrom('yynnnnn'),
      waits: [{ id: 'w', kind: 'certification-review', state: 'running', startedAt: '2026-11-05T09:00:00Z', step: 1 }],
    })
    expect(state.nextActions.microsoft?.because.en).toBe('It is expected by 19 November 2026.')
    expect(state.nextDue).toBe('2026-11-19')
  })

  test('a preview that expires comes before everything else', () => {
    const state = actions({
      records: { '2.manifest-readable': { evidence: { id: 'e', state: 'rejected', at: '2026-11-03T09:00:00Z' } } },
      waits: [{ id: 'w', kind: 'preview-sign-off', state: 'running', startedAt: '2026-11-05T09:00:00Z', step: 7 }],
    })
    expect(state.ball).toBe('isv')
    expect(state.nextActions.isv?.because.en).toBe(
      'The preview expires on 9 November 2026; after that the offer is refused.',
    )
  })

  test('what has to be mended is the reason', () => {
    const state = actions({
      records: { '2.manifest-readable': { evidence: { id: 'e', state: 'rejected', at: '2026-11-03T09:00:00Z' } } },
    })
    expect(state.health.because.nl).toBe('Te herstellen: Het manifest heeft een bekende vorm.')
  })

  test('nothing is anybody’s turn once it is live', () => {
    expect(actions({ records: provedRecords(), declared: 'live' }).ball).toBe('nobody')
  })
})
