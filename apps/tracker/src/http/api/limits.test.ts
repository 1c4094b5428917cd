import { beforeAll, describe, expect, it } from 'vitest'
import { type ApiSend, apiOf, tokenOf } from '../../testing/api-client.ts'
import { embeddedDatabases } from '../../testing/databases.ts'
import { openTracker, type TestTracker } from '../../testing/tracker.ts'
import { createApp } from '../app.ts'

describe('budgets of requests', () => {
  const open = embeddedDatabases()
  let tracker: TestTracker
  beforeAll(async () => {
    tracker = await openTracker(open)
  })

  /** The same tracker with small budgets, behind a socket of this address. */
  function limited(
    given: { api: number; changes?: number; 'sign-in': number; uploads: number },
    trustedProxies: readonly string[] = [],
  ) {
    const { services } = tracker
    const rateLimits = { changes: 100, ...given }
    const app = createApp({ ...services, configuration: { ...services.configuration, rateLimits, trustedProxies } })
    return (address: string) => async (path: string, init?: RequestInit) => {
      const headers = new Headers(init?.headers)
      const incoming = {
        socket: { remoteAddress: address },
        headers: { 'x-forwarded-for': headers.get('X-Forwarded-For') ?? undefined },
      }
      return app.request(`http://localhost:3000${path}`, init, { incoming })
    }
  }

  async function bearerOf(): Promise<Readonly<Record<string, string>>> {
    let authorization = ''
    const capture: TestTracker['anonymous'] = async (_, init) => {
      authorization = new Headers(init?.headers).get('Authorization') ?? ''
      return new Response('')
    }
    const api: ApiSend = await tokenOf({ ...tracker, anonymous: capture }, tracker.programme.reviewer)
    await api('GET', '/isvs')
    return { Authorization: authorization }
  }

  it('are spent by each token apart, told on each answer, and over with 429', async () => {
    const from = limited({ api: 2, 'sign-in': 5, uploads: 5 })
    const api = apiOf(from('192.0.2.1'))
    const [first, second] = [await bearerOf(), await bearerOf()]
    const answers = []
    for (let count = 0; count < 3; count += 1) answers.push(await api('GET', '/isvs', { headers: first }))
    expect(answers.map(({ status, headers }) => [status, headers.get('RateLimit')?.replace(/t=\d+/, 't=…')])).toEqual([
      [200, '"api";r=1;t=…'],
      [200, '"api";r=0;t=…'],
      [429, '"api";r=0;t=…'],
    ])
    expect(answers[0]?.headers.get('RateLimit-Policy')).toBe('"api";q=2;w=60')
    expect(answers[2]?.body).toMatchObject({ code: 'too-many-requests', status: 429 })
    expect(Number(answers[2]?.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect((await api('GET', '/isvs', { headers: second })).status).toBe(200)
  })

  it('count the forms of each person, and not their pages', async () => {
    const { services, programme } = tracker
    const { userId } = programme.reviewer.principal
    const { token } = await services.sessions.begin({ userId, userAgent: 'test', replaces: undefined })
    const send = limited({ api: 100, changes: 2, 'sign-in': 5, uploads: 5 })('192.0.2.1')
    const headers = { Cookie: `session=${token}`, Origin: 'http://localhost:3000' }
    const post = async () => (await send('/products/none/goals', { method: 'POST', headers })).status
    expect([await post(), await post(), await post()]).toEqual([422, 422, 429])
    expect((await send('/portfolio', { headers })).status).toBe(200)
  })

  it('are spent by the address where nobody is known, so that tokens cannot be guessed', async () => {
    const from = limited({ api: 100, 'sign-in': 2, uploads: 5 })
    const guess = (address: string) =>
      apiOf(from(address))('GET', '/isvs', { headers: { Authorization: 'Bearer svn_guess' } })
    expect(
      [await guess('192.0.2.1'), await guess('192.0.2.1'), await guess('192.0.2.1')].map(({ status }) => status),
    ).toEqual([401, 401, 429])
    expect((await guess('192.0.2.2')).status).toBe(401)
    const page = await from('192.0.2.1')('/sign-in/callback?code=x')
    expect(page.status).toBe(429)
    expect(await page.text()).toContain('too many requests')
  })

  it('believe X-Forwarded-For from trusted proxies alone', async () => {
    const plain = limited({ api: 100, 'sign-in': 1, uploads: 5 })
    const behind = limited({ api: 100, 'sign-in': 1, uploads: 5 }, ['10.0.0.0/8'])
    const ask = async (request: (path: string, init?: RequestInit) => Promise<Response>, forwarded: string) =>
      (await apiOf(request)('GET', '/isvs', { headers: { 'X-Forwarded-For': forwarded } })).status
    expect([await ask(plain('192.0.2.1'), '1.1.1.1'), await ask(plain('192.0.2.1'), '2.2.2.2')]).toEqual([401, 429])
    expect([await ask(behind('10.0.0.1'), '1.1.1.1'), await ask(behind('10.0.0.1'), '2.2.2.2')]).toEqual([401, 401])
    expect(await ask(behind('10.0.0.1'), '6.6.6.6, 2.2.2.2')).toBe(429)
    expect([await ask(behind('192.0.2.9'), '3.3.3.3'), await ask(behind('192.0.2.9'), '4.4.4.4')]).toEqual([401, 429])
  })
})
