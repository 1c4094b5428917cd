import { beforeAll, expect, it } from 'vitest'
import { type ApiAnswer, apiOf, tokenOf } from '../../testing/api-client.ts'
import { describeOnEachDatabase } from '../../testing/databases.ts'
import { openTracker, sampleGoals, type TestTracker } from '../../testing/tracker.ts'

const about = { kind: 'isv', publisher: 'verified-publisher', edition: 'current' }
const rowsOf = ({ body }: ApiAnswer) => body.items as readonly Record<string, unknown>[]

describeOnEachDatabase('the API', (open) => {
  let tracker: TestTracker
  beforeAll(async () => {
    tracker = await openTracker(open)
  })

  it('tells a product, its state, steps and items', async () => {
    const { contoso } = tracker.programme
    const api = apiOf(contoso.reader.request)
    const product = await api('GET', `/products/${contoso.productId}`)
    expect(product.body).toMatchObject({ id: contoso.productId, version: 1, goals: sampleGoals })
    expect(Object.keys(product.body)).not.toContain('organizationId')
    const state = await api('GET', `/products/${contoso.productId}/state`)
    expect(state.body).toMatchObject({ status: 'in-progress', required: { proved: 0 } })
    expect(state.body.steps).toHaveLength(7)
    const [item] = state.body.items as { id: string; title: { nl: string } }[]
    const told = await api('GET', `/products/${contoso.productId}/items/${item?.id}`)
    expect(told.body).toMatchObject({ id: item?.id, title: item?.title, waivers: [], disputes: [] })
    const step = await api('GET', `/products/${contoso.productId}/steps/1`)
    expect(step.body).toMatchObject({ step: 1, strength: 'required', review: null })
    expect((await api('GET', `/products/${contoso.productId}/steps/8`)).status).toBe(404)
  })

  it('shows what other answers would change and saves nothing', async () => {
    const { contoso } = tracker.programme
    const api = apiOf(contoso.reader.request)
    const preview = await api('GET', `/products/${contoso.productId}/goals/preview?embed-ui=yes`)
    expect(preview.body).toMatchObject({ same: false, steps: [{ step: 3, from: 'not-needed', to: 'required' }] })
    expect((await api('GET', `/products/${contoso.productId}`)).body.version).toBe(1)
    expect((await api('GET', `/products/${contoso.productId}/goals/preview?embed-ui=maybe`)).status).toBe(422)
  })

  it('changes what was read, once, and refuses the second of two', async () => {
    const { proseware } = tracker.programme
    const api = apiOf(proseware.admin.request)
    const path = `/products/${proseware.productId}`
    const read = await api('GET', path)
    const tag = read.headers.get('ETag') ?? ''
    expect(tag).toBe('"1"')
    expect((await api('GET', path, { headers: { 'If-None-Match': tag } })).status).toBe(304)
    const body = { goals: { ...sampleGoals, 'embed-ui': 'yes' }, ...about }
    const set = await api('PUT', `${path}/goals`, { body, headers: { 'If-Match': tag } })
    expect({ status: set.status, body: set.body }).toEqual({ status: 200, body: { productId: proseware.productId } })
    const again = await api('PUT', `${path}/goals`, {
      body: { ...body, goals: sampleGoals },
      headers: { 'If-Match': tag },
    })
    expect(again.body).toMatchObject({ status: 412, code: 'version-conflict', currentVersion: 2 })
    expect(again.body.title).toBe('Somebody changed this before you.')
    expect(Object.keys(again.body)).not.toContain('current')
    expect((await api('GET', path)).headers.get('ETag')).toBe('"2"')
  })

  it('has one effect for one key, and refuses the key for anything else', async () => {
    const { proseware, partnerManager } = tracker.programme
    const api = await tokenOf(tracker, partnerManager)
    const path = `/products/${proseware.productId}/items/1.openapi-2/comments`
    const headers = { 'Idempotency-Key': '"0193f6c2-one-key"' }
    const items = await api('GET', `/products/${proseware.productId}/state`)
    const [item] = items.body.items as { id: string }[]
    const comments = path.replace('1.openapi-2', item?.id ?? '')
    const first = await api('POST', comments, { body: { comment: 'Once.' }, headers })
    expect(first.status).toBe(201)
    const second = await api('POST', comments, { body: { comment: 'Once.' }, headers })
    expect(second.body).toEqual(first.body)
    expect(first.headers.get('Location')).toBe(`/api/v1${comments}/${first.body.commentId}`)
    const other = await api('POST', comments, { body: { comment: 'Twice.' }, headers })
    expect(other.body).toMatchObject({ status: 422, code: 'key-reused' })
    const short = await api('POST', comments, { body: { comment: 'Short.' }, headers: { 'Idempotency-Key': 'short' } })
    expect(short.status).toBe(422)
    expect(rowsOf(await api('GET', comments))).toHaveLength(1)
    const record = await api('GET', '/audit-events?action=comment.written')
    expect(rowsOf(record)).toMatchObject([{ actorKind: 'token', actorName: expect.stringContaining('A program') }])
  })

  it('gives pages that are complete and hold no row twice while rows are added', async () => {
    const { partnerManager, contoso } = tracker.programme
    const api = apiOf(partnerManager.request)
    const state = await api('GET', `/products/${contoso.productId}/state`)
    const [item] = state.body.items as { id: string }[]
    const path = `/products/${contoso.productId}/items/${item?.id}/comments`
    const write = (comment: string) => api('POST', path, { body: { comment } })
    for (let number = 1; number <= 7; number += 1) await write(`Before ${number}`)
    const seen: string[] = []
    let address: string | undefined = `${path}?limit=3`
    while (address !== undefined) {
      const page = await api('GET', address)
      expect(page.status).toBe(200)
      seen.push(...rowsOf(page).map(({ body }) => String(body)))
      if (seen.length < 9) await write(`Between ${seen.length}`)
      const link = /<http:\/\/localhost:3000\/api\/v1(.*)>; rel="next"/.exec(page.headers.get('Link') ?? '')
      expect(link === null).toBe(page.body.next === null)
      address = link?.[1]
    }
    expect(seen).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7].map((number) => `Before ${number}`),
      ...seen.filter((body) => body.startsWith('Between')),
    ])
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThan(8)
    const cursor = (await api('GET', `${path}?limit=3`)).body.next
    for (const bad of [
      'limit=0',
      'limit=201',
      'limit=x',
      'cursor=nonsense',
      'surplus=1',
      `cursor=${'A'.repeat(3000)}`,
    ]) {
      expect({ bad, status: (await api('GET', `${path}?${bad}`)).status }).toEqual({ bad, status: 422 })
    }
    expect((await api('GET', `/isvs?cursor=${cursor}`)).status).toBe(422)
  })

  it('pages the portfolio in any order', async () => {
    const api = apiOf(tracker.programme.auditor.request)
    for (const sort of ['name', 'health', 'days', 'due', 'owner', 'steps', 'ball', 'because']) {
      const first = await api('GET', `/portfolio?limit=1&sort=${sort}`)
      const second = await api('GET', `/portfolio?limit=1&sort=${sort}&cursor=${first.body.next}`)
      expect(second.body.next).toBeNull()
      const ids = [...rowsOf(first), ...rowsOf(second)].map(({ isvId }) => isvId)
      expect(ids.toSorted()).toEqual([tracker.programme.contoso.isvId, tracker.programme.proseware.isvId].toSorted())
      expect((await api('GET', `/portfolio?sort=${sort}&order=descending&cursor=${first.body.next}`)).status).toBe(422)
    }
  })

  it('takes evidence as a link and as a file, and hands the very bytes back', async () => {
    const { contoso } = tracker.programme
    const api = await tokenOf(tracker, contoso.member)
    const item = await evidenceItem(api)
    const base = `/products/${contoso.productId}/items/${item}/evidence`
    const bytes = new TextEncoder().encode('The policy, in words of its own.')
    const form = new FormData()
    form.set('file', new File([bytes], 'policy.txt', { type: 'text/html' }))
    const added = await api('POST', `${base}/uploads`, { raw: form })
    expect(added.body).toMatchObject({ number: 1, isNew: true })
    const piece = await api('GET', `${base}/${added.body.evidenceId}`)
    expect(piece.body).toMatchObject({
      state: 'submitted',
      versions: [{ fileName: 'policy.txt', mediaType: 'text/plain' }],
    })
    const file = await api('GET', `${base}/${added.body.evidenceId}/versions/1/content`)
    expect(file.body.text).toBe('The policy, in words of its own.')
    expect(file.headers.get('Content-Disposition')).toContain('attachment')
    expect(file.headers.get('Content-Security-Policy')).toContain('sandbox')
    const taken = await api('POST', `${base}/${added.body.evidenceId}/withdrawal`, {
      headers: { 'If-Match': piece.headers.get('ETag') ?? '' },
    })
    expect(taken.status).toBe(200)
    const asJson = await api('POST', `${base}/uploads`, { body: { file: 'x' } })
    expect(asJson.status).toBe(415)
    const noFile = await api('POST', `${base}/uploads`, { raw: new FormData() })
    expect(noFile.status).toBe(422)
    const posing = await api('POST', base, { body: { content: { kind: 'file', file: 'x' }, submit: true } })
    expect(posing.status).toBe(422)
    const nested = await api('POST', base, {
      body: { content: { kind: 'link', link: 'https://a.example', more: 1 }, submit: true },
    })
    expect(nested.body.errors).toMatchObject([{ field: 'content.more' }])
  })

  async function evidenceItem(api: ReturnType<typeof apiOf>): Promise<string> {
    const { productId } = tracker.programme.contoso
    const { body } = await api('GET', `/products/${productId}/state`)
    for (const { id } of body.items as { id: string }[]) {
      const item = await api('GET', `/products/${productId}/items/${id}`)
      const { by, evidence } = item.body.verification as { by: string; evidence?: { accepts: string[] } }
      if (by === 'evidence' && evidence?.accepts.includes('file')) return id
    }
    throw new Error('No item takes a file.')
  }

  it('keeps internal notes from the ISV', async () => {
    const { contoso, reviewer } = tracker.programme
    const staff = apiOf(reviewer.request)
    const base = `/products/${contoso.productId}/items/${await evidenceItem(staff)}`
    const note = await staff('POST', `${base}/internal-notes`, { body: { comment: 'Between us.' } })
    expect(note.status).toBe(201)
    const where = `${base}/comments/${note.body.commentId}`
    expect((await staff('GET', where)).body).toMatchObject({ visibility: 'internal', body: 'Between us.' })
    const isv = apiOf(contoso.admin.request)
    expect((await isv('GET', where)).status).toBe(404)
    expect(JSON.stringify((await isv('GET', `${base}/comments`)).body)).not.toContain('Between us.')
    expect((await isv('POST', `${base}/internal-notes`, { body: { comment: 'Not mine.' } })).status).toBe(403)
    const gone = await staff('DELETE', `${base}/internal-notes/${note.body.commentId}`, {
      headers: { 'If-Match': '"1"' },
    })
    expect(gone.status).toBe(200)
    expect((await staff('GET', where)).body.body).toBeNull()
  })

  it('lets people make, use and revoke a token, which is shown once', async () => {
    const { contoso } = tracker.programme
    const api = apiOf(contoso.admin.request)
    const base = `/isvs/${contoso.isvId}/tokens`
    const made = await api('POST', base, { body: { name: 'Build', scopes: ['product.read'], days: 1 } })
    expect(made.status).toBe(201)
    const bearer = { Authorization: `Bearer ${made.body.token}` }
    const withToken = apiOf(tracker.anonymous)
    const path = `/products/${contoso.productId}`
    expect((await withToken('GET', path, { headers: bearer })).status).toBe(200)
    expect((await withToken('PUT', `${path}/stuck`, { headers: bearer })).status).toBe(403)
    const list = await api('GET', base)
    expect(rowsOf(list)).toContainEqual(expect.objectContaining({ name: 'Build', scopes: ['product.read'] }))
    expect(JSON.stringify(list.body)).not.toMatch(/tokenHash|svn_/)
    expect((await api('DELETE', `${base}/${made.body.tokenId}`)).status).toBe(200)
    const after = await withToken('GET', path, { headers: bearer })
    expect({ status: after.status, how: after.headers.get('WWW-Authenticate') }).toEqual({
      status: 401,
      how: 'Bearer error="invalid_token"',
    })
  })

  it('does not take an old token, nor a session that another site’s page uses', async () => {
    const { contoso } = tracker.programme
    const path = `/products/${contoso.productId}`
    const past = new Date(tracker.time.now.getTime() - 1)
    expect((await (await tokenOf(tracker, contoso.admin, { expiresAt: past }))('GET', path)).status).toBe(401)
    expect((await (await tokenOf(tracker, contoso.admin, { revokedAt: past }))('GET', path)).status).toBe(401)
    const session = apiOf(contoso.admin.request)
    for (const headers of [{ Origin: 'https://evil.example' }, { Origin: 'null' }]) {
      expect((await session('PUT', `${path}/stuck`, { headers, body: {} })).status).toBe(403)
    }
    const both = await session('GET', path, { headers: { Authorization: 'Bearer svn_wrong' } })
    expect(both.status).toBe(401)
  })

  it('makes invitations whose link is answered once and works', async () => {
    const { administrator } = tracker.programme
    const api = apiOf(administrator.request)
    const made = await api('POST', '/invitations', { body: { role: 'reviewer', invitee: 'Noor' } })
    expect(made.body).toMatchObject({ path: expect.stringMatching(/^\/invitations\/[\w-]{43}$/) })
    expect(await (await tracker.anonymous(String(made.body.path), { redirect: 'manual' })).text()).not.toContain(
      'does not exist',
    )
    const listed = await api('GET', '/invitations')
    expect(rowsOf(listed)).toMatchObject([{ invitee: 'Noor', version: 1 }])
    expect(JSON.stringify(listed.body)).not.toContain('tokenHash')
    const stale = await api('DELETE', `/invitations/${made.body.invitationId}`, { headers: { 'If-Match': '"9"' } })
    expect(JSON.stringify(stale.body)).not.toContain('tokenHash')
    expect(stale.body).toMatchObject({ status: 412, currentVersion: 1 })
  })
})
