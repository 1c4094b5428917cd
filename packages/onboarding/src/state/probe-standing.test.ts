import { expect, test } from 'vitest'
import type { EvidenceRecord, ItemRecord, ReviewRecord } from '../item.ts'
import type { AddressFacts, ProbeRecord } from '../probe/address-facts.ts'
import type { ItemVerdict } from '../product-state.ts'
import { goalsWith, productInput } from '../testing/product-input.ts'
import { deriveProduct } from './derive-product.ts'

const early = '2026-11-03T09:00:00Z'
const later = '2026-11-04T09:00:00Z'
const past = '2026-11-05T09:00:00Z'
const future = '2026-12-05T09:00:00Z'

/** The app's three information addresses, looked at. */
function looked(facts: Partial<AddressFacts> = {}, more: { passedAt?: string; validUntil?: string } = {}): ProbeRecord {
  const { passedAt, validUntil = future } = more
  const addresses = ['terms', 'privacy', 'support'].map((name) => {
    const address = `https://fleetdesk.test/${name}`
    const seen: AddressFacts = { at: later, milliseconds: 90, hops: 0, status: 200, finalAddress: address, ...facts }
    return { probeId: name, evidenceId: name, address, seen, validUntil }
  })
  const told = facts.finalAddress === undefined ? addresses : addresses.slice(0, 1)
  return { addresses: told, ...(passedAt !== undefined && { passedAt }) }
}

const submitted: EvidenceRecord = { id: 'support', state: 'submitted', at: early }
const accepted: EvidenceRecord = { ...submitted, state: 'accepted' }
const asked: ReviewRecord = { id: 'r', state: 'open', at: early }
const refused: ReviewRecord = { id: 'r', state: 'changes-requested', at: later, note: 'These are somebody else’s.' }

function stateOf(record: ItemRecord) {
  // What the item waits for is no matter here.
  const proved: ItemRecord = { evidence: { id: 'm', state: 'accepted', at: early } }
  const goals = goalsWith({ 'embed-ui': 'yes' })
  const records = { '2.manifest-readable': proved, '2.information-addresses': record } as const
  const product = deriveProduct(productInput({ goals, records }))
  const state = product.items.find(({ id }) => id === '2.information-addresses')
  if (state === undefined) throw new Error('There is no such item.')
  return { ...state, changesAt: product.changesAt }
}

test.each<[string, ItemRecord, ItemVerdict, boolean]>([
  ['seen to be right', { evidence: submitted, probe: looked() }, 'proved', false],
  ['seen to be right, with nobody asked', { evidence: submitted, review: asked, probe: looked() }, 'proved', false],
  ['dead at once', { evidence: submitted, probe: looked({ status: 404 }) }, 'failing', false],
  [
    'dead after it was right',
    { evidence: submitted, probe: looked({ status: 404 }, { passedAt: early }) },
    'failing',
    true,
  ],
  ['dead although a person had accepted it', { evidence: accepted, probe: looked({ status: 404 }) }, 'failing', true],
  ['not to be told', { evidence: submitted, probe: looked({ status: 403 }) }, 'handed-in', false],
  [
    'not to be told, with a reviewer',
    { evidence: submitted, review: asked, probe: looked({ status: 403 }) },
    'in-review',
    false,
  ],
  ['not to be told, accepted by a person', { evidence: accepted, probe: looked({ status: 403 }) }, 'proved', false],
  [
    'right to the machine and wrong to a person',
    { evidence: submitted, review: refused, probe: looked() },
    'changes-requested',
    false,
  ],
  [
    'seen too long ago',
    { evidence: submitted, probe: looked({}, { passedAt: early, validUntil: past }) },
    'expired',
    true,
  ],
  [
    'seen too long ago, accepted by a person',
    { evidence: accepted, probe: looked({}, { passedAt: early, validUntil: past }) },
    'proved',
    false,
  ],
  [
    'nothing handed in any more',
    { evidence: { ...submitted, state: 'withdrawn' }, probe: { addresses: [], passedAt: early } },
    'not-started',
    false,
  ],
])('an address %s', (_, record, verdict, regressed) => {
  const state = stateOf(record)
  expect({ verdict: state.verdict, regressed: state.regressed }).toEqual({ verdict, regressed })
})

test('a product changes by itself when what was seen runs out', () => {
  const soon = '2026-11-06T12:00:00.000Z'
  const { changesAt } = stateOf({ evidence: submitted, probe: looked({}, { passedAt: early, validUntil: soon }) })
  expect(changesAt).toBe(soon)
})

test('what a machine cannot tell is said while nobody has decided', () => {
  const one = looked({ finalAddress: 'https://fleetdesk.test/terms' })
  expect(stateOf({ evidence: submitted, probe: one }).because.en).toBe(
    '3 different pages are asked for; our server has seen 1 of them.',
  )
})

test('a dead link says what is wrong and what to do', () => {
  const { because, todo, ball } = stateOf({ evidence: submitted, probe: looked({ failure: 'connection-failed' }) })
  expect(because.nl).toBe('Onze server keek bij fleetdesk.test: daar antwoordt niets.')
  expect(todo?.en).toContain('Check that the server runs')
  expect(ball).toBe('isv')
})
