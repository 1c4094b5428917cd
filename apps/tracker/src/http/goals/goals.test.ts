import type { Goals } from '@sevenstep/onboarding'
import { beforeAll, expect, test } from 'vitest'
import { describeOnEachDatabase } from '../../testing/databases.ts'
import { openTracker, sampleGoals, type TestPerson, type TestTracker } from '../../testing/tracker.ts'

const about = { kind: 'isv', publisher: 'verified-publisher', edition: 'current' }
const withEmbedding: Goals = { ...sampleGoals, 'embed-ui': 'yes' }

async function read(answer: Response): Promise<string> {
  return (await answer.text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
}

describeOnEachDatabase('the goals', (open) => {
  let tracker: TestTracker
  beforeAll(async () => {
    tracker = await openTracker(open)
  })

  const versionOf = async (person: TestPerson, path: string) =>
    /name="version" value="(\d+)"/.exec(await (await person.request(path)).text())?.[1] ?? ''

  test('trying answers shows what they would mean and saves nothing, with scripts and without', async () => {
    const { contoso } = tracker.programme
    const path = `/products/${contoso.productId}/goals`
    const before = await versionOf(contoso.admin, path)
    const fields = { ...withEmbedding, ...about, version: before }
    const fragment = await contoso.admin.post(`${path}?preview`, fields)
    const page = await contoso.admin.post(path, { ...fields, intent: 'preview' })
    const shown = await fragment.text()
    expect(shown).not.toContain('<html')
    for (const text of [shown.replace(/<[^>]*>/g, ' '), await read(page)]) {
      expect(text).toContain('was: not needed')
      expect(text).toMatch(/Saving adds\s+\d+ items/)
      expect(text).toContain('It makes step 3 required.')
      expect(text).toContain('Users create or manage flows inside your application.')
      expect(text).toContain('table, row 3')
      expect(text).toContain('Nothing is saved yet.')
    }
    expect(await versionOf(contoso.admin, path)).toBe(before)
    expect(await read(await contoso.admin.request(`/products/${contoso.productId}/steps/3`))).toContain(
      'do not need step 3',
    )
  })

  test('saving changes the checklist, and going back restores it', async () => {
    const { proseware } = tracker.programme
    const path = `/products/${proseware.productId}/goals`
    const checklist = async () =>
      /(\d+) of (\d+) required items/.exec(
        await read(await proseware.admin.request(`/products/${proseware.productId}`)),
      )?.[0]
    const before = await checklist()
    const save = async (goals: Goals, key: string) =>
      proseware.admin.post(path, { ...goals, ...about, key, version: await versionOf(proseware.admin, path) })
    expect((await save(withEmbedding, 'one')).headers.get('Location')).toBe(`/products/${proseware.productId}`)
    expect(await checklist()).not.toBe(before)
    expect((await save(sampleGoals, 'two')).status).toBe(303)
    expect(await checklist()).toBe(before)
  })

  test('a question without an answer is named and the rest is kept', async () => {
    const { contoso } = tracker.programme
    const path = `/products/${contoso.productId}/goals`
    const { 'embed-ui': _, ...rest } = sampleGoals
    const answer = await contoso.admin.post(path, { ...rest, ...about, version: '1' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('href="#embed-ui"')
    expect(html).toMatch(/name="expose-data" value="yes" checked/)
    expect(html).not.toMatch(/name="embed-ui" value="\w+" checked/)
  })

  test('two who save at once: the second sees both sets of answers', async () => {
    const { contoso } = tracker.other
    const path = `/products/${contoso.productId}/goals`
    const version = await versionOf(contoso.admin, path)
    const mine = { ...sampleGoals, 'list-appsource': 'no' }
    expect((await contoso.admin.post(path, { ...withEmbedding, ...about, version })).status).toBe(303)
    const late = await contoso.admin.post(path, { ...mine, ...about, version })
    expect(late.status).toBe(412)
    const html = await late.text()
    expect(html).toContain('Somebody changed this while you were working')
    expect(html).toContain('name="list-appsource" value="no"')
    const next = /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
    expect((await contoso.admin.post(path, { ...mine, ...about, version: next })).status).toBe(303)
  })

  test('a member proposes, an administrator of the ISV decides, nobody else', async () => {
    const { contoso, partnerManager, reviewer } = tracker.programme
    const path = `/products/${contoso.productId}/goals`
    expect((await reviewer.post(path, { ...withEmbedding, ...about })).status).toBe(403)
    expect((await contoso.reader.post(path, { ...withEmbedding, ...about })).status).toBe(403)
    expect((await contoso.member.post(path, { ...withEmbedding, ...about, version: '1' })).status).toBe(303)
    expect((await contoso.member.post(path, { ...withEmbedding, ...about, version: '1' })).status).toBe(409)
    expect(await read(await contoso.admin.request(`/products/${contoso.productId}/steps/3`))).toContain(
      'do not need step 3',
    )
    const html = await (await contoso.admin.request(path)).text()
    expect(html).toContain('proposes other goals')
    const id = /proposals\/(gls_\w+)\/accept/.exec(html)?.[1] ?? ''
    const proposal = `${path}/proposals/${id}`
    expect((await partnerManager.post(`${proposal}/accept`, { version: '1' })).status).toBe(403)
    expect((await partnerManager.post(`${proposal}/decline`, {})).status).toBe(403)
    expect(await read(await contoso.admin.request(`${path}?proposal=${id}`))).toContain('Nothing is saved yet.')
    const version = await versionOf(contoso.admin, path)
    expect((await contoso.admin.post(`${proposal}/accept`, { version })).status).toBe(303)
    expect((await contoso.admin.post(`${proposal}/decline`, {})).status).toBe(409)
    expect(await read(await contoso.admin.request(`/products/${contoso.productId}/steps/3`))).toContain(
      'required items',
    )
  })

  test('those who may only read see answers without a form', async () => {
    const { contoso, reviewer } = tracker.programme
    for (const person of [contoso.reader, reviewer]) {
      const html = await (await person.request(`/products/${contoso.productId}/goals`)).text()
      expect(html).toContain('Should flows and apps reach your data?')
      expect(html).not.toContain('type="radio"')
      expect(html).not.toContain('Save the goals')
    }
  })
})
