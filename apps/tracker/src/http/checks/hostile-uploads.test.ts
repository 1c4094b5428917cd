import { zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeCheckPool } from '../../checks/check-pool.ts'
import { runCheckJob } from '../../checks/run-check-job.ts'
import { describeOnEachDatabase } from '../../testing/databases.ts'
import { eventually } from '../../testing/eventually.ts'
import { sample } from '../../testing/sample-files.ts'
import { openTracker, type TestTracker } from '../../testing/tracker.ts'

afterAll(() => closeCheckPool())

describeOnEachDatabase('Hostile uploads', (open) => {
  let tracker: TestTracker
  let base = ''

  beforeAll(async () => {
    tracker = await openTracker(open)
    base = `/products/${tracker.programme.contoso.productId}/checks`
  })

  const post = (body: BodyInit, headers: Record<string, string> = {}) =>
    tracker.programme.contoso.admin.request(`${base}/uploads`, { method: 'POST', body, headers })

  const named = (...names: readonly string[]) => {
    const form = new FormData()
    for (const name of names) {
      form.append('files', new Blob(['{}']), 'a.json')
      form.append('paths', name)
    }
    return form
  }

  const runs = async () =>
    Number((await tracker.database.asOwner('select count(*)::int as n from verification_runs'))[0]?.n)

  test.each([
    ['leads out', '../../etc/passwd'],
    ['starts at the root', '/etc/passwd'],
    ['starts at a drive', 'C:\\windows\\system.ini'],
    ['reads backwards', 'connector/\u202egnp.exe'],
    ['is one of the language’s own', 'connector/__proto__/a.json'],
    ['is a folder’s', 'connector/'],
    ['is nested too deeply', `${'a/'.repeat(70)}b.json`],
    ['is too long', `${'a'.repeat(1100)}.json`],
  ])('a name that %s is refused and said', async (_, name) => {
    const before = await runs()
    const answer = await post(named('connector/apiProperties.json', name))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('is refused. Nothing was checked.')
    expect(await runs()).toBe(before)
  })

  test('two files that many systems take for one are refused, with both names', async () => {
    const page = await (await post(named('Car/apiProperties.json', 'car/APIproperties.json'))).text()
    expect(page).toContain('car/APIproperties.json')
    expect(page).toContain('Car/apiProperties.json')
  })

  test('the island is told of a refusal in the words of the person', async () => {
    const headers = { Accept: 'application/x-ndjson', Cookie: 'language=nl' }
    const answer = await post(named('../a.json'), headers)
    expect(answer.headers.get('Content-Type')).toBe('application/x-ndjson')
    const told: unknown = JSON.parse(await answer.text())
    expect(told).toMatchObject({
      type: 'failed',
      message: expect.stringContaining('De naam "../a.json" wordt geweigerd.'),
    })
  })

  test('no file, too many files, too many bytes, and bodies that break off are refused', async () => {
    const many = named(...Array.from({ length: 2001 }, (_, index) => `f${index}.json`))
    const large = new FormData()
    large.append('files', new Blob([new Uint8Array(50_000_001)]), 'apiDefinition.swagger.json')
    const broken = '--x\r\nContent-Disposition: form-data; name="files"; filename="a.json"\r\n\r\n{'
    const multipart = { 'Content-Type': 'multipart/form-data; boundary=x' }
    const answers = [
      await post(new FormData()),
      await post(many),
      await post(large),
      await post(broken, multipart),
      await post('{"files":[]}', { 'Content-Type': 'application/json' }),
      await post(new Uint8Array(1), { ...multipart, 'Content-Length': '999999999' }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([422, 413, 413, 422, 422, 413])
  })

  test('a zip that leads out ends as an error that names it, and decides nothing', async () => {
    const { admin, productId } = tracker.programme.contoso
    const form = new FormData()
    const archive = zipSync({
      'apiProperties.json': new TextEncoder().encode('{}'),
      '../../evil.sh': new Uint8Array(3),
    })
    form.append('files', new Blob([new Uint8Array(archive)]), 'package.zip')
    form.append('only-try', 'yes')
    const location = (await post(form)).headers.get('Location') ?? ''
    const page = await eventually(async () => {
      const text = await (await admin.request(location)).text()
      expect(text).toContain('could not be checked')
      return text
    })
    expect(page).toContain('evil.sh')
    const decided = await tracker.database.asOwner(
      `select count(*)::int as n from item_states where product_id = '${productId}' and verdict in ('failing', 'proved') and item_id like '1.%'`,
    )
    expect(decided).toEqual([{ n: 0 }])
    expect((await admin.request(`${location}/fixes`)).status).toBe(404)
    expect((await admin.post(`${location}/count`, {})).status).toBe(409)
  })

  test('names that no database takes are kept as far as they are text', async () => {
    const { admin } = tracker.programme.contoso
    const odd = 'half \\ud83d and \\u0000 none'
    const flow = {
      properties: {
        displayName: 'ODD',
        definition: { triggers: { ODD: { type: 'Request', kind: 'Button' } }, actions: { a: { type: 'Compose' } } },
      },
    }
    const form = new FormData()
    form.append('files', new Blob([JSON.stringify(flow).replaceAll('ODD', odd)]), 'definition.json')
    const location = (await post(form)).headers.get('Location') ?? ''
    const page = await eventually(async () => {
      const answer = await admin.request(location)
      expect(answer.headers.get('Refresh')).toBeNull()
      return answer.text()
    })
    expect(page).toContain('half \ufffd and \ufffd none')
  })

  test('a script in the name of a file is shown and not run', async () => {
    const { admin } = tracker.programme.contoso
    const form = new FormData()
    for (const { path, bytes } of sample()) {
      form.append('files', new Blob([new Uint8Array(bytes)]), 'file')
      form.append('paths', path.replace('car-rental', '<img src=x onerror=alert(1)>'))
    }
    const location = (await post(form)).headers.get('Location') ?? ''
    const page = await eventually(async () => {
      const text = await (await admin.request(location)).text()
      expect(text).toContain('does not yet meet')
      return text
    })
    expect(page).toContain('&lt;img src=x')
    expect(page).not.toContain('<img src=x')
  })

  test('a stopped check stays stopped, whatever a job still finds', async () => {
    const { admin, isvId } = tracker.programme.contoso
    const form = new FormData()
    for (const { path, bytes } of sample()) form.append('files', new Blob([new Uint8Array(bytes)]), path)
    const first = (await post(form)).headers.get('Location') ?? ''
    await eventually(async () => expect((await admin.request(first)).headers.get('Refresh')).toBeNull())
    const again = (await admin.post(`${first}/rerun`, {})).headers.get('Location') ?? ''
    expect((await admin.post(`${again}/cancel`, {})).status).toBe(303)
    const runId = again.split('/').at(-1) ?? ''
    const { organizationId } = tracker.programme
    await runCheckJob(tracker.services)({
      id: 'job_3',
      kind: 'run-check',
      organizationId,
      isvId,
      attempts: 1,
      payload: { runId },
    })
    expect(await (await admin.request(again)).text()).toContain('was stopped')
  })
})
