import { beforeAll, expect, it } from 'vitest'
import { neverForTokens } from '../../domain/roles.ts'
import { type ApiSend, apiOf, tokenOf } from '../../testing/api-client.ts'
import { describeOnEachDatabase } from '../../testing/databases.ts'
import { openTracker, type TestTracker } from '../../testing/tracker.ts'
import type { Operation } from './operation.ts'
import { operations } from './operations/index.ts'

describeOnEachDatabase('every operation of the API', (open) => {
  let tracker: TestTracker
  let anonymous: ApiSend
  beforeAll(async () => {
    tracker = await openTracker(open)
    anonymous = apiOf(tracker.anonymous)
  })

  /** The address of an operation about things of Contoso; what does not exist there has an id of its kind. */
  function addressIn({ path }: Operation, { isvId, productId }: { isvId: string; productId: string }): string {
    const known: Record<string, string> = { isvId, productId, step: '1', itemId: '1.name', number: '1' }
    return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => known[name] ?? `${name.slice(0, 3)}_unknown`)
  }

  const send = (api: ApiSend, operation: Operation, place: { isvId: string; productId: string }, more = {}) =>
    api(operation.method.toUpperCase(), addressIn(operation, place), more)

  it('wants somebody to be signed in', async () => {
    for (const operation of operations) {
      const answer = await send(anonymous, operation, tracker.programme.contoso)
      expect({ id: operation.id, status: answer.status, code: answer.body.code }).toEqual({
        id: operation.id,
        status: 401,
        code: 'not-signed-in',
      })
      expect(answer.headers.get('WWW-Authenticate')).toBe('Bearer')
      expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
    }
    const inDutch = await anonymous('GET', '/isvs', { headers: { 'Accept-Language': 'nl' } })
    expect(inDutch.body.title).toBe('Er is niemand aangemeld.')
  })

  it('answers about another tenant as about nothing', async () => {
    const { programme, other } = tracker
    const withIds = operations.filter(({ path }) => /\{(isvId|productId)\}/.test(path))
    expect(withIds.length).toBeGreaterThan(40)
    for (const person of [programme.proseware.admin, other.partnerManager]) {
      const missing = await apiOf(person.request)('GET', '/products/prd_unknown')
      for (const operation of withIds) {
        const foreign = await send(apiOf(person.request), operation, programme.contoso)
        expect({ id: operation.id, ...foreign.body, instance: '' }).toEqual({
          id: operation.id,
          ...missing.body,
          status: 404,
          instance: '',
        })
      }
    }
  })

  it('refuses a change to those who may only read, before it looks at what was sent', async () => {
    const { contoso } = tracker.programme
    const changes = operations.filter(
      ({ verb, place }) => verb !== undefined && (place === 'isv' || place === 'product'),
    )
    expect(changes.length).toBeGreaterThan(25)
    for (const operation of changes) {
      const answer = await send(apiOf(contoso.reader.request), operation, contoso, { raw: 'x' })
      expect({ id: operation.id, status: answer.status }).toEqual({ id: operation.id, status: 403 })
    }
  })

  it('keeps judging and making tokens to people, whatever a token’s scopes say', async () => {
    const { contoso, reviewer, partnerManager } = tracker.programme
    const judging = operations.filter(({ allowed }) => allowed.every((action) => neverForTokens.includes(action)))
    expect(judging.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['decideReview', 'approveWaiver', 'answerDispute', 'setGoals', 'createIsvToken']),
    )
    for (const person of [reviewer, partnerManager, contoso.admin]) {
      const api = await tokenOf(tracker, person)
      for (const operation of judging) {
        const { status } = await send(api, operation, contoso)
        // Reviews and waivers that do not exist are not found; whatever is found is refused.
        expect({ id: operation.id, refused: status === 403 || status === 404 }).toEqual({
          id: operation.id,
          refused: true,
        })
        if (operation.place === 'product' || operation.place === 'isv') expect(status).toBe(403)
      }
    }
  })

  it('takes JSON as JSON alone, with the fields it knows', async () => {
    const { contoso } = tracker.programme
    const api = apiOf(contoso.admin.request)
    const taking = operations.filter(({ body, place }) => body !== undefined && place === 'product')
    expect(taking.length).toBeGreaterThan(8)
    for (const operation of taking) {
      const headers = { 'If-Match': '"1"' }
      const answers = [
        await send(api, operation, contoso, { raw: 'a=b', headers: { ...headers, 'Content-Type': 'text/plain' } }),
        await send(api, operation, contoso, { raw: '[', headers: { ...headers, 'Content-Type': 'application/json' } }),
        await send(api, operation, contoso, { body: { surplus: 1 }, headers }),
      ]
      const allowed = answers[0]?.status !== 403
      if (!allowed) continue
      expect({ id: operation.id, statuses: answers.map(({ status }) => status) }).toEqual({
        id: operation.id,
        statuses: [415, 422, 422],
      })
      expect(answers[2]?.body.errors).toEqual([{ field: 'surplus', detail: 'This field is not known here.' }])
    }
  })

  it('asks for the version of what is changed', async () => {
    const { contoso } = tracker.programme
    const versioned = operations.filter(({ versioned: wants, place }) => wants && place === 'product')
    expect(versioned.length).toBeGreaterThan(8)
    for (const operation of versioned) {
      const api = apiOf(
        operation.allowed.includes('targets.set') ? tracker.programme.partnerManager.request : contoso.admin.request,
      )
      const without = await send(api, operation, contoso)
      if (without.status === 403) continue
      expect({ id: operation.id, status: without.status }).toEqual({ id: operation.id, status: 428 })
      const weak = await send(api, operation, contoso, { headers: { 'If-Match': 'W/"1"' } })
      expect({ id: operation.id, status: weak.status }).toEqual({ id: operation.id, status: 412 })
    }
  })

  it('says which methods there are, and refuses the others', async () => {
    const api = apiOf(tracker.programme.contoso.admin.request)
    const options = await api('OPTIONS', '/isvs')
    expect({ status: options.status, allow: options.headers.get('Allow') }).toEqual({
      status: 204,
      allow: 'POST, GET, HEAD, OPTIONS',
    })
    const patched = await api('PATCH', '/isvs')
    expect({ status: patched.status, code: patched.body.code }).toEqual({ status: 405, code: 'method-not-allowed' })
    const head = await api('HEAD', `/products/${tracker.programme.contoso.productId}`)
    expect({ status: head.status, tag: head.headers.get('ETag') }).toEqual({ status: 200, tag: '"1"' })
    expect((await api('GET', '/nowhere')).body.code).toBe('not-found')
    expect((await tracker.anonymous('/api/v1/nowhere')).headers.get('Location')).toBeNull()
  })
})
