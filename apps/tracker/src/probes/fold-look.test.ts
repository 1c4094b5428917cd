import type { AddressFacts } from '@sevenstep/onboarding'
import { expect, test } from 'vitest'
import type { probes } from '../db/schema/index.ts'
import { foldLook } from './fold-look.ts'

const now = new Date('2026-11-20T09:00:00.000Z')
const minutes = (nextLookAt: Date) => (nextLookAt.getTime() - now.getTime()) / 60_000
const seen = (facts: Partial<AddressFacts>): AddressFacts => ({
  at: now.toISOString(),
  milliseconds: 1,
  hops: 0,
  ...facts,
})
const well = seen({ status: 200 })
const down = seen({ status: 503 })
const dead = seen({ failure: 'connection-failed' })
const gone = seen({ status: 404 })
const as = (facts: AddressFacts) => ({ kind: 'seen', facts }) as const

function row(more: Partial<typeof probes.$inferSelect> = {}): typeof probes.$inferSelect {
  return {
    id: 'prb_1',
    isvId: 'isv_1',
    organizationId: 'org_1',
    productId: 'prd_1',
    itemId: '1.metadata-links-work',
    evidenceId: 'evd_1',
    number: 1,
    address: 'https://fleetdesk.test/',
    seen: null,
    doubt: null,
    unseen: null,
    troubles: 0,
    passedAt: null,
    lookedAt: null,
    askedBy: 'tracker',
    askedAt: now,
    nextLookAt: now,
    createdAt: now,
    updatedAt: now,
    version: 1,
    ...more,
  }
}

test('a look that saw nothing leaves what was known, and is tried again sooner', () => {
  const folded = foldLook(row({ seen: well }), { kind: 'unseen', obstacle: 'no-way-out' }, now, 0.5)
  expect(folded).toMatchObject({ seen: well, troubles: 1, unseen: { at: now.toISOString(), obstacle: 'no-way-out' } })
  expect(minutes(folded.nextLookAt)).toBe(15)
  expect(foldLook(row({ unseen: folded.unseen, troubles: 3 }), as(well), now, 0.5)).toMatchObject({
    seen: well,
    unseen: null,
    troubles: 0,
  })
})

test.each([
  ['a failure of a moment after all was well', row({ seen: well }), down, well],
  ['a server that is gone for a moment', row({ seen: well }), dead, well],
  ['the same again', row({ seen: well, doubt: down, troubles: 1 }), down, down],
  ['the same when a person asked', row({ seen: well, askedBy: 'usr_1' }), dead, dead],
  ['the same at the first look', row(), down, down],
  ['the same after another failure', row({ seen: gone }), down, down],
  ['a page that is gone, at once', row({ seen: well }), gone, gone],
  ['all well after doubt', row({ seen: well, doubt: down, troubles: 1 }), well, well],
])('%s', (_, before, facts, counts) => {
  const folded = foldLook(before, as(facts), now, 0.5)
  expect(folded.seen).toBe(counts)
  expect(folded.doubt).toBe(counts === facts ? null : facts)
})

test('pauses are a day when all is well, grow after trouble, and are spread', () => {
  expect(minutes(foldLook(row(), as(well), now, 0).nextLookAt)).toBe(18 * 60)
  expect(minutes(foldLook(row(), as(well), now, 1).nextLookAt)).toBe(30 * 60)
  const pauses = [0, 1, 2, 3, 20].map((troubles) => minutes(foldLook(row({ troubles }), as(gone), now, 0.5).nextLookAt))
  expect(pauses).toEqual([15, 30, 60, 120, 24 * 60])
})
