import { parse } from 'csv-parse/sync'
import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { isvs, portfolioCounts, productSummaries, products } from '../../db/schema/index.ts'
import { drawFunnel } from '../../pages/portfolio/funnel-plot.ts'
import type { PortfolioViewer } from '../../reads/portfolio/portfolio-filters.ts'
import {
  type PortfolioQuestion,
  portfolioSorts,
  queryOf,
  questionFrom,
} from '../../reads/portfolio/portfolio-question.ts'
import { readPortfolio } from '../../reads/portfolio/read-portfolio.ts'
import { describeOnEachDatabase } from '../../testing/databases.ts'
import { addSamplePortfolio } from '../../testing/sample-portfolio.ts'
import { openTracker, type TestTracker } from '../../testing/tracker.ts'

describe('Questions and addresses', () => {
  const text = fc.string({ maxLength: 80 })
  test('a question survives its own address', () => {
    const questions = fc.record<PortfolioQuestion>(
      {
        view: fc.constantFrom('needs-me', 'stuck-or-overdue', 'microsoft', 'ready', 'all'),
        search: text.filter((value) => value.trim() === value && value !== ''),
        health: fc.constantFrom('stuck', 'overdue', 'at-risk', 'on-track', 'new', 'paused', 'ready'),
        ball: fc.constantFrom('isv', 'us', 'microsoft', 'nobody'),
        owner: text.filter((value) => value !== ''),
        step: fc.record({ step: fc.constantFrom(1, 4, 7), cell: fc.constantFrom('proved', 'failing', 'not-needed') }),
        sort: fc.constantFrom(...portfolioSorts),
        descending: fc.boolean(),
        cursor: fc.record({
          direction: fc.constantFrom('after', 'before'),
          keys: fc.array(
            fc.oneof(
              fc.integer(),
              text.filter((value) => !value.includes('\0')),
            ),
            { maxLength: 4 },
          ),
          offset: fc.nat(),
        }),
      },
      { requiredKeys: ['view', 'sort', 'descending'] },
    )
    fc.assert(
      fc.property(questions, (question) => {
        const query = Object.fromEntries(new URLSearchParams(queryOf(question)))
        expect(questionFrom(query, 'all')).toEqual(question)
      }),
    )
  })

  test.each([
    ['an unknown view', { view: 'everything' }],
    ['an unknown sort', { sort: 'password' }],
    ['a cursor that is no base64', { after: '%%%' }],
    ['a cursor that holds objects', { after: Buffer.from('[0,{"a":1}]').toString('base64url') }],
    ['a huge cursor', { after: 'A'.repeat(5_000) }],
    ['a state without a step', { state: 'failing' }],
  ])('%s counts as not asked', (_, query) => {
    expect(questionFrom(query, 'all')).toEqual({ view: 'all', sort: 'health', descending: false })
  })
})

describe('The plot', () => {
  const bars = [{ name: 'Connector <b>', proved: 4, applies: 8, label: '4/8' }]
  test('carries nothing the content security policy refuses, and escapes words', () => {
    const svg = drawFunnel(bars)
    expect(svg).not.toMatch(/style|<script|\bon\w+=|href/)
    expect(svg).toContain('Connector &lt;b&gt;')
    expect(svg).toContain('4/8')
  })

  test('draws bars from zero on one scale', () => {
    const svg = drawFunnel([...bars, { name: 'Sign-in', proved: 8, applies: 8, label: '8/8' }])
    const widths = [...svg.matchAll(/<path d="M[\d.]+ [\d.]+l([\d.]+) 0[^>]*teal/g)].map(([, width]) => Number(width))
    expect(widths).toHaveLength(2)
    expect(widths[1]).toBeCloseTo(2 * (widths[0] ?? 0), 0)
  })
})

describeOnEachDatabase('Portfolio', (open) => {
  let tracker: TestTracker
  let viewer: PortfolioViewer
  beforeAll(async () => {
    tracker = await openTracker(open)
    const { organizationId, partnerManager } = tracker.programme
    const { userId } = partnerManager.principal
    viewer = { organizationId, userId, manages: true }
    const now = new Date('2026-11-20T08:00:00Z')
    await addSamplePortfolio(tracker.database, {
      organizationId,
      ownerIds: [userId, tracker.programme.administrator.principal.userId, null],
      isvs: 90,
      products: 130,
      now,
    })
  })

  const read = (question: PortfolioQuestion) => readPortfolio(tracker.services, viewer, question)

  /** Every row by way of the pages' own links, and the way back. */
  async function walk(question: PortfolioQuestion) {
    const there: string[] = []
    const froms: number[] = []
    let page = await read(question)
    for (;;) {
      there.push(...page.rows.map(({ productId }) => productId))
      froms.push(page.from)
      if (page.next === undefined) break
      page = await read({ ...question, cursor: page.next })
    }
    const back: string[] = [...page.rows.map(({ productId }) => productId)]
    while (page.previous !== undefined) {
      page = await read({ ...question, cursor: page.previous })
      back.unshift(...page.rows.map(({ productId }) => productId))
    }
    return { there, back, froms }
  }

  test.each(portfolioSorts.flatMap((sort) => [false, true].map((descending) => ({ sort, descending }))))(
    'pages by $sort (descending: $descending) show each product once, there and back',
    async ({ sort, descending }) => {
      const { there, back, froms } = await walk({ view: 'all', sort, descending })
      expect(new Set(there).size).toBe(132)
      expect(there).toHaveLength(132)
      expect(back).toEqual(there)
      expect(froms).toEqual([1, 51, 101])
    },
  )

  test('a cursor of another sort begins at the beginning', async () => {
    const first = await read({ view: 'all', sort: 'name', descending: false })
    const { next } = first
    if (next === undefined) throw new Error('There is no second page.')
    const keys = ['x'.repeat(20), "2026-13-45T99:99:99'", 'prd_1']
    for (const cursor of [next, { ...next, keys }, { ...next, keys: ['1; drop table isvs', 'a', 'b'] }]) {
      const other = await read({ view: 'all', sort: 'health', descending: false, cursor })
      expect(other.rows.map(({ productId }) => productId)).toEqual(
        (await read({ view: 'all', sort: 'health', descending: false })).rows.map(({ productId }) => productId),
      )
    }
  })

  const filters: readonly Partial<PortfolioQuestion>[] = [
    { view: 'needs-me' },
    { view: 'stuck-or-overdue' },
    { view: 'microsoft' },
    { view: 'ready' },
    { health: 'at-risk' },
    { ball: 'us' },
    { owner: 'none' },
    { search: 'CONTOSO' },
    { search: '%' },
    { search: "o'_\\" },
    { step: { step: 2, cell: 'failing' } },
    { view: 'stuck-or-overdue', health: 'stuck', ball: 'isv', owner: 'none', search: 'a' },
  ]
  test.each(filters)('%j: total, pages and the chips tell the same', async (filter) => {
    const question: PortfolioQuestion = { view: 'all', sort: 'health', descending: false, ...filter }
    const { total, counts } = await read(question)
    const { there } = await walk(question)
    expect(there).toHaveLength(total)
    if (Object.keys(filter).join() === 'view') expect(counts.views[question.view]).toBe(total)
  })

  test('the sums equal the rows they are sums of, after every kind of change', async () => {
    const { organizationId } = tracker.programme
    await tracker.database.within({ kind: 'programme', organizationId }, async (transaction) => {
      const [some] = await transaction
        .select()
        .from(productSummaries)
        .where(eq(productSummaries.organizationId, organizationId))
      if (some === undefined) throw new Error('There is no product.')
      await transaction
        .update(productSummaries)
        .set({ health: 'ready', ball: 'nobody', cells: 'ppp-?pp', ownerId: null })
        .where(eq(productSummaries.productId, some.productId))
      const sums = await transaction.select().from(portfolioCounts).where(sql`${portfolioCounts.products} <> 0`)
      const rows = await transaction.select().from(productSummaries)
      const expected = new Map<string, { products: number; applies: number[]; proved: number[] }>()
      for (const row of rows) {
        const key = [row.organizationId, row.ownerId ?? '', row.isvState, row.health, row.ball].join(' ')
        const sum = expected.get(key) ?? { products: 0, applies: Array(7).fill(0), proved: Array(7).fill(0) }
        sum.products += 1
        ;[...row.cells].forEach((cell, step) => {
          sum.applies[step] = (sum.applies[step] ?? 0) + (cell === '-' || cell === '?' ? 0 : 1)
          sum.proved[step] = (sum.proved[step] ?? 0) + (cell === 'p' ? 1 : 0)
        })
        expected.set(key, sum)
      }
      const found = new Map(
        sums.map(({ products: count, applies, proved, ...row }) => [
          [row.organizationId, row.ownerId, row.isvState, row.health, row.ball].join(' '),
          { products: count, applies, proved },
        ]),
      )
      expect(found).toEqual(expected)
    })
  })

  test('is for the programme alone, and never shows another one', async () => {
    const { programme, other } = tracker
    for (const person of [programme.contoso.admin, programme.contoso.reader]) {
      for (const path of ['/portfolio', '/portfolio.csv', '/portfolio/steps.csv'])
        expect((await person.request(path)).status).toBe(404)
    }
    for (const person of [programme.partnerManager, programme.reviewer, programme.auditor, programme.administrator]) {
      expect((await person.request('/portfolio')).status).toBe(200)
    }
    const page = await (await other.partnerManager.request('/portfolio')).text()
    expect(page).not.toContain('Northwind Partners')
    expect(page).toContain('Contoso of Alpine Partners')
    expect((await programme.administrator.request('/portfolio.csv')).status).toBe(404)
  })

  test('says what needs the viewer, and why', async () => {
    const page = await (await tracker.programme.partnerManager.request('/portfolio')).text()
    const { counts } = await read({ view: 'all', sort: 'health', descending: false })
    expect(page).toContain(`<h1>${counts.views['needs-me']} need you</h1>`)
    expect(page).toContain('92 ISVs · 132 products')
    expect(page).toContain('Certification returned twice')
    expect(page).not.toMatch(/ style=|<script(?! type="module" src)/)
    const reader = await (await tracker.programme.reader.request('/portfolio')).text()
    expect(reader).toMatch(/wait on us/)
    expect(reader).not.toContain('/isvs/new')
  })

  test('CSV: everything that is filtered, as a spreadsheet may safely open it', async () => {
    const { organizationId, partnerManager } = tracker.programme
    const hostile = '=cmd|"/c calc"!A1, \r\n"x"'
    await tracker.database.within({ kind: 'programme', organizationId }, async (transaction) => {
      const [row] = await transaction
        .select()
        .from(productSummaries)
        .where(eq(productSummaries.isvName, 'Trey Research'))
      if (row === undefined) throw new Error('There is no such product.')
      await transaction
        .update(productSummaries)
        .set({ productName: hostile })
        .where(eq(productSummaries.productId, row.productId))
      await transaction.update(products).set({ name: hostile }).where(eq(products.id, row.productId))
      await transaction.update(isvs).set({ name: 'Trey Research' }).where(eq(isvs.id, row.isvId))
    })
    const answer = await partnerManager.request('/portfolio.csv?view=all&q=trey')
    expect(answer.headers.get('Content-Disposition')).toMatch(/^attachment; filename="portfolio-2026-11-20\.csv"/)
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const text = new TextDecoder().decode(bytes)
    expect(text.split('\r\n').length).toBeGreaterThan(2)
    const rows: Record<string, string>[] = parse(text, { bom: true, columns: true })
    const { total } = await read({ view: 'all', sort: 'health', descending: false, search: 'trey' })
    expect(rows).toHaveLength(total)
    expect(rows.map((row) => row.product)).toContain(`'${hostile}`)
    for (const row of rows) for (const value of Object.values(row)) expect(value).not.toMatch(/^[=+\-@\t\r]/)
    const whole: unknown[] = parse(await (await partnerManager.request('/portfolio.csv')).text(), {
      bom: true,
      columns: true,
    })
    expect(whole).toHaveLength(132)
  })
})
