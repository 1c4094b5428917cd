import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { auditEvents, isvs, productSummaries, products } from '../../db/schema/index.ts'
import { describeOnEachDatabase } from '../../testing/databases.ts'
import { openTracker, type TestTracker } from '../../testing/tracker.ts'

const header = 'isv,isv_external_id,owner,time_zone,product,product_external_id,kind,edition,publisher'
const good = [
  header,
  'Añil & Zoon,100,partner-manager@example.com,Europe/Madrid,Fleet <1>,p1,isv,current,verified-publisher',
  'Añil & Zoon,100,partner-manager@example.com,Europe/Madrid,Fleet 2,p2,enterprise,2018-02,independent-publisher',
  'Solo,200,,,,,,,',
].join('\r\n')

describeOnEachDatabase('Import', (open) => {
  let tracker: TestTracker
  beforeAll(async () => {
    tracker = await openTracker(open)
  })

  const upload = (content: string | Uint8Array<ArrayBuffer>, person = tracker.programme.partnerManager) => {
    const body = new FormData()
    body.set('file', new File([content], 'isvs.csv', { type: 'text/csv' }))
    return person.request('/isvs/import/uploads', { method: 'POST', body })
  }
  /** What the report's form would send: the browser's own reading of the page. */
  const formIn = (page: string) => ({
    shown: /name="shown" value="(\w+)"/.exec(page)?.[1] ?? '',
    content: unescaped(/<textarea name="content"[^>]*>\n?([\s\S]*?)<\/textarea>/.exec(page)?.[1] ?? ''),
  })
  const apply = (fields: Record<string, string>, person = tracker.programme.partnerManager) =>
    person.post('/isvs/import/apply', fields)
  const state = () =>
    tracker.database.within(
      { kind: 'programme', organizationId: tracker.programme.organizationId },
      async (transaction) => ({
        isvs: (await transaction.select().from(isvs)).length,
        products: (await transaction.select().from(products)).length,
        summaries: (await transaction.select().from(productSummaries)).length,
        events: (await transaction.select().from(auditEvents)).length,
      }),
    )

  test('shows first, writes nothing; then exactly that, each object once in the record; again it changes nothing', async () => {
    const before = await state()
    const page = await (await upload(good)).text()
    expect(page).toContain('4 would be added, 0 changed')
    expect(page).toContain('Fleet &lt;1&gt;')
    expect(await state()).toEqual(before)
    const form = formIn(page)
    expect((await apply({ ...form, key: 'import-1' })).status).toBe(303)
    const after = {
      isvs: before.isvs + 2,
      products: before.products + 2,
      summaries: before.summaries + 2,
      events: before.events + 4,
    }
    expect(await state()).toEqual(after)
    expect((await apply({ ...form, key: 'import-1' })).status).toBe(303)
    expect((await apply({ ...form, key: 'import-2' })).status).toBe(409)
    const again = await (await upload(good)).text()
    expect(again).toContain('Everything is there already')
    expect(again).not.toContain('name="shown"')
    expect(await state()).toEqual(after)
  })

  test('changes what is there by its number, and the portfolio follows', async () => {
    const changed = good.replaceAll('Añil & Zoon', 'Añil Group').replace('Fleet 2', 'Fleet Two')
    const page = await (await upload(changed)).text()
    expect(page).toContain('0 would be added, 2 changed')
    expect(page).toContain('isv: “Añil &amp; Zoon” becomes “Añil Group”')
    expect((await apply(formIn(page))).status).toBe(303)
    const rows = await tracker.database.within(
      { kind: 'programme', organizationId: tracker.programme.organizationId },
      (transaction) => transaction.select().from(productSummaries).where(eq(productSummaries.isvName, 'Añil Group')),
    )
    expect(rows.map(({ productName }) => productName).sort()).toEqual(['Fleet <1>', 'Fleet Two'])
  })

  test('the export is read back as it is', async () => {
    const file = await (await tracker.programme.partnerManager.request('/portfolio.csv?q=A%C3%B1il')).text()
    const page = await (await upload(file)).text()
    expect(page).toContain('Everything is there already')
  })

  test.each([
    ['an owner nobody knows', 'A,1,who@example.com,,,,,,', 'Line 2, owner'],
    ['a zone nobody knows', 'A,1,,Nowhere/Land,,,,,', 'Line 2, time_zone'],
    ['a kind nobody knows', 'A,1,,,P,1,robot,,', 'Line 2, kind'],
    ['no number', 'A,,,,,,,,', 'Line 2, isv_external_id'],
    ['a product without number', 'A,1,,,P,,,,', 'Line 2, product_external_id'],
    ['a number twice', 'A,1,,,P,7,,,\nA,1,,,Q,7,,,', 'Line 3, product_external_id'],
    ['two names for one ISV', 'A,1,,,,,,,\nB,1,,,,,,,', 'Line 3, isv_external_id'],
    ['a formula', 'A,1,,,=1,7,,,', 'Line 2, product'],
  ])('%s refuses the whole file and says where', async (_, rows, place) => {
    const before = await state()
    const answer = await upload(`${header}\nGood,999,,,,,,,\n${rows}`.replace('Good,999,,,,,,,\n', ''))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(place)
    const forced = await apply({ content: `${header}\n${rows}`, shown: 'x' })
    expect(forced.status).toBe(422)
    expect(await state()).toEqual(before)
  })

  test('another content than the one shown is refused whole', async () => {
    const before = await state()
    const form = formIn(await (await upload(`${header}\nNew,300,,,,,,,`)).text())
    const other = { ...form, content: form.content.replace('New', 'Newer') }
    expect((await apply(other)).status).toBe(409)
    expect(await state()).toEqual(before)
  })

  test('bytes that are no UTF-8 are refused with their line', async () => {
    const answer = await upload(new Uint8Array([...Buffer.from(`${header}\nCaf`), 0xe9]))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Line 2: This is not UTF-8 text.')
    expect((await upload('x'.repeat(1_200_000))).status).toBe(413)
  })

  test('is for those who may add ISVs', async () => {
    const { programme, other } = tracker
    const form = formIn(await (await upload(`${header}\nNew,400,,,,,,,`)).text())
    for (const person of [programme.reviewer, programme.auditor, programme.reader]) {
      expect((await person.request('/isvs/import')).status).toBe(404)
      expect((await upload(good, person)).status).toBe(404)
      expect((await apply(form, person)).status).toBe(403)
    }
    expect((await apply(form, programme.contoso.admin)).status).toBe(404)
    // The same numbers mean other ISVs in another programme.
    const foreign = await (
      await upload(good.replaceAll('partner-manager@example.com', ''), other.partnerManager)
    ).text()
    expect(foreign).toContain('4 would be added')
  })
})

function unescaped(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
