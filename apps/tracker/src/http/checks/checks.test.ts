import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeCheckPool } from '../../checks/check-pool.ts'
import { runCheckJob } from '../../checks/run-check-job.ts'
import type { UploadedFile } from '../../checks/worker/messages.ts'
import { describeOnEachDatabase } from '../../testing/databases.ts'
import { eventually } from '../../testing/eventually.ts'
import { filesBelow, sample, sampleWith } from '../../testing/sample-files.ts'
import { openTracker, type TestPerson, type TestTracker } from '../../testing/tracker.ts'

afterAll(() => closeCheckPool())

function formOf(files: readonly UploadedFile[], fields: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const { path, bytes } of files) form.append('files', new Blob([new Uint8Array(bytes)]), path)
  return form
}

interface Event {
  readonly type: string
  readonly path?: string
  readonly html?: string
  readonly location?: string
  readonly message?: string
}

describeOnEachDatabase('The file check', (open) => {
  let tracker: TestTracker
  let base = ''

  beforeAll(async () => {
    tracker = await openTracker(open)
    base = `/products/${tracker.programme.contoso.productId}/checks`
  })

  const send = (
    person: TestPerson,
    files: readonly UploadedFile[],
    fields: Readonly<Record<string, string>> = {},
    at = base,
  ) => person.request(`${at}/uploads`, { method: 'POST', body: formOf(files, fields) })

  const stream = async (person: TestPerson, files: readonly UploadedFile[]): Promise<Event[]> => {
    const headers = { Accept: 'application/x-ndjson' }
    const answer = await person.request(`${base}/uploads`, { method: 'POST', body: formOf(files), headers })
    const text = await answer.text()
    return text
      .trimEnd()
      .split('\n')
      .map((line): Event => JSON.parse(line))
  }

  /** Sends files without a script, and follows to the result. */
  const check = async (person: TestPerson, files: readonly UploadedFile[], fields: Record<string, string> = {}) => {
    const answer = await send(person, files, fields)
    expect(answer.status).toBe(303)
    const location = answer.headers.get('Location') ?? ''
    const page = await eventually(async () => {
      const shown = await person.request(location)
      expect(shown.headers.get('Refresh')).toBeNull()
      return shown.text()
    })
    return { location, page }
  }

  const item = async () => {
    const { productId } = tracker.programme.contoso
    const rows = await tracker.database.asOwner(
      `select verdict, count(*)::int as many from item_states where product_id = '${productId}' and item_id like '1.%' group by 1`,
    )
    return Object.fromEntries(rows.map(({ verdict, many }) => [String(verdict), Number(many)]))
  }

  test('without a check the page teaches, and offers files to those who may run one', async () => {
    const { admin, reader } = tracker.programme.proseware
    const at = `/products/${tracker.programme.proseware.productId}/checks`
    const page = await (await admin.request(at)).text()
    expect(page).toContain('Connect has been checked yet')
    expect(page).toContain(`action="${at}/uploads"`)
    expect(await (await reader.request(at)).text()).not.toContain('enctype')
  })

  test('a try is shown and told, and no item rests on it until it is taken as evidence', async () => {
    const { member } = tracker.programme.contoso
    const before = await item()
    const { location, page } = await check(member, sample(), { 'only-try': 'yes' })
    expect(page).toContain('<h1>The connector does not yet meet the requirements we check</h1>')
    expect(page).toContain('Step 1 · 14 errors, 5 warnings, 1 note')
    expect(page.indexOf('id="rule-info-title-max-length"')).toBeLessThan(
      page.indexOf('id="rule-op-summary-not-operation-id"'),
    )
    expect(page).not.toContain('id="rule-file-intro-required-verified"')
    expect(await item()).toEqual(before)
    const counted = await member.post(`${location}/count`, {})
    expect(counted.status).toBe(303)
    expect((await item()).failing).toBeGreaterThan(0)
    // A check that counts is part of its step's history, and of no other's.
    const { productId } = tracker.programme.contoso
    const history = async (step: number) => {
      const text = await (await member.request(`/products/${productId}/steps/${step}`)).text()
      return text.slice(text.indexOf('<h2>History</h2>'))
    }
    expect(await history(1)).toContain('found 14 errors and 5 warnings in')
    expect(await history(2)).toContain('Nothing has happened in this step yet.')
  })

  test('a check of a step that the answers do not ask for says so', async () => {
    const { admin } = tracker.programme.contoso
    const { page } = await check(admin, filesBelow(join(import.meta.dirname, '../../../../../examples/embed'), 'site'))
    expect(page).toContain('Your answers do not ask for step 3, so none of its items rests on it until they do.')
    expect(page).not.toContain('the items of step 3 rest on it')
    expect(page).toMatch(/Step 3 · <bdi[^>]*>site<\/bdi>/)
  })

  test('the lines of a list of licences are shown to nobody, their places are', async () => {
    const { admin } = tracker.programme.contoso
    const users = 'UserPrincipalName,DisplayName,Licenses\na@kestrel.example,Tom Bos,FLOW_FREE\n'
    const { page } = await check(admin, [{ path: 'lists/users.csv', bytes: new TextEncoder().encode(users) }])
    expect(page).toContain('lists/users.csv, line 2')
    expect(page).not.toContain('a@kestrel.example,Tom Bos')
    expect(page).toContain('Lists of licences name people.')
    // What was left out is said above the findings, with the way to what would let it be judged.
    const notice = /\d+ rules could not be checked\. <a class="link" href="#not-checked">What to hand in<\/a>/.exec(
      page,
    )
    expect(notice?.index).toBeLessThan(page.indexOf('id="rule-licence-product-by-id"'))
    expect(page).toMatch(/id="not-checked".*Hand in the flows with their connectors and triggers\./s)
  })

  test('the island gets a row for each file, then the address of the result', async () => {
    const events = await stream(tracker.programme.contoso.admin, sample())
    expect(events.at(-1)).toMatchObject({ type: 'done', location: expect.stringContaining(`${base}/run_`) })
    const rows = events.filter(({ type }) => type === 'file')
    expect(rows.map(({ path }) => path)).toContain('car-rental/apiProperties.json')
    expect(rows[0]?.html).toMatch(/^<li class="file-row" data-path="car-rental\/apiDefinition.swagger.json">/)
  })

  test('what is mended shows as gone, what is broken as new, by fingerprint', async () => {
    const { admin } = tracker.programme.contoso
    await check(admin, sample())
    const files = sampleWith('car-rental/apiProperties.json', (text) => text.replace('1f6f5c', '#1f6f5c'))
    const { page } = await check(admin, files)
    expect(page).toContain('0 new · 1 gone · 19 still there')
    const { page: back } = await check(admin, sample())
    expect(back).toContain('1 new · 0 gone · 19 still there')
  })

  test('reports are handed out as files that no browser shows', async () => {
    const { admin } = tracker.programme.contoso
    const { location } = await check(admin, sample())
    for (const [ending, begins] of [
      ['json', '{\n  "version": 1'],
      ['sarif', '{\n  "$schema"'],
      ['md', '## '],
    ] as const) {
      const answer = await admin.request(`${location}/report.${ending}`)
      expect(answer.headers.get('Content-Disposition')).toMatch(/^attachment; filename="report-run_[0-9a-f]+\.\w+"$/)
      expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
      expect((await answer.text()).startsWith(begins)).toBe(true)
    }
    expect((await admin.request(`${location}/report.exe`)).status).toBe(404)
  })

  test('fixes are shown before they are handed out', async () => {
    const { admin } = tracker.programme.contoso
    const { location, page } = await check(admin, sample())
    expect(page).toContain(`href="${location}/fixes"`)
    const fixes = await (await admin.request(`${location}/fixes`)).text()
    expect(fixes).toContain('&quot;#1f6f5c&quot;')
    const archive = await admin.request(`${location}/fixed-files.zip`)
    expect(archive.headers.get('Content-Type')).toBe('application/zip')
    const { page: mended } = await check(admin, [
      { path: 'fixed.zip', bytes: new Uint8Array(await archive.arrayBuffer()) },
    ])
    expect(mended).not.toContain('id="rule-file-json-valid"')
  })

  test('a rule is explained on a page of its own', async () => {
    const page = await (await tracker.programme.contoso.reader.request(`${base}/rules/info-title-max-length`)).text()
    expect(page).toContain('<h2>Wrong</h2>')
    expect((await tracker.programme.contoso.reader.request(`${base}/rules/__proto__`)).status).toBe(404)
  })

  test('secrets are named by file and line; the value is kept nowhere and shown nowhere', async () => {
    const { admin } = tracker.programme.contoso
    const secret = 'xq7Zt9LmPb2Kd8Rw4Vn6Hs3Jf5Gc1Ya0'
    const leaking = sampleWith('car-rental/apiProperties.json', (text) =>
      text.replace('"properties": {', `"properties": {\n    "clientSecret": "${secret}",`),
    )
    const { location, page } = await check(admin, leaking)
    expect(page).toContain('One file holds a secret. It was not stored.')
    expect(page).toContain('car-rental/apiProperties.json, line 3')
    expect(page).not.toContain(secret)
    for (const ending of ['report.json', 'report.sarif', 'report.md', 'fixes']) {
      expect(await (await admin.request(`${location}/${ending}`)).text()).not.toContain(secret)
    }
    const hex = Buffer.from(secret).toString('hex')
    const kept = await tracker.database.asOwner(
      `select (select count(*) from blobs where position('\\x${hex}'::bytea in content) > 0)::int as blobs,
        (select count(*) from run_reports where report like '%${secret}%' or detail::text like '%${secret}%')::int as reports,
        (select count(*) from audit_events where detail::text like '%${secret}%')::int as events`,
    )
    expect(kept).toEqual([{ blobs: 0, reports: 0, events: 0 }])
    expect((await admin.post(`${location}/rerun`, {})).status).toBe(409)
  })

  test('kept files are checked again by a job, with the same result', async () => {
    const { admin, isvId } = tracker.programme.contoso
    const { location } = await check(admin, sample())
    const answer = await admin.post(`${location}/rerun`, {})
    const again = answer.headers.get('Location') ?? ''
    const waiting = await admin.request(again)
    expect(waiting.headers.get('Refresh')).toBe('2')
    expect(await waiting.text()).toContain('are being checked</h1>')
    const job = { id: 'job_1', kind: 'run-check', organizationId: tracker.programme.organizationId, isvId, attempts: 1 }
    await runCheckJob(tracker.services)({ ...job, payload: { runId: again.split('/').at(-1) ?? '' } })
    const [first, second] = await Promise.all(
      [location, again].map(async (at) => (await admin.request(`${at}/report.json`)).text()),
    )
    expect(second).toBe(first)
  })

  test('a run whose process is gone ends as an error and changes no verdict', async () => {
    const { admin, isvId, productId } = tracker.programme.contoso
    const { location } = await check(admin, sample())
    const before = await item()
    await tracker.database.asOwner(
      `insert into verification_runs select (jsonb_populate_record(r, '{"id": "run_lost", "state": "running", "finished_at": null, "families": null}')).* from verification_runs r where id = '${location.split('/').at(-1)}'`,
    )
    await tracker.database.asOwner(
      `update verification_runs set files = (select jsonb_agg(f || '{"stored": false}') from jsonb_array_elements(files) f) where id = 'run_lost'`,
    )
    const job = { id: 'job_2', kind: 'run-check', organizationId: tracker.programme.organizationId, isvId, attempts: 1 }
    await runCheckJob(tracker.services)({ ...job, payload: { runId: 'run_lost' } })
    const page = await (await admin.request(`/products/${productId}/checks/run_lost`)).text()
    expect(page).toContain('could not be checked</h1>')
    expect(await item()).toEqual(before)
  })

  test('a double click has one effect', async () => {
    const { admin } = tracker.programme.contoso
    const [one, two] = await Promise.all([1, 2].map(() => send(admin, sample(), { idempotencyKey: 'twice' })))
    expect(one?.headers.get('Location')).toBe(two?.headers.get('Location'))
  })

  test('nobody reaches a check of somebody else, and readers run none', async () => {
    const { contoso, proseware } = tracker.programme
    const { location } = await check(contoso.admin, sample())
    const strangers = [proseware.admin, tracker.other.contoso.admin, tracker.other.partnerManager]
    for (const stranger of strangers) {
      for (const at of [
        base,
        location,
        `${location}/fixes`,
        `${location}/report.json`,
        `${location}/fixed-files.zip`,
      ]) {
        expect((await stranger.request(at)).status).toBe(404)
      }
      expect((await send(stranger, sample())).status).toBe(404)
      for (const act of ['count', 'cancel', 'rerun'])
        expect((await stranger.post(`${location}/${act}`, {})).status).toBe(404)
    }
    const mixed = location.replace(contoso.productId, proseware.productId)
    expect((await proseware.admin.request(mixed)).status).toBe(404)
    expect((await send(contoso.reader, sample())).status).toBe(403)
    expect((await contoso.reader.post(`${location}/rerun`, {})).status).toBe(403)
    expect((await contoso.reader.request(location)).status).toBe(200)
  })

  test('a check that has ended cannot be stopped any more', async () => {
    const { admin } = tracker.programme.contoso
    const { location } = await check(admin, sample())
    expect((await admin.post(`${location}/cancel`, {})).status).toBe(303)
    expect(await (await admin.request(location)).text()).toContain('does not yet meet')
  })

  test('who asks too often has to wait', async () => {
    const { member } = tracker.programme.proseware
    const at = `/products/${tracker.programme.proseware.productId}/checks`
    const small = [{ path: 'apiProperties.json', bytes: new TextEncoder().encode('{"properties":{}}') }]
    const statuses: number[] = []
    for (let count = 0; count < 21; count++) statuses.push((await send(member, small, {}, at)).status)
    expect(statuses).toEqual([...Array.from({ length: 20 }, () => 303), 429])
  })
})
