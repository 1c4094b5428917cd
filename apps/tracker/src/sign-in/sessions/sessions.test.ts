import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { SessionStore, StoredSession } from './session-store.ts'
import { createSessions, defaultSessionPolicy, isSessionLive, type Sessions } from './sessions.ts'

const hour = 3_600_000
let kept: Map<string, StoredSession>
let writes: string[]
let now: number
let sessions: Sessions

function memoryStore(): SessionStore {
  const change = (id: string, with_: Partial<StoredSession>) => {
    const session = kept.get(id)
    if (session === undefined || session.revokedAt !== null) return false
    kept.set(id, { ...session, ...with_ })
    return true
  }
  const ofUser = (userId: string) => [...kept.values()].filter((one) => one.userId === userId && one.revokedAt === null)
  return {
    create: async (session) => void kept.set(session.id, session),
    findByHash: async (hash) => [...kept.values()].find(({ tokenHash }) => tokenHash === hash),
    touch: async (id, at) => {
      writes.push(`touch ${id}`)
      change(id, { lastSeenAt: at })
    },
    revoke: async (id, at) => change(id, { revokedAt: at }),
    list: async (userId) => ofUser(userId),
    revokeAll: async (userId, at, keepId) =>
      ofUser(userId).filter(({ id }) => id !== keepId && change(id, { revokedAt: at })).length,
  }
}

beforeEach(() => {
  kept = new Map()
  writes = []
  now = Date.parse('2026-11-21T09:00:00Z')
  let count = 0
  sessions = createSessions({
    store: memoryStore(),
    policy: defaultSessionPolicy,
    clock: { now: () => new Date(now) },
    newId: () => `ses_${++count}`,
  })
})

const anna = { userId: 'usr_anna', userAgent: 'Browser', replaces: undefined }

describe('tokens', () => {
  test('have 256 bits, differ, and only their hash is kept', async () => {
    const { token } = await sessions.begin(anna)
    const other = await sessions.begin(anna)
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(other.token).not.toBe(token)
    expect(JSON.stringify([...kept.values()])).not.toContain(token)
    expect(kept.get('ses_1')?.tokenHash).toBe(createHash('sha256').update(token).digest('hex'))
  })

  test('are worth nothing where they are unknown, or are the hash itself', async () => {
    await sessions.begin(anna)
    expect(await sessions.resume('guessed')).toBeUndefined()
    expect(await sessions.resume(kept.get('ses_1')?.tokenHash ?? '')).toBeUndefined()
    expect(await sessions.resume('')).toBeUndefined()
  })
})

describe('limits', () => {
  test.each([
    ['just before the idle limit', [8 * hour - 1], true],
    ['at the idle limit', [8 * hour], false],
    ['used now and then, just before the absolute limit', [7 * hour, 7 * hour, 7 * hour, 3 * hour - 1], true],
    ['used now and then, at the absolute limit', [7 * hour, 7 * hour, 7 * hour, 3 * hour], false],
  ])('%s', async (_, pauses, alive) => {
    const { token } = await sessions.begin(anna)
    let found: unknown
    for (const pause of pauses) {
      now += pause
      found = await sessions.resume(token)
    }
    expect(found !== undefined).toBe(alive)
  })

  test('use is written down at most once a minute', async () => {
    const { token } = await sessions.begin(anna)
    for (let second = 0; second < 180; second += 10) {
      now += 10_000
      await sessions.resume(token)
    }
    expect(writes).toEqual(['touch ses_1', 'touch ses_1', 'touch ses_1'])
  })

  test('a session that is over stays over', () => {
    const moment = fc.integer({ min: 0, max: 100 * hour })
    fc.assert(
      fc.property(moment, moment, moment, moment, (seen, ends, one, more) => {
        const session = { lastSeenAt: new Date(seen), expiresAt: new Date(ends), revokedAt: null }
        const live = (at: number) => isSessionLive(session, { idleLimit: 8 * hour }, new Date(at))
        if (live(one + more)) expect(live(one) || one < seen).toBe(true)
        expect(isSessionLive({ ...session, revokedAt: new Date(0) }, { idleLimit: 8 * hour }, new Date(one))).toBe(
          false,
        )
      }),
    )
  })
})

describe('ending', () => {
  test('signing in revokes what the browser had, whoever it was for', async () => {
    const planted = await sessions.begin({ ...anna, userId: 'usr_eve' })
    const own = await sessions.begin({ ...anna, replaces: planted.token })
    expect(own.token).not.toBe(planted.token)
    expect(await sessions.resume(planted.token)).toBeUndefined()
    expect((await sessions.resume(own.token))?.userId).toBe('usr_anna')
  })

  test('signing out ends this browser alone', async () => {
    const here = await sessions.begin(anna)
    const there = await sessions.begin(anna)
    await sessions.end(here.token)
    expect(await sessions.resume(here.token)).toBeUndefined()
    expect(await sessions.resume(there.token)).toBeDefined()
  })

  test('people revoke their own sessions and nobody else’s', async () => {
    const { token, session } = await sessions.begin(anna)
    expect(await sessions.revoke('usr_eve', session.id)).toBe(false)
    expect(await sessions.resume(token)).toBeDefined()
    expect(await sessions.revoke('usr_anna', session.id)).toBe(true)
    expect(await sessions.revoke('usr_anna', session.id)).toBe(false)
    expect(await sessions.resume(token)).toBeUndefined()
  })

  test('all but the one at hand', async () => {
    const { session } = await sessions.begin(anna)
    await sessions.begin(anna)
    await sessions.begin(anna)
    await sessions.begin({ ...anna, userId: 'usr_eve' })
    expect(await sessions.revokeAll('usr_anna', session.id)).toBe(2)
    expect((await sessions.list('usr_anna')).map(({ id }) => id)).toEqual([session.id])
    expect(await sessions.list('usr_eve')).toHaveLength(1)
  })

  test('the list leaves out what is over, and the hash of the token', async () => {
    await sessions.begin(anna)
    now += 5 * hour
    await sessions.begin({ ...anna, userAgent: 'x'.repeat(1000) })
    now += 4 * hour
    const list = await sessions.list('usr_anna')
    expect(list.map(({ id }) => id)).toEqual(['ses_2'])
    expect(Object.keys(list[0] ?? {}).sort()).toEqual([
      'createdAt',
      'expiresAt',
      'id',
      'lastSeenAt',
      'userAgent',
      'userId',
    ])
    expect(list[0]?.userAgent).toHaveLength(400)
  })
})
