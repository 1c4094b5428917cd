import { beforeAll, expect, it } from 'vitest'
import { idempotencyRecords, sessions } from '../db/schema/index.ts'
import { describeOnEachDatabase } from '../testing/databases.ts'
import { openTracker, type TestTracker } from '../testing/tracker.ts'
import { forgetOld } from './forget-old.ts'

describeOnEachDatabase('What has served its time', (open) => {
  let tracker: TestTracker
  beforeAll(async () => {
    tracker = await openTracker(open)
  })

  it('is removed, and nothing else', async () => {
    const { database, time, programme } = tracker
    const within = <Result>(work: Parameters<typeof database.within<Result>>[1]) =>
      database.within<Result>({ kind: 'tracker' }, work)
    const before = time.now
    const moments = { old: new Date(before.getTime() - 1), kept: new Date(before.getTime() + 1) }
    const { userId } = programme.reviewer.principal
    const people = await within((transaction) => transaction.$count(sessions))
    for (const [name, moment] of Object.entries(moments)) {
      await within(async (transaction) => {
        const key = { principalId: userId, place: 'isv_1', key: name, verb: 'x', inputHash: 'x', createdAt: moment }
        await transaction.insert(idempotencyRecords).values(key)
        const times = { createdAt: before, lastSeenAt: before, expiresAt: moment }
        await transaction.insert(sessions).values({ id: name, tokenHash: name, userId, userAgent: '', ...times })
      })
    }
    await forgetOld(database, before)
    const keys = await within((transaction) =>
      transaction.select({ key: idempotencyRecords.key }).from(idempotencyRecords),
    )
    expect(keys).toEqual([{ key: 'kept' }])
    expect(await within((transaction) => transaction.$count(sessions))).toBe(people + 1)
  })
})
