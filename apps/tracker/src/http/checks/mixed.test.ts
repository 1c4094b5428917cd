import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeCheckPool } from '../../checks/check-pool.ts'
import type { UploadedFile } from '../../checks/worker/messages.ts'
import { describeOnEachDatabase } from '../../testing/databases.ts'
import { eventually } from '../../testing/eventually.ts'
import { filesBelow, sample } from '../../testing/sample-files.ts'
import { openTracker, type TestTracker } from '../../testing/tracker.ts'

const example = (name: string, folder = name): readonly UploadedFile[] =>
  filesBelow(join(import.meta.dirname, '../../../../../examples', name), folder)
const fileOf = (path: string, text: string): UploadedFile => ({ path, bytes: new TextEncoder().encode(text) })

/** What a vendor has of several steps, in one folder; the password stands in a file that nobody judges. */
const handIn: readonly UploadedFile[] = [
  ...sample('hand-in/connector'),
  ...example('flow-package', 'hand-in/flow'),
  ...example('embed', 'hand-in/site'),
  fileOf('hand-in/site/headers.txt', 'HTTP/2 200\ncontent-type: text/html\nset-cookie: session=8f2b6c1d9e4a\n'),
  ...example('licences', 'hand-in/customer'),
  fileOf('hand-in/notes/todo.txt', 'The password is Tr0ub4dor-and-3.'),
]

afterAll(() => closeCheckPool())

describeOnEachDatabase('Several kinds in one upload', (open) => {
  let tracker: TestTracker
  let base = ''

  beforeAll(async () => {
    tracker = await openTracker(open)
    const { productId } = tracker.programme.contoso
    base = `/products/${productId}`
    await tracker.database.asOwner(
      `update products set goals = jsonb_set(goals, '{embed-ui}', '"yes"') where id = '${productId}'`,
    )
  })

  const upload = async (files: readonly UploadedFile[], fields: Readonly<Record<string, string>> = {}) => {
    const form = new FormData()
    for (const { path, bytes } of files) {
      form.append('files', new Blob([new Uint8Array(bytes)]), 'file')
      form.append('paths', path)
    }
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    const headers = { Accept: 'application/x-ndjson' }
    const answer = await tracker.programme.contoso.admin.request(`${base}/checks/uploads`, {
      method: 'POST',
      body: form,
      headers,
    })
    const last: { location?: string } = JSON.parse((await answer.text()).trimEnd().split('\n').at(-1) ?? '{}')
    return last.location ?? ''
  }
  const pageOf = async (path: string, language = 'en') =>
    (await tracker.programme.contoso.admin.request(path, { headers: { Cookie: `language=${language}` } })).text()
  const runAt = async (location: string) =>
    (
      await tracker.database.asOwner(
        `select rooms, edition, state, problem, files from verification_runs where id = '${location.split('/').at(-1)}'`,
      )
    )[0]

  test('all are judged, named with their step, and decide its items', async () => {
    const location = await upload(handIn)
    expect(await runAt(location)).toMatchObject({
      rooms: ['certification-rules', 'flow-embed', 'flow-templates', 'licensing-checks'],
      edition: 'current',
      state: 'failed',
    })
    const page = await pageOf(location)
    for (const [kind, path] of [
      ['Connector', 'hand-in/connector'],
      ['Page that embeds Power Automate', 'hand-in/site'],
      ['Exported flow', 'hand-in/flow'],
      ['Lists of licences', 'hand-in/customer'],
    ])
      expect(page).toMatch(new RegExp(`<b>${kind}</b> <bdi>${path}</bdi>`))
    expect(page).toContain('the items of steps 1, 3, 4 and 6 rest on it')
    // A heading names no more than two kinds.
    expect(page).toMatch(/<h1>\d parts of what was handed in do not yet meet the requirements we check<\/h1>/)
    expect(await pageOf(location, 'nl')).toMatch(/<h1>\d onderdelen van wat is ingediend voldoen nog niet/)
    expect(page).toContain('hand-in/notes/todo.txt')
    expect(page).toContain('They are the ISV’s own word')
    expect(await pageOf(location, 'nl')).toContain('Het is het woord van de ISV zelf')
    const rows = await tracker.database.asOwner(
      `select item_id, verdict from item_states where product_id = '${tracker.programme.contoso.productId}' and verdict in ('proved', 'failing')`,
    )
    expect(new Set(rows.map((row) => String(row.item_id).slice(0, 1)))).toEqual(new Set(['1', '3', '4', '6']))
  })

  test('the history of a step counts what was found of that step, as its record does', async () => {
    await upload(handIn)
    const [row] = await tracker.database.asOwner(
      "select detail from audit_events where action = 'check.finished' order by at desc, sequence desc limit 1",
    )
    const { steps, errors }: { steps: Readonly<Record<string, { errors: number; warnings: number }>>; errors: number } =
      Object(row).detail
    expect(Object.keys(steps)).toEqual(['1', '3', '4', '6'])
    expect(Object.values(steps).reduce((sum, found) => sum + found.errors, 0)).toBe(errors)
    for (const [step, found] of Object.entries(steps)) {
      const page = await pageOf(`${base}/steps/${step}`)
      expect(page).toMatch(new RegExp(`found ${found.errors} errors? and ${found.warnings} warnings? in`))
      expect(page).not.toContain(`found ${errors} errors and`)
    }
  })

  test('whoever may not check is offered no fixes either', async () => {
    const location = await upload(handIn)
    expect(await pageOf(location)).toContain(`${location}/fixes`)
    const seen = await (await tracker.programme.partnerManager.request(location)).text()
    expect(seen).toContain('<b>Connector</b>')
    expect(seen).not.toContain('/fixes')
  })

  test('what the vendor reported is said to be its word on the item', async () => {
    const item = await pageOf(`${base}/items/3.isolation-compatible`)
    expect(item).toContain('rests on what the ISV reported; nobody else has looked')
    expect(await pageOf(`${base}/items/3.isolation-compatible`, 'nl')).toContain(
      'berust op wat de ISV zelf heeft gemeld',
    )
  })

  test('flows are drawn on the page of the run, on one of their own, and where items show their facts', async () => {
    const location = await upload(handIn)
    const page = await pageOf(location)
    expect(page).toMatch(/<figure class="flow-figure"[^>]*aria-label="Drawing of [^"]+"[^>]*><svg /)
    expect(page).toContain('The same in words')
    expect(page).not.toMatch(/<style|<svg[^>]* style=/)
    const own = await tracker.programme.contoso.admin.request(`${location}/flows/1`)
    expect(own.status).toBe(200)
    expect(own.headers.get('Content-Security-Policy')).not.toContain('unsafe')
    expect(await own.text()).toContain('<svg ')
    expect((await tracker.programme.contoso.admin.request(`${location}/flows/2`)).status).toBe(404)
    expect(await pageOf(`${base}/items/4.one-trigger`)).toContain('Drawing of ')
  })

  test('neither a file with a session nor one that nobody judged is kept; the check can be run again without the latter', async () => {
    // The example of a flow has a key in it, and so has what a server sent with the page.
    const location = await upload(handIn.filter(({ path }) => !/headers\.txt$|^hand-in\/flow\//.test(path)))
    const kept = Object(await runAt(location)).files as readonly { path: string; stored: boolean; unjudged?: true }[]
    const left = kept.filter(({ stored }) => !stored)
    expect(left.map(({ path, unjudged }) => [path, unjudged])).toEqual([
      ['hand-in/site/README.md', true],
      ['hand-in/customer/README.md', true],
      ['hand-in/notes/todo.txt', true],
    ])
    const leaked = await tracker.database.asOwner(
      `select count(*)::int as n from blobs where position('Tr0ub4dor'::bytea in content) > 0 or position('8f2b6c1d9e4a'::bytea in content) > 0`,
    )
    expect(leaked).toEqual([{ n: 0 }])
    const again = (await tracker.programme.contoso.admin.post(`${location}/rerun`, {})).headers.get('Location') ?? ''
    expect(again).toContain('/checks/run_')
    const session = await upload(handIn, { 'only-try': 'yes' })
    expect((await tracker.programme.contoso.admin.post(`${session}/rerun`, {})).status).toBe(409)
  })

  test('another kind alone leaves the others as they were, and is compared with the run that had all of its kinds', async () => {
    const location = await upload(sample('hand-in/connector'))
    const page = await pageOf(location)
    expect(page).toContain('Since the last check')
    expect(page).toContain('0 new')
    expect(await pageOf(`${base}/items/4.one-trigger`)).toContain('Proved: There is exactly one trigger')
  })

  test('the edition of the product is the one it is judged by', async () => {
    const { productId } = tracker.programme.contoso
    await tracker.database.asOwner(`update products set edition = '2018-02' where id = '${productId}'`)
    const location = await upload(example('offer'))
    expect(await runAt(location)).toMatchObject({ rooms: ['listing-checks'], edition: '2018-02' })
    expect(await pageOf(location)).toContain('by the programme of February 2018')
    await tracker.database.asOwner(`update products set edition = 'current' where id = '${productId}'`)
  })

  test('a refusal is in the language of the person, whoever reads it', async () => {
    const location = await upload([{ path: 'a.zip', bytes: zipSync({ '../../evil.sh': new Uint8Array(3) }) }])
    await eventually(async () => expect(await pageOf(location)).toContain('climbs out of the archive'))
    expect(await pageOf(location, 'nl')).toContain('klimt met “..” uit het archief')
    const unknown = await upload([fileOf('data.json', '{"a":1}')])
    expect(await pageOf(unknown, 'nl')).toContain('geen bestand van een connector')
  })
})
