import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeCheckPool, createCheckPool } from '../../checks/check-pool.ts'
import { describeOnEachDatabase } from '../../testing/databases.ts'
import { sample } from '../../testing/sample-files.ts'
import { openTracker, type TestPerson, type TestTracker } from '../../testing/tracker.ts'

const folder = join(import.meta.dirname, '../../../../../examples/app-registration')
const faulty = readFileSync(join(folder, 'app-manifest.json'))
const mended = readFileSync(join(folder, 'mended/app-manifest.json'))
const fileOf = (bytes: Uint8Array) => ({ path: 'app-manifest.json', bytes: new Uint8Array(bytes) })

const pool = createCheckPool()
afterAll(() => Promise.all([closeCheckPool(), pool.close()]))

describe('the check of an app registration', () => {
  const profile = 'verified-publisher'

  test('judges by the rules of step 2, and says nothing of step 1', async () => {
    const { rooms, reportJson, counts, families, secrets } = await pool.check({
      files: [fileOf(faulty)],
      profile,
      today: '2026-11-20',
    })
    expect(rooms).toEqual(['sign-in-checks'])
    expect(JSON.parse(reportJson)).toMatchObject({
      ruleSet: { name: 'sevenstep rules' },
      subjects: [{ path: 'app-manifest.json', kind: 'app registration', profile: 'production' }],
    })
    expect(counts.error).toBeGreaterThan(5)
    expect(families['redirect-scheme']).toMatchObject({ outcome: 'failed' })
    expect(families['application-id']).toMatchObject({ outcome: 'passed' })
    expect(families['info-title']).toBeUndefined()
    expect(secrets).toEqual([
      { path: 'app-manifest.json', file: 'app-manifest.json', line: 39, rule: 'credential-no-secret-value' },
    ])
    expect(reportJson).not.toContain('not-a-real-secret')
  })

  test('makes the mends that are plain', async () => {
    const { mended: made } = await pool.mend({ files: [fileOf(faulty)], profile })
    expect(made.map(({ path, count }) => [path, count])).toEqual([['app-manifest.json', 2]])
  })

  test('handed in with a connector, each is judged by the rules of its step', async () => {
    const { rooms, reportJson, families } = await pool.check({ files: [...sample(), fileOf(mended)], profile })
    expect(rooms).toEqual(['certification-rules', 'sign-in-checks'])
    expect(JSON.parse(reportJson)).toMatchObject({ subjects: [{ kind: 'connector' }, { kind: 'app registration' }] })
    expect(families).toMatchObject({ 'info-title': { outcome: 'failed' }, 'redirect-scheme': { outcome: 'passed' } })
  })
})

describeOnEachDatabase('An uploaded app registration', (open) => {
  let tracker: TestTracker
  let productId = ''

  beforeAll(async () => {
    tracker = await openTracker(open)
    productId = tracker.programme.contoso.productId
  })

  /** Hands files in with the island's patience: the answer ends when the check has. */
  const check = async (person: TestPerson, files: readonly { path: string; bytes: Uint8Array }[]): Promise<string> => {
    const form = new FormData()
    for (const { path, bytes } of files) form.append('files', new Blob([new Uint8Array(bytes)]), path)
    const headers = { Accept: 'application/x-ndjson' }
    const answer = await person.request(`/products/${productId}/checks/uploads`, {
      method: 'POST',
      body: form,
      headers,
    })
    const last: { location?: string } = JSON.parse((await answer.text()).trimEnd().split('\n').at(-1) ?? '{}')
    return last.location ?? ''
  }

  const verdicts = async (ids: readonly string[]): Promise<Readonly<Record<string, unknown>>> => {
    const list = ids.map((id) => `'${id}'`).join()
    const rows = await tracker.database.asOwner(
      `select item_id, verdict from item_states where product_id = '${productId}' and item_id in (${list})`,
    )
    return Object.fromEntries(rows.map((row) => [String(row.item_id), row.verdict]))
  }

  test('decides the items of step 2 that its rules know, and leaves step 1 as it was', async () => {
    const { admin } = tracker.programme.contoso
    await check(admin, sample())
    const before = await verdicts(['1.title-fitting'])
    expect(before).toEqual({ '1.title-fitting': 'failing' })

    const location = await check(admin, [fileOf(faulty)])
    expect(await verdicts(['1.title-fitting', '2.redirect-uris-secure', '2.credentials-valid'])).toEqual({
      ...before,
      '2.redirect-uris-secure': 'failing',
      '2.credentials-valid': 'failing',
    })
    const page = await (await admin.request(location)).text()
    expect(page).toContain('id="rule-redirect-https"')
    expect(page).toContain('as an app registration in production')
    expect(page).not.toContain('as a verified publisher')
    expect(page).not.toContain('not-a-real-secret')
    expect((await admin.request(`/products/${productId}/checks/rules/redirect-https`)).status).toBe(200)
    const item = await (await admin.request(`/products/${productId}/items/2.redirect-uris-secure`)).text()
    expect(item).toContain('redirect-scheme')
    expect(item).toContain('Redirect addresses use https, except localhost.')

    await check(admin, [fileOf(mended)])
    const after = await verdicts([
      '1.title-fitting',
      '2.redirect-uris-secure',
      '2.credentials-valid',
      '2.redirect-length',
    ])
    expect(after).toEqual({
      ...before,
      '2.redirect-uris-secure': 'proved',
      '2.credentials-valid': 'proved',
      '2.redirect-length': 'proved',
    })
  })

  test('the check of a connector leaves step 2 as it was', async () => {
    await check(tracker.programme.contoso.admin, sample())
    expect(await verdicts(['2.redirect-uris-secure'])).toEqual({ '2.redirect-uris-secure': 'proved' })
  })

  test('runs are told apart by the rules that judged them', async () => {
    const rows = await tracker.database.asOwner(
      `select rooms->>0 as room, count(*)::int as many from verification_runs where product_id = '${productId}' group by 1 order by 1`,
    )
    expect(rows).toEqual([
      { room: 'certification-rules', many: 2 },
      { room: 'sign-in-checks', many: 2 },
    ])
  })
})
