import { createHash } from 'node:crypto'
import { type ItemId, itemById, itemsOfStep } from '@sevenstep/onboarding'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { evidence, evidenceVersions, reviewRequests } from '../../db/schema/index.ts'
import { newId } from '../../domain/ids.ts'
import { refreshProduct } from '../../product/refresh-product.ts'
import { describeOnEachDatabase } from '../../testing/databases.ts'
import { openTracker, type TestIsv, type TestTracker } from '../../testing/tracker.ts'

async function read(answer: Response): Promise<string> {
  return (await answer.text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
}

describeOnEachDatabase('the page of a step', (open) => {
  let tracker: TestTracker
  beforeAll(async () => {
    tracker = await openTracker(open)
  })

  /** Hands something in for the items named, as the ISV. */
  const handIn = ({ isvId, productId }: TestIsv, itemIds: readonly ItemId[], organizationId: string) =>
    tracker.services.database.within({ kind: 'isv', organizationId, isvId }, async (transaction) => {
      const now = tracker.time.now
      const tenant = { isvId, organizationId }
      for (const itemId of itemIds) {
        const id = newId('evd')
        const hash = createHash('sha256').update(id).digest('hex')
        const stamps = { createdAt: now, updatedAt: now }
        await transaction
          .insert(evidence)
          .values({ id, ...tenant, productId, itemId, state: 'submitted', current: 1, createdBy: 'usr_x', ...stamps })
        const version = { evidenceId: id, number: 1, kind: 'link', link: 'https://a.example', hash } as const
        await transaction
          .insert(evidenceVersions)
          .values({ id: newId('evv'), ...tenant, ...version, uploadedBy: 'usr_x', uploadedAt: now })
      }
      await refreshProduct({ transaction, now, newId }, { productId, items: 'all' })
    })

  const ofStep2 = itemsOfStep(2)
    .filter(({ verification }) => verification.by === 'evidence' || verification.by === 'probe')
    .map(({ id }) => id)

  test('says why the step applies, on what that rests, and what is missing before a review', async () => {
    const { contoso } = tracker.programme
    const page = await read(await contoso.admin.request(`/products/${contoso.productId}/steps/2`))
    expect(page).toMatch(/Sign-in: 0 of \d+ required items proved/)
    expect(page).toContain('A listing on AppSource asks for sign-in with Microsoft Entra ID.')
    expect(page).toContain('Microsoft Flow for enterprise developers, ISVs and partners (in Dutch)')
    expect(page).toMatch(/Before you can ask for a review, \d+ required items? needs? you/)
    expect(page).toMatch(/\d+ more opens? up once what they build on is proved\./)
    expect(page).not.toContain('Submit for review')
    expect(page).toContain('What the reviewer will look at')
  })

  test('cites a Dutch source by its Dutch title in Dutch', async () => {
    const { contoso } = tracker.programme
    const headers = { Cookie: 'language=nl' }
    const page = await read(await contoso.admin.request(`/products/${contoso.productId}/steps/2`, { headers }))
    expect(page).toContain('Microsoft Flow voor ontwikkelaars')
    expect(page).not.toContain('(in Dutch)')
  })

  test('of licences tells whoever looks after customers where their lists are judged, and no one else', async () => {
    const { contoso, partnerManager } = tracker.programme
    const path = `/products/${contoso.productId}/steps/6`
    expect(await read(await partnerManager.request(path))).toContain('sevenstep licences report FOLDER')
    expect(await read(await contoso.admin.request(path))).not.toContain('sevenstep licences report')
  })

  test.each(['0', '8', '2x', 'constructor'])('there is no step %s', async (step) => {
    const { contoso } = tracker.programme
    expect((await contoso.admin.request(`/products/${contoso.productId}/steps/${step}`)).status).toBe(404)
  })

  test('a step that is not needed says why and what would change it', async () => {
    const { contoso, reviewer } = tracker.programme
    const page = await read(await contoso.admin.request(`/products/${contoso.productId}/steps/3`))
    expect(page).toContain('You do not need step 3')
    expect(page).toContain('Creating and managing flows stays outside your application.')
    expect(page).toContain('this step would be required')
    expect(await read(await reviewer.request(`/products/${contoso.productId}/steps/3`))).toContain(
      'does not need step 3',
    )
  })

  test('a review is asked for only when nothing required is missing, once, and can be taken back', async () => {
    const { contoso, organizationId, reviewer } = tracker.programme
    const path = `/products/${contoso.productId}/steps/2`
    const early = await contoso.admin.post(`${path}/review`, {})
    expect(early.status).toBe(409)
    await handIn(contoso, ofStep2, organizationId)
    expect(await read(await contoso.reader.request(path))).not.toContain('Submit for review')
    expect(await read(await contoso.member.request(path))).toContain('Submit for review')
    expect((await reviewer.post(`${path}/review`, {})).status).toBe(403)
    const message = '<script>alert(1)</script>'
    const asked = await contoso.member.post(`${path}/review`, { key: 'ask', message })
    expect([asked.status, asked.headers.get('Location')]).toEqual([303, path])
    expect((await contoso.member.post(`${path}/review`, { key: 'ask', message })).status).toBe(303)
    expect((await contoso.admin.post(`${path}/review`, { message: '' })).status).toBe(409)
    const html = await (await reviewer.request(path)).text()
    expect(html).toContain('A reviewer is asked')
    expect(html).toContain('&lt;script&gt;')
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('asked for a review of step 2')
    expect(html).not.toContain('Withdraw the request')
    const [row, ...more] = await openRequests(contoso)
    expect(more).toEqual([])
    expect(Object.keys(row?.snapshot ?? {})).toContain('2.second-tenant')
    for (const id of Object.keys(row?.snapshot ?? {})) {
      expect(id).toMatch(/^2\./)
      expect(itemById(id)?.verification.by).not.toBe('automatic')
    }
    const version = String(row?.version)
    const taken = await contoso.admin.post(`${path}/review/withdraw`, { reviewId: row?.id ?? '', version })
    expect(taken.status).toBe(303)
    expect(await openRequests(contoso)).toEqual([])
    expect(await read(await contoso.member.request(path))).toContain('The last request was withdrawn')
  })

  test('of two who ask at once one request comes', async () => {
    const { proseware, organizationId } = tracker.programme
    await handIn(proseware, ofStep2, organizationId)
    const path = `/products/${proseware.productId}/steps/2/review`
    const answers = await Promise.all([proseware.admin.post(path, {}), proseware.member.post(path, {})])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
    expect(await openRequests(proseware)).toHaveLength(1)
  })

  test('another ISV’s review cannot be withdrawn through one’s own step', async () => {
    const { contoso, proseware } = tracker.programme
    const [row] = await openRequests(proseware)
    const path = `/products/${contoso.productId}/steps/2/review/withdraw`
    const answer = await contoso.admin.post(path, { reviewId: row?.id ?? '', version: '1' })
    expect(answer.status).toBe(404)
    expect(await openRequests(proseware)).toHaveLength(1)
  })

  test('the target of a step belongs to the partner manager', async () => {
    const { contoso, partnerManager } = tracker.programme
    const path = `/products/${contoso.productId}/steps/4`
    const version = /name="version" value="(\d+)"/.exec(await (await partnerManager.request(path)).text())?.[1] ?? ''
    const past = await partnerManager.post(`${path}/target`, { version, day: '2020-01-01' })
    expect(past.status).toBe(422)
    expect(await past.text()).toContain('value="2020-01-01"')
    expect((await partnerManager.post(`${path}/target`, { version, day: '2026-12-24' })).status).toBe(303)
    const page = await read(await contoso.admin.request(path))
    expect(page).toContain('24 December 2026')
    expect(page).toContain('set the target of step 4')
    expect((await contoso.admin.post(`${path}/target`, { version: '2', day: '' })).status).toBe(403)
  })

  const openRequests = ({ isvId, productId }: TestIsv) =>
    tracker.services.database.within(
      { kind: 'isv', organizationId: tracker.programme.organizationId, isvId },
      async (transaction) => {
        const rows = await transaction.select().from(reviewRequests).where(eq(reviewRequests.productId, productId))
        return rows.filter(({ state }) => state === 'open')
      },
    )
})
