import { beforeAll, expect, test } from 'vitest'
import { describeOnEachDatabase } from '../../testing/databases.ts'
import { openTracker, type TestTracker } from '../../testing/tracker.ts'

/** What a person reads: the page without its tags, white space as one blank. */
async function read(answer: Response): Promise<string> {
  const html = await answer.text()
  return html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
}

const hostile = '<img src=x onerror=alert(1)> held up by legal'

describeOnEachDatabase('the checklist', (open) => {
  let tracker: TestTracker
  beforeAll(async () => {
    tracker = await openTracker(open)
  })

  test('says how much is proved, whose turn it is and the one next action', async () => {
    const { contoso } = tracker.programme
    const answer = await contoso.admin.request(`/products/${contoso.productId}`)
    expect(answer.status).toBe(200)
    const page = await read(answer)
    expect(page).toMatch(/0 of \d+ required items proved/)
    expect(page).toContain('Your next action')
    expect(page).toContain('with you for')
    expect(page).toContain('No target date yet')
    // What is recommended is counted apart from what is required.
    expect(page).toMatch(/0 of \d+ required · \d+ to do/)
    expect(page).not.toContain('On track')
  })

  test('tells the present turn within the time of the stage, so that both figures can be true', async () => {
    const { programme } = tracker
    const { admin, productId, isvId } = programme.proseware
    const path = `/products/${productId}`
    const turn = (id: string, ball: string, day: string) =>
      tracker.database.asOwner(
        `insert into ball_log (id, organization_id, isv_id, product_id, stage, ball, since) values ('${id}', '${programme.organizationId}', '${isvId}', '${productId}', (select stage from ball_log where product_id = '${productId}' limit 1), '${ball}', '${day}')`,
      )
    // Asked once, the page has the log begun.
    await admin.request(path)
    await tracker.database.asOwner(`update ball_log set since = '2026-09-01' where product_id = '${productId}'`)
    await turn('ball_1', 'us', '2026-11-01')
    await turn('ball_2', 'isv', '2026-11-11')
    const page = await read(await admin.request(path))
    expect(page).toContain('with you for 9 days')
    expect(page).toContain('70 days, of which 9 days this turn')
    expect(await read(await programme.partnerManager.request(path))).toContain('10 days')
    const dutch = await admin.request(path, { headers: { Cookie: 'language=nl' } })
    expect(await read(dutch)).toContain('70 dagen, waarvan 9 dagen deze beurt')
  })

  test('is Dutch for those who read Dutch', async () => {
    const { contoso } = tracker.programme
    const answer = await contoso.admin.request(`/products/${contoso.productId}`, { headers: { Cookie: 'language=nl' } })
    expect(await read(answer)).toMatch(/0 van de \d+ verplichte punten aangetoond/)
  })

  test.each([
    ['partnerManager', 200],
    ['reviewer', 200],
    ['auditor', 200],
    ['reader', 200],
    ['administrator', 404],
  ] as const)('answers a %s of the programme with %i', async (role, status) => {
    const { programme } = tracker
    const answer = await programme[role].request(`/products/${programme.contoso.productId}`)
    expect(answer.status).toBe(status)
  })

  test('a foreign product and a missing one answer alike', async () => {
    const { programme, other } = tracker
    const { proseware, contoso } = programme
    for (const path of ['', '/goals', '/steps/2']) {
      const foreign = await contoso.admin.request(`/products/${proseware.productId}${path}`)
      const elsewhere = await contoso.admin.request(`/products/${other.contoso.productId}${path}`)
      const missing = await contoso.admin.request(`/products/prd_missing${path}`)
      expect([foreign.status, elsewhere.status, missing.status]).toEqual([404, 404, 404])
      const same = (text: string) => text.replace(/req_\w+/g, '').replace(/prd_\w+/g, '')
      expect(same(await foreign.text())).toBe(same(await missing.text()))
    }
  })

  test('shows no button that would be refused', async () => {
    const { contoso, reviewer, partnerManager } = tracker.programme
    const path = `/products/${contoso.productId}`
    const [reading, reviewing, managing] = await Promise.all(
      [contoso.reader, reviewer, partnerManager].map(async (person) => (await person.request(path)).text()),
    )
    expect(reading).not.toContain(`action="${path}`)
    expect(reviewing).not.toContain(`action="${path}`)
    expect(reading).not.toContain('products/new')
    expect(managing).toContain(`action="${path}/targets"`)
    expect(managing).toContain('products/new')
    expect((await contoso.reader.post(`${path}/stuck`, { reason: 'long enough a reason', version: '1' })).status).toBe(
      403,
    )
  })

  test('a person says that it is stuck; the words are kept where refused and escaped where shown', async () => {
    const { contoso, partnerManager } = tracker.programme
    const path = `/products/${contoso.productId}`
    const version = await versionOf(contoso.member, path)
    const short = await contoso.member.post(`${path}/stuck`, { version, reason: 'no' })
    expect(short.status).toBe(422)
    const again = await short.text()
    expect(again).toContain('Write at least 10 characters.')
    expect(again).toMatch(/<textarea[^>]*>no<\/textarea>/)
    const said = await contoso.member.post(`${path}/stuck`, { version, reason: hostile, key: 'stuck-1' })
    expect(said.status).toBe(303)
    const twice = await contoso.member.post(`${path}/stuck`, { version, reason: hostile, key: 'stuck-1' })
    expect(twice.status).toBe(303)
    const seen = await (await partnerManager.request(path)).text()
    expect(seen).toContain('&lt;img src=x onerror=alert(1)&gt; held up by legal')
    expect(seen).not.toContain('<img src=x')
    expect(seen).toContain('Stuck since 20 November 2026')
    const conflict = await contoso.admin.post(`${path}/stuck/clear`, { version })
    expect(conflict.status).toBe(412)
    const cleared = await contoso.admin.post(`${path}/stuck/clear`, { version: await versionOf(contoso.admin, path) })
    expect(cleared.status).toBe(303)
    expect(await (await partnerManager.request(path)).text()).not.toContain('Stuck since')
  })

  test('the partner manager sets the target; a day that has passed is refused', async () => {
    const { proseware, partnerManager } = tracker.programme
    const path = `/products/${proseware.productId}`
    const version = await versionOf(partnerManager, path)
    const past = await partnerManager.post(`${path}/targets`, { version, product: '2026-11-19' })
    expect(past.status).toBe(422)
    expect(await past.text()).toContain('Choose today or a later day.')
    expect((await partnerManager.post(`${path}/targets`, { version, product: '2027-01-15' })).status).toBe(303)
    expect(await read(await proseware.admin.request(path))).toContain('Target 15 January 2027')
    expect((await proseware.admin.post(`${path}/targets`, { version: '2', product: '2027-02-15' })).status).toBe(403)
  })

  test('adding a product leads to its goals; a name is given once', async () => {
    const { proseware, partnerManager, reviewer } = tracker.programme
    const path = `/isvs/${proseware.isvId}/products`
    const fields = { name: 'Dock', kind: 'isv', publisher: 'verified-publisher', edition: 'current' }
    expect((await proseware.member.request(`${path}/new`)).status).toBe(404)
    expect((await reviewer.post(path, fields)).status).toBe(403)
    expect((await proseware.admin.request(`${path}/new`)).status).toBe(200)
    const made = await proseware.admin.post(path, { ...fields, key: 'dock' })
    expect(made.status).toBe(303)
    const twice = await proseware.admin.post(path, { ...fields, key: 'dock' })
    expect(twice.headers.get('Location')).toBe(made.headers.get('Location'))
    const page = await read(await proseware.admin.request(made.headers.get('Location') ?? ''))
    expect(page).toContain('Seven answers decide what Dock needs')
    expect(page).toContain('Answer the goals')
    const same = await partnerManager.post(path, { ...fields, name: 'dock' })
    expect(same.status).toBe(422)
    expect(await same.text()).toContain('value="dock"')
    const empty = await partnerManager.post(path, { ...fields, name: ' ' })
    expect(await empty.text()).toContain('Fill this in.')
  })
})

/** The version that a form on the page carries. */
async function versionOf(
  person: { readonly request: (path: string) => Promise<Response> },
  path: string,
): Promise<string> {
  const html = await (await person.request(path)).text()
  return /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
}
