import fc from 'fast-check'
import { expect, test } from 'vitest'
import { knownCatalogue } from '../catalogue/catalogue.ts'
import { editions, profiles } from '../engine/licensing-subject.ts'
import { heldLicence } from '../licences/held-licence.ts'
import type { PlanState } from '../licences/licence-list.ts'
import { readLicenceFile } from '../licences/read-licence-file.ts'
import { isSure } from './entitlement-rules.ts'
import type { FlowUse } from './flow-use.ts'
import { judgeEntitlements } from './judge-entitlements.ts'

const at = { path: 'list' }
const catalogue = knownCatalogue()
const flags = [true, false]

/**
 * What may be unknown of the right to a flow, with everything that it may turn out to be. How much a flow does is another
 * matter: reports say of which flows it is not known.
 */
const completions = {
  tier: ['standard', 'premium', 'custom'],
  trigger: ['automated', 'scheduled', 'instant', 'http-request', 'child'],
  context: flags.flatMap((powerApp) =>
    flags.flatMap((dynamics) => flags.map((teams) => ({ powerApp, dynamics, teams }))),
  ),
  hasProcessLicence: flags,
  plans: ['on', 'off'],
} as const

type Unknown = keyof typeof completions

interface Question {
  readonly skuIds: readonly string[]
  readonly tier: string
  readonly trigger: string
  readonly context: unknown
  readonly hasProcessLicence: unknown
  readonly requestsPerDay: unknown
  readonly actionsPerFiveMinutes: unknown
  readonly plans: string
  readonly edition: (typeof editions)[number]
  readonly profile: (typeof profiles)[number]
  readonly isGuest: boolean
  readonly usesGateway: boolean
  readonly isPayAsYouGo: boolean
  readonly desktop: FlowUse['desktop']
}

const question: fc.Arbitrary<Question> = fc.record({
  skuIds: fc.array(fc.constantFrom(...catalogue.skus.keys()), { maxLength: 3 }),
  tier: fc.constantFrom(...completions.tier),
  trigger: fc.constantFrom(...completions.trigger),
  context: fc.constantFrom(...completions.context),
  hasProcessLicence: fc.constantFrom(...flags),
  requestsPerDay: fc.constantFrom(undefined, 0, 6000, 6001, 25_001, 40_000, 40_001, 90_000, 250_001),
  actionsPerFiveMinutes: fc.constantFrom(undefined, 0, 100_000, 100_001),
  plans: fc.constantFrom(...completions.plans),
  edition: fc.constantFrom(...editions),
  profile: fc.constantFrom(...profiles),
  isGuest: fc.boolean(),
  usesGateway: fc.boolean(),
  isPayAsYouGo: fc.boolean(),
  desktop: fc.constantFrom('none', 'none', 'none', 'attended', 'unattended'),
})

function stateOf({ skuIds, tier, plans, edition, profile, isGuest, ...asked }: Question) {
  const name = 'ada@contoso.example'
  const licences = skuIds.map((skuId) => {
    const label = catalogue.skus.get(skuId)?.displayName ?? skuId
    // The words of the question are those of the types; a generator of plain values cannot know.
    return heldLicence({ skuId, name: label, matchedBy: 'id', others: plans as PlanState, at })
  })
  const flow = {
    ...{ name: 'Flow', owner: undefined, isOwnedByApplication: false, runners: undefined, isShared: false, at },
    ...asked,
    connectors: [{ id: 'shared_fleetdesk', tier, isTierAssumed: false, at }],
  } as FlowUse
  const user = {
    id: name,
    name,
    isGuest,
    isEnabled: true,
    usageLocation: 'NL',
    saysAssignments: true,
    assignmentErrors: [],
    at,
  }
  const [answer] = judgeEntitlements({
    users: [{ ...user, licences }],
    flows: [flow],
    subscriptions: [],
    edition,
    profile,
  })
  if (answer === undefined) throw new Error('no answer')
  return answer
}

test('what is known at second hand only covers nobody', () => {
  fc.assert(
    fc.property(question, (asked) => {
      const { state, outcome } = stateOf(asked)
      if (!isSure(outcome.rule)) expect(state).not.toBe('covered')
    }),
    { numRuns: 4000 },
  )
  const flow = {
    name: 'F',
    trigger: 'scheduled',
    owner: { servicePrincipal: 'deployer' },
    connectors: [{ id: 'shared_office365' }],
  }
  const { flows } = readLicenceFile('flows.json', JSON.stringify({ flows: [flow] }))
  const [answer] = judgeEntitlements({ users: [], flows, subscriptions: [] })
  expect(answer).toMatchObject({ state: 'ask', outcome: { rule: 'application-standard' } })
})

const unknownOf = (part: Unknown) => (part === 'tier' || part === 'trigger' || part === 'plans' ? 'unknown' : undefined)

test.each(Object.keys(completions) as Unknown[])(
  'what is covered although %s is unknown is covered whatever it turns out to be',
  (part) => {
    fc.assert(
      fc.property(question, (asked) => {
        const { state, outcome } = stateOf({ ...asked, [part]: unknownOf(part) })
        if (state !== 'covered') return
        for (const value of completions[part]) {
          const told = stateOf({ ...asked, [part]: value })
          expect(told.state, `${part} ${JSON.stringify(value)}: ${outcome.rule} became ${told.outcome.rule}`).toBe(
            'covered',
          )
        }
      }),
      { numRuns: 4000 },
    )
  },
)
