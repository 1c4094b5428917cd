import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeCheckPool, createCheckPool } from '../../checks/check-pool.ts'
import { tokenOf } from '../../testing/api-client.ts'
import { describeOnEachDatabase } from '../../testing/databases.ts'
import { sample } from '../../testing/sample-files.ts'
import { openTracker, type TestPerson, type TestTracker } from '../../testing/tracker.ts'

// What runs against the emulator printed when the tracker was built.
const folder = join(import.meta.dirname, '../../../build/demo/deployment')
const printed = (name: string): string => readFileSync(join(folder, name), 'utf8')
const fileOf = (text: string) => ({ path: 'report.json', bytes: new TextEncoder().encode(text) })
const emulatorsTenant = '0b0b0b0b-2222-4b4b-8b8b-000000000002'
/** The same in a tenant of nobody's that the emulator does not have. */
const elsewhere = (text: string): string => text.replaceAll(emulatorsTenant, '7d7d7d7d-5555-4d4d-8d8d-00000000000d')

const pool = createCheckPool()
afterAll(() => Promise.all([closeCheckPool(), pool.close()]))

describe('the check of a deployment’s report', () => {
  const profile = 'verified-publisher'
  const outcomes = async (text: string, ownTenants?: readonly string[]) => {
    const result = await pool.check({ files: [fileOf(text)], profile, ...(ownTenants && { ownTenants }) })
    const facts = Object.entries(result.families).map(([id, { outcome }]) => [id, outcome])
    return { ...result, facts: Object.fromEntries(facts) }
  }

  test('decides what the run shows, leaves open what it could not see, and is silent of the rest', async () => {
    const { rooms, reportJson, facts, counts, trouble } = await outcomes(printed('apply.json'), ['another-tenant'])
    expect(rooms).toEqual(['deployment-client'])
    expect(trouble).toEqual([])
    expect(JSON.parse(reportJson)).toMatchObject({
      ruleSet: { name: 'sevenstep rules' },
      subjects: [{ path: 'report.json', kind: 'deployment report', profile: 'deployment', target: 'apply' }],
    })
    expect(counts.error).toBe(0)
    expect(facts).toEqual({
      'deployment-tenant': 'not-checked',
      'deployment-environment': 'passed',
      'deployment-rights': 'passed',
      'deployment-database': 'passed',
      'deployment-connectors': 'passed',
      'deployment-connections': 'passed',
      'deployment-references': 'passed',
      'deployment-variables': 'passed',
      'deployment-policy': 'not-checked',
      'deployment-licence': 'not-checked',
      'deployment-finished': 'passed',
      'deployment-flows-on': 'passed',
      'deployment-secrets': 'passed',
    })
    expect((await outcomes(printed('apply-again.json'))).facts).toMatchObject({ 'deployment-repeated': 'passed' })
    expect((await outcomes(printed('rollback.json'))).facts).toEqual({
      'deployment-rights': 'passed',
      'deployment-removed': 'passed',
      'deployment-secrets': 'passed',
    })
  })

  test('whose tenant it is follows from where the vendor’s people sign in', async () => {
    const text = elsewhere(printed('apply.json'))
    expect((await outcomes(text, ['another'])).facts).toMatchObject({ 'deployment-tenant': 'passed' })
    expect((await outcomes(text)).facts).toMatchObject({ 'deployment-tenant': 'not-checked' })
    const own = await outcomes(text, ['7d7d7d7d-5555-4d4d-8d8d-00000000000d'])
    expect(own.facts).toMatchObject({ 'deployment-tenant': 'failed' })
  })

  test('a secret in it fails, is shown nowhere, and keeps the file from being stored', async () => {
    const token = `eyJ${'a'.repeat(30)}.eyJ${'b'.repeat(30)}.${'c'.repeat(20)}`
    const { facts, secrets, reportJson, shown } = await outcomes(
      printed('apply.json').replace('It is not there yet.', `It says ${token}`),
    )
    expect(facts).toMatchObject({ 'deployment-secrets': 'failed' })
    expect(secrets).toMatchObject([{ path: 'report.json', rule: 'report-no-secret' }])
    expect(reportJson + JSON.stringify(shown)).not.toContain(token)
  })

  test('handed in with a connector both are judged, and one that is cut off is left out and said', async () => {
    const whole = printed('apply.json')
    const both = await pool.check({ files: [...sample(), fileOf(whole)], profile })
    expect(both.rooms).toEqual(['certification-rules', 'deployment-client'])
    expect(both.families).toMatchObject({
      'info-title': { outcome: 'failed' },
      'deployment-finished': { outcome: 'passed' },
    })
    const half = await pool.check({ files: [...sample(), fileOf(whole.slice(0, whole.length / 2))], profile })
    expect(half.rooms).toEqual(['certification-rules'])
    expect(half.trouble).toEqual([])
    expect(half.unread.map(({ path, what }) => [path, what.nl.includes('afgebroken')])).toEqual([['report.json', true]])
    expect(half.families['deployment-finished']).toBeUndefined()
  })
})

describeOnEachDatabase('An uploaded report of a deployment', (open) => {
  let tracker: TestTracker
  let productId = ''

  beforeAll(async () => {
    tracker = await openTracker(open)
    productId = tracker.programme.contoso.productId
  })

  const check = async (person: TestPerson, text: string): Promise<string> => {
    const form = new FormData()
    form.append('files', new Blob([text]), 'report.json')
    const headers = { Accept: 'application/x-ndjson' }
    const answer = await person.request(`/products/${productId}/checks/uploads`, {
      method: 'POST',
      body: form,
      headers,
    })
    const last: { location?: string } = JSON.parse((await answer.text()).trimEnd().split('\n').at(-1) ?? '{}')
    return last.location ?? ''
  }

  /** What the latest run recorded says of each family. */
  const factsOf = async (location: string): Promise<Readonly<Record<string, unknown>>> => {
    const [row] = await tracker.database.asOwner(
      `select rooms, state, families, problem from verification_runs where id = '${location.split('/').at(-1)}'`,
    )
    return row ?? {}
  }

  test('is told by its content, and recorded with the rules that judged it', async () => {
    const { admin } = tracker.programme.contoso
    const location = await check(admin, printed('apply.json'))
    expect(await factsOf(location)).toMatchObject({
      rooms: ['deployment-client'],
      state: 'passed',
      families: { 'deployment-finished': { outcome: 'passed' }, 'deployment-tenant': { outcome: 'not-checked' } },
    })
    const page = await (await admin.request(location)).text()
    expect(page).toContain('reported by the ISV’s own run')
    expect(page).toContain('Nothing in the report speaks against the deployment of')
    expect(page).toContain('id="rule-report-rehearsal"')
    expect(page).toContain('the items of step 5 rest on it')
    expect(page).toContain('What the report says of the checklist')
    expect(page).toContain(`/products/${productId}/items/5.connectors-present`)
    expect((await admin.request(`/products/${productId}/checks/rules/report-rehearsal`)).status).toBe(200)
  })

  test('the page of an item names the source of the fact', async () => {
    const { admin } = tracker.programme.contoso
    const page = await (await admin.request(`/products/${productId}/items/5.flow-on`)).text()
    expect(page).toContain('deployment-flows-on')
    expect(page).toContain('reported by the ISV’s own run')
    expect(page).toContain('our check of what the ISV’s own run reported')
    expect(page).not.toContain('Checked by a person')
  })

  test('is taken by the API as well', async () => {
    const api = await tokenOf(tracker, tracker.programme.contoso.admin)
    const form = new FormData()
    form.append('files', new Blob([printed('rollback.json')]), 'rollback.json')
    const { status, body } = await api('POST', `/products/${productId}/checks/uploads`, { raw: form })
    expect(status).toBe(202)
    const run = async () => (await api('GET', `/products/${productId}/checks/${body.runId}`)).body
    await expect.poll(async () => (await run()).state, { timeout: 60_000 }).toBe('passed')
    expect(await factsOf(String(body.runId))).toMatchObject({
      rooms: ['deployment-client'],
      families: { 'deployment-removed': { outcome: 'passed' } },
    })
  })

  test('one that is cut off is refused with its place, and changes nothing', async () => {
    const { admin } = tracker.programme.contoso
    const whole = printed('apply.json')
    const half = whole.slice(0, whole.length / 2)
    const location = await check(admin, half)
    const { state, problem, families } = await factsOf(location)
    expect({ state, families }).toEqual({ state: 'error', families: null })
    const line = half.split('\n').length
    expect(problem).toMatchObject({
      en: expect.stringMatching(new RegExp(`^report\\.json, line ${line}, column \\d+: The report is cut off`)),
      nl: expect.stringMatching(new RegExp(`^report\\.json, regel ${line}, kolom \\d+: Het rapport is afgebroken`)),
    })
    expect(await (await admin.request(location)).text()).toContain('cut off')
    const dutch = await admin.request(location, { headers: { Cookie: 'language=nl' } })
    expect(await dutch.text()).toContain('Het rapport is afgebroken')
  })

  test('one that lies is refused with the place of the lie', async () => {
    const report = JSON.parse(printed('apply.json'))
    report.targets[1].result.steps[0].state = 'failed'
    const text = JSON.stringify(report, undefined, 2)
    const { state, problem } = await factsOf(await check(tracker.programme.contoso.admin, text))
    expect(state).toBe('error')
    const line = text.slice(0, text.lastIndexOf('"outcome"')).split('\n').length
    expect(problem).toMatchObject({
      en: expect.stringContaining('The run is said to be done, and connector/stock is “failed”.'),
      nl: expect.stringContaining(`regel ${line}, kolom `),
    })
  })

  test('into the tenant that its own people sign in from proves no customer’s', async () => {
    const { admin } = tracker.programme.contoso
    const [own] = await tracker.database.asOwner(
      `select u.entra_tenant_id as tenant from memberships m join users u on u.id = m.user_id join products p on p.isv_id = m.isv_id where p.id = '${productId}' limit 1`,
    )
    const text = printed('apply.json').replaceAll(emulatorsTenant, String(own?.tenant))
    const location = await check(admin, text)
    expect(await factsOf(location)).toMatchObject({ families: { 'deployment-tenant': { outcome: 'failed' } } })
    expect(await (await admin.request(location)).text()).toContain('The report says what the deployment of')
  })
})
