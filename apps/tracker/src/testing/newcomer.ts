import { users } from '../db/schema/index.ts'
import { newId } from '../domain/ids.ts'
import { createApp } from '../http/app.ts'
import type { TestPerson, TestTracker } from './tracker.ts'

const publicUrl = 'http://localhost:3000'

/** Makes people who are signed in and have no role yet; each call of the result is a person of their own. */
export function createSessionsOf({ services, time }: TestTracker): (name: string) => Promise<TestPerson> {
  const app = createApp(services)
  return async (name) => {
    const userId = newId('usr')
    await services.database.within({ kind: 'tracker' }, (transaction) =>
      transaction.insert(users).values({
        id: userId,
        entraTenantId: 'elsewhere',
        objectId: userId,
        name,
        username: `${userId}@elsewhere.example`,
        language: 'en',
        theme: 'auto',
        shortcuts: true,
        createdAt: time.now,
        updatedAt: time.now,
      }),
    )
    const { token } = await services.sessions.begin({ userId, userAgent: '', replaces: undefined })
    const request: TestPerson['request'] = async (path, init = {}) => {
      const headers = new Headers(init.headers)
      headers.set('Cookie', [`session=${token}`, headers.get('Cookie')].filter(Boolean).join('; '))
      if (init.method === 'POST') headers.set('Origin', publicUrl)
      return app.request(`${publicUrl}${path}`, { redirect: 'manual', ...init, headers })
    }
    return {
      principal: { kind: 'person', userId, name, held: [] },
      request,
      post: (path, fields) =>
        request(path, {
          method: 'POST',
          body: new URLSearchParams(fields),
          headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        }),
    }
  }
}
