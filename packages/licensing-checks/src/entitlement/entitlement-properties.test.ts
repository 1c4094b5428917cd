import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { knownCatalogue } from '../catalogue/catalogue.ts'
import { editions, profiles } from '../engine/licensing-subject.ts'
import { heldLicence } from '../licences/held-licence.ts'
import type { HeldLicence, LicensedUser, PlanState } from '../licences/licence-list.ts'
import type { FlowUse } from './flow-use.ts'
import { judgeEntitlements } from './judge-entitlements.ts'
import { type EntitlementState, isAtLeastAsGood } from './outcome.ts'

const at = { path: 'list' }
const catalogue = knownCatalogue()
const skuIds = [...catalogue.skus.keys(), '00000000-1111-4222-8333-444444444444']
const planStates: readonly PlanState[] = ['on', 'off', 'pending', 'unknown']

const licence: fc.Arbitrary<HeldLicence> = fc
  .tuple(
    fc.constantFrom(...skuIds),
    fc.constantFrom(...planStates),
    fc.constantFrom(...(['id', 'id', 'id', 'name', 'several', 'nothing'] as const)),
  )
  .map(([skuId, others, matchedBy]) =>
    heldLicence({ skuId, name: catalogue.skus.get(skuId)?.displayName ?? 'Visio', matchedBy, others, at }),
  )
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined })
const flow: fc.Arbitrary<FlowUse> = fc.record({
  name: fc.constant('Flow'),
  connectors: fc.array(
    fc.record({
      id: fc.constantFrom('shared_office365', 'shared_fleetdesk', 'shared_commondataserviceforapps'),
      tier: fc.constantFrom(...(['standard', 'premium', 'custom', 'unknown'] as const)),
      isTierAssumed: fc.boolean(),
      at: fc.constant(at),
    }),
    { maxLength: 3 },
  ),
  trigger: fc.constantFrom(...(['automated', 'scheduled', 'instant', 'http-request', 'child', 'unknown'] as const)),
  owner: fc.constant(undefined),
  isOwnedByApplication: fc.constant(false),
  runners: fc.constant(undefined),
  requestsPerDay: maybe(fc.constantFrom(0, 6_000, 6_001, 25_001, 40_000, 40_001, 90_000, 250_001)),
  actionsPerFiveMinutes: maybe(fc.constantFrom(100_000, 100_001)),
  context: maybe(fc.record({ powerApp: fc.boolean(), dynamics: fc.boolean(), teams: fc.boolean() })),
  hasProcessLicence: maybe(fc.boolean()),
  isPayAsYouGo: fc.boolean(),
  usesGateway: fc.boolean(),
  desktop: fc.constantFrom(...(['none', 'none', 'attended', 'unattended'] as const)),
  isShared: fc.boolean(),
  at: fc.constant(at),
})
const question = fc.record({
  flow,
  edition: fc.constantFrom(...editions),
  profile: fc.constantFrom(...profiles),
  isGuest: fc.boolean(),
  seats: fc.nat(2),
})

/** What {@link question} makes. */
type Asked = typeof question extends fc.Arbitrary<infer Value> ? Value : never

function userOf(licences: readonly HeldLicence[], isGuest: boolean): LicensedUser {
  const name = 'ada@contoso.example'
  return {
    id: name,
    name,
    isGuest,
    isEnabled: true,
    usageLocation: 'NL',
    licences,
    saysAssignments: true,
    assignmentErrors: [],
    at,
  }
}

function judge({ flow: asked, edition, profile, isGuest, seats }: Asked, licences: readonly HeldLicence[]) {
  const process = {
    skuId: '253ce8d3-6122-4240-8b04-f434a8fa831f',
    name: 'Process',
    status: 'Enabled',
    seats,
    used: 0,
    at,
  }
  const users = [userOf(licences, isGuest)]
  const [answer] = judgeEntitlements({ users, flows: [asked], subscriptions: [process], edition, profile })
  if (answer === undefined) throw new Error('no answer')
  return answer
}

describe('what always holds of an answer', () => {
  test('adding a licence never makes it worse', () => {
    fc.assert(
      fc.property(question, fc.array(licence, { maxLength: 4 }), licence, (asked, held, added) => {
        const before: EntitlementState = judge(asked, held).state
        expect(isAtLeastAsGood(judge(asked, [...held, added]).state, before)).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  test('the order of licences changes nothing, and neither does one that is listed twice', () => {
    fc.assert(
      fc.property(question, fc.array(licence, { maxLength: 5 }), (asked, held) => {
        const { outcome } = judge(asked, held)
        expect(judge(asked, held.toReversed()).outcome).toEqual(outcome)
        expect(judge(asked, [...held, ...held]).outcome).toEqual(outcome)
      }),
      { numRuns: 1500 },
    )
  })

  test('a gap says what closes it, and nothing else does', () => {
    fc.assert(
      fc.property(question, fc.array(licence, { maxLength: 4 }), (asked, held) => {
        const { state, outcome } = judge(asked, held)
        if (state !== 'gap') expect(outcome.closes).toEqual([])
        if (asked.edition === '2018-02') return
        const premium = heldLicence({
          skuId: 'eda1941c-3c4f-4995-b5eb-e85a42175ab9',
          name: 'Premium',
          matchedBy: 'id',
          others: 'on',
          at,
        })
        if (outcome.closes.includes('per-user')) expect(judge(asked, [...held, premium]).state).not.toBe('gap')
        if (outcome.closes.includes('per-process')) {
          const flowWithProcess = { ...asked.flow, hasProcessLicence: true }
          expect(judge({ ...asked, flow: flowWithProcess }, held).state).not.toBe('gap')
        }
      }),
      { numRuns: 3000 },
    )
  })
})
