import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { disputes, itemStates } from '../../db/schema/index.ts'
import { keepCheckedRun } from '../../testing/checked-run.ts'
import { describeOnEachDatabase } from '../../testing/databases.ts'
import { openTracker, type TestIsv, type TestTracker } from '../../testing/tracker.ts'

const reason = 'The title is the product’s registered name; it cannot be any shorter.'

describeOnEachDatabase('An item that rules decide', (open) => {
  let tracker: TestTracker
  let isv: TestIsv
  let runId = ''

  beforeAll(async () => {
    tracker = await openTracker(open)
    isv = tracker.programme.contoso
    runId = await keepCheckedRun(tracker, tracker.programme.organizationId, isv)
  })

  const pageOf = async (path: string) => (await isv.member.request(path)).text()
  const placeOf = () => ({ organizationId: tracker.programme.organizationId, isvId: isv.isvId })

  /** The first item that the run found failing. */
  const failingItem = async () => {
    const rows = await tracker.database.within({ kind: 'isv', ...placeOf() }, (transaction) =>
      transaction.select().from(itemStates).where(eq(itemStates.verdict, 'failing')),
    )
    const id = rows.map(({ itemId }) => itemId).sort()[0]
    if (id === undefined) throw new Error('Nothing fails.')
    return `/products/${isv.productId}/items/${id}`
  }

  test('shows each finding with its place, what, why and fix in English, and leads back to the check', async () => {
    const html = await pageOf(await failingItem())
    expect(html).toContain('<h1>Not in order: ')
    expect(html.match(/button-primary/g)).toHaveLength(1)
    expect(html).toContain(`href="/products/${isv.productId}/checks"`)
    expect(html).toContain(`/checks/${runId}`)
    expect(html).toContain('apiDefinition.swagger.json')
    expect(html).toMatch(/<p lang="en"><b>[^<]{10,}<\/b>/)
    expect(html).toContain('do=dispute')
  })

  test('hears disagreement with one finding, once, and with reasons', async () => {
    const item = await failingItem()
    const link = /href="([^"]*do=dispute[^"]*)#dispute"/.exec(await pageOf(item))?.[1]?.replaceAll('&amp;', '&') ?? ''
    const form = await pageOf(link)
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(form)?.[1] ?? ''
    const fields = { rule: hidden('rule'), fingerprint: hidden('fingerprint'), runId: hidden('runId') }
    const short = await isv.member.post(`${item}/disputes`, { ...fields, disputeReason: 'No.' })
    expect(short.status).toBe(422)
    expect(await short.text()).toContain('at least 20 characters')
    const made = await isv.member.post(`${item}/disputes`, { ...fields, fingerprint: 'f00', disputeReason: reason })
    expect(made.status).toBe(404)
    const answers = await Promise.all(
      [1, 2].map(() => isv.member.post(`${item}/disputes`, { ...fields, disputeReason: reason })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const rows = await tracker.database.within({ kind: 'isv', ...placeOf() }, (tx) => tx.select().from(disputes))
    expect(rows).toMatchObject([{ runId, state: 'open', reason, fingerprint: fields.fingerprint }])
    expect(await pageOf(item)).toContain('objection open')
    expect((await tracker.programme.reviewer.post(`${item}/disputes`, fields)).status).toBe(403)
  })
})
