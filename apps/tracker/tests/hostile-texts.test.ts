import { randomUUID } from 'node:crypto'
import { items } from '@sevenstep/onboarding'
import { parse } from 'csv-parse/sync'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { comments, isvs, products, users } from '../src/db/schema/index.ts'
import { newId } from '../src/domain/ids.ts'
import { refreshProduct } from '../src/product/refresh-product.ts'
import { describeOnEachDatabase } from '../src/testing/databases.ts'
import { openTracker, type TestTracker } from '../src/testing/tracker.ts'
import { faultsOf } from './held-true.ts'

const itemId = items.find(({ verification }) => verification.by === 'evidence')?.id ?? ''

/** Names that would run, lead, reorder or reckon where they are not taken for text. */
const names = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; drop table products; --",
  '\u202Egnp.exe\u202C is a picture',
  '=HYPERLINK("https://evil.example","Contoso")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\tcmd',
  '{{constructor.constructor("alert(1)")()}}',
  'javascript:alert(1)',
  '👩‍👩‍👧‍👦 Zoë Ångström & Søn',
]

describeOnEachDatabase('Hostile texts', (open) => {
  let tracker: TestTracker
  beforeAll(async () => {
    tracker = await openTracker(open)
  })

  describe.each(names)('such as %j', (name) => {
    test('stand on every page as the text they are', async () => {
      const { programme, services } = tracker
      const { contoso, organizationId, partnerManager } = programme
      const { isvId, productId } = contoso
      await services.database.within({ kind: 'isv', organizationId, isvId }, async (transaction) => {
        await transaction.update(isvs).set({ name }).where(eq(isvs.id, isvId))
        await transaction.update(products).set({ name }).where(eq(products.id, productId))
        await refreshProduct({ transaction, now: tracker.time.now, newId }, { productId, items: [] })
      })
      await services.database.within({ kind: 'tracker' }, (transaction) =>
        transaction.update(users).set({ name }).where(eq(users.id, contoso.admin.principal.userId)),
      )
      const item = `/products/${productId}/items/${itemId}`
      const said = await contoso.admin.post(`${item}/comments`, {
        key: randomUUID(),
        comment: name,
        visibility: 'shared',
      })
      expect(said.status).toBe(303)
      for (const path of [
        `/products/${productId}`,
        `/products/${productId}/steps/1`,
        item,
        `/isvs/${isvId}`,
        '/portfolio?view=all',
        '/audit',
      ]) {
        const answer = await partnerManager.request(path)
        expect([path, answer.status]).toEqual([path, 200])
        const html = await answer.text()
        expect(html).not.toMatch(/<script>alert|<img src=x|href="javascript:/)
        // Every script and style is a file of ours, whatever was written.
        expect(html.match(/<script(?![^>]*\ssrc="\/assets\/)[^>]*>/g) ?? []).toEqual([])
        expect(html).not.toMatch(/\son\w+="|\sstyle="/)
      }
      expect(await faultsOf(tracker.database, { organizationId, isvId, productId })).toEqual([])
    })

    test('reckon nothing in a spreadsheet', async () => {
      const { partnerManager } = tracker.programme
      for (const path of ['/portfolio.csv?view=all', '/audit.csv']) {
        const answer = await partnerManager.request(path)
        expect([path, answer.status]).toEqual([path, 200])
        const rows: string[][] = parse(await answer.text(), { bom: true, relax_column_count: true })
        const cells = rows.flat()
        expect(cells.length).toBeGreaterThan(8)
        expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-?\d+([.,]\d+)?$/.test(cell))).toEqual([])
      }
    })
  })

  test('of a megabyte are refused with the words said, and change nothing', async () => {
    const { contoso, organizationId } = tracker.programme
    const item = `/products/${contoso.productId}/items/${itemId}`
    const count = () =>
      tracker.database.within(
        { kind: 'isv', organizationId, isvId: contoso.isvId },
        async (transaction) => (await transaction.select({ id: comments.id }).from(comments)).length,
      )
    const before = await count()
    const fields = { key: randomUUID(), visibility: 'shared' }
    expect((await contoso.admin.post(`${item}/comments`, { ...fields, comment: 'a'.repeat(1_000_000) })).status).toBe(
      422,
    )
    expect((await contoso.admin.post(`${item}/comments`, { ...fields, comment: 'a'.repeat(3_000_000) })).status).toBe(
      413,
    )
    expect(await count()).toBe(before)
  })

  test('with zero bytes are refused or kept without them, and never a fault', async () => {
    const { contoso } = tracker.programme
    const item = `/products/${contoso.productId}/items/${itemId}`
    const answer = await contoso.admin.post(`${item}/comments`, {
      key: randomUUID(),
      visibility: 'shared',
      comment: 'before\u0000after',
    })
    expect([303, 422]).toContain(answer.status)
    for (const path of [
      '/products/prd_%00',
      '/search?q=%00',
      '/portfolio?q=%00',
      `/products/${contoso.productId}/items/%00`,
    ]) {
      expect([path, (await tracker.programme.partnerManager.request(path)).status < 500]).toEqual([path, true])
    }
  })

  test.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/\t/evil.example', 'javascript:alert(1)'])(
    'do not lead off this site: %j',
    async (wish) => {
      const { admin } = tracker.programme.contoso
      const asked = await admin.request(`/sign-in?return=${encodeURIComponent(wish)}`)
      expect([asked.status, asked.headers.get('Location')]).toEqual([303, '/'])
      const preferred = await admin.post('/preferences', { theme: 'dark', return: wish })
      expect([preferred.status, preferred.headers.get('Location')]).toEqual([303, '/'])
    },
  )

  test('are framed by nobody and sent from nowhere else', async () => {
    const { contoso, partnerManager } = tracker.programme
    for (const path of ['/portfolio', `/products/${contoso.productId}`, '/nowhere']) {
      const { headers } = await partnerManager.request(path)
      expect(headers.get('X-Frame-Options')).toBe('DENY')
      expect(headers.get('Content-Security-Policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
      expect(headers.get('Cache-Control')).toContain('no-store')
    }
    for (const origin of ['https://evil.example', 'null', 'http://localhost:3001']) {
      const answer = await contoso.admin.request(`/products/${contoso.productId}/stuck`, {
        method: 'POST',
        headers: { Origin: origin },
        body: new URLSearchParams({ version: '1', reason: 'sent from elsewhere' }),
      })
      expect(answer.status).toBe(403)
    }
  })
})
