import { join } from 'node:path'
import type { Report } from '@sevenstep/findings'
import { initOffer } from '@sevenstep/listing-checks/init'
import { ruleFamiliesNamed } from '@sevenstep/onboarding'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeCheckPool, createCheckPool } from '../../checks/check-pool.ts'
import type { UploadedFile } from '../../checks/worker/messages.ts'
import { describeOnEachDatabase } from '../../testing/databases.ts'
import { filesBelow, sample } from '../../testing/sample-files.ts'
import { openTracker, type TestPerson, type TestTracker } from '../../testing/tracker.ts'

const example = (name: string, folder = name): readonly UploadedFile[] =>
  filesBelow(join(import.meta.dirname, '../../../../../examples', name), folder)
const zipped = (name: string, path = `${name}.zip`): readonly UploadedFile[] => [
  { path, bytes: zipSync(Object.fromEntries(example(name, '').map((file) => [file.path, file.bytes]))) },
]
const fileOf = (path: string, text: string): UploadedFile => ({ path, bytes: new TextEncoder().encode(text) })

/** A file with another text in place of one, where it is the one named. */
function changed(file: UploadedFile, name: string, from: string, to: string): UploadedFile {
  if (!file.path.endsWith(name)) return file
  return fileOf(file.path, new TextDecoder().decode(file.bytes).replace(from, to))
}

const pool = createCheckPool()
afterAll(() => Promise.all([closeCheckPool(), pool.close()]))
const check = (files: readonly UploadedFile[]) =>
  pool.check({ files, profile: 'verified-publisher', today: '2026-11-20' })
const outcomes = async (files: readonly UploadedFile[]) => {
  const result = await check(files)
  // What had nothing to look at says what to hand in, and nothing of the item.
  const facts = Object.entries(result.families).map(([id, { outcome, handIn }]) => [
    id,
    handIn === undefined ? outcome : 'lacking',
  ])
  return { ...result, facts: Object.fromEntries(facts) }
}

describe('what is handed in is told by its content', () => {
  test.each([
    ['a flow’s folder', example('flow-package'), 'flow-templates', 'flow package'],
    ['a flow’s zip', zipped('flow-package'), 'flow-templates', 'flow package'],
    ['a page with its script', example('embed'), 'flow-embed', 'host page'],
    ['a script alone', example('embed', '').slice(1, 2), 'flow-embed', 'host page'],
    ['lists of licences', example('licences'), 'licensing-checks', 'licences'],
    [
      'a table of licences',
      [fileOf('u.csv', 'UserPrincipalName,Licenses\na@b.example,FLOW_FREE\n')],
      'licensing-checks',
      'licences',
    ],
    ['an offer’s folder', example('offer'), 'listing-checks', 'offer'],
    ['an offer’s zip', zipped('offer'), 'listing-checks', 'offer'],
  ])('%s', async (_, files, room, kind) => {
    const result = await check(files)
    expect(result.trouble).toEqual([])
    expect(result.rooms).toEqual([room])
    expect(JSON.parse(result.reportJson)).toMatchObject({ ruleSet: { name: 'sevenstep rules' }, subjects: [{ kind }] })
    expect(result.files.length).toBeGreaterThan(0)
  })

  test('every kind in one upload is judged by the rules of its step, and what nobody knows is named', async () => {
    const notes = fileOf('notes/plan.txt', 'Ship it.')
    const files = [...sample(), ...example('offer'), ...example('licences'), ...zipped('flow-package'), notes]
    const { rooms, reportJson, families, trouble, unread, unrecognised } = await check(files)
    expect(rooms).toEqual(['certification-rules', 'flow-templates', 'licensing-checks', 'listing-checks'])
    expect([trouble, unread]).toEqual([[], []])
    expect(
      JSON.parse(reportJson).subjects.map((subject: Report['subjects'][number]) => [subject.kind, subject.path]),
    ).toEqual([
      ['connector', 'car-rental'],
      ['flow package', 'flow-package.zip'],
      ['licences', 'licences'],
      ['offer', 'offer'],
    ])
    expect(unrecognised).toContain('notes/plan.txt')
    expect(unrecognised.filter((path) => /\.(?:png|pdf|zip)$/.test(path) || path.startsWith('car-rental'))).toEqual([])
    expect(families).toMatchObject({
      'info-title': { outcome: 'failed' },
      'package-readable': { outcome: 'passed' },
      'usage-location': { outcome: 'failed' },
      'listing-summary': { outcome: 'passed' },
    })
  })

  test('a family of rules that two rooms have counts for the room that its item names', async () => {
    // Step 2 has a family "landing-page" as well; an offer's page says nothing of it.
    const { families } = await check(example('offer'))
    expect(families['landing-page']).toBeUndefined()
    expect(
      Object.keys(families).filter((family) => ruleFamiliesNamed().get(family)?.startsWith('7.') !== true),
    ).toEqual([])
  })

  test.each([
    ['a text', [fileOf('notes.txt', 'hello')], 'nothing else that is checked here'],
    ['other JSON', [fileOf('data.json', '{"a":1}')], 'nothing else that is checked here'],
    ['a page without widgets', [fileOf('site/index.html', '<p>hello'), fileOf('site/a.js', 'let a')], 'nothing else'],
    ['a zip of texts', [{ path: 'a.zip', bytes: zipSync({ 'a.txt': new Uint8Array(3) }) }], 'nothing else'],
    [
      'a solution without flows',
      [
        fileOf(
          's/solution.xml',
          '<ImportExportXml><SolutionManifest><UniqueName>S</UniqueName><Version>1.0.0.0</Version></SolutionManifest></ImportExportXml>',
        ),
      ],
      'There is no flow in s',
    ],
  ])('%s is refused', async (_, files, what) => {
    const { trouble } = await check(files)
    expect(trouble[0]?.what.en).toContain(what)
    expect(trouble[0]?.what.nl).not.toContain(what)
  })
})

describe('facts', () => {
  test('a rule of its own and a family are decided side by side', async () => {
    const { facts } = await outcomes(example('flow-package'))
    expect(facts).toMatchObject({
      'package-readable': 'passed',
      'export-manifest': 'passed',
      'flow-one-trigger': 'passed',
      'flow-description-present': 'failed',
      secrets: 'failed',
      'licence-tier': 'advised',
      'flow-error-path': 'advised',
    })
  })

  test('a page says nothing of what it does not show, nor of what only a browser sees', async () => {
    const { facts } = await outcomes(example('embed', '').slice(1, 2))
    expect(facts).toMatchObject({
      'embed-token-answered': 'passed',
      'page-https': 'lacking',
      'token-fits': 'lacking',
      'embed-gallery-address': 'lacking',
    })
    const gallery = '<iframe src="https://make.powerautomate.com/manage/widgets/templates/en-us/" title="T"></iframe>'
    const alone = (await outcomes([fileOf('g/index.html', gallery)])).facts
    expect(alone['embed-gallery-address']).toBe('advised')
    expect(alone['embed-token-answered']).toBe('lacking')
  })

  test('lists say nothing of what is in none of them', async () => {
    const [, flows] = example('licences', '')
    const { facts } = await outcomes(flows === undefined ? [] : [flows])
    expect(facts).toMatchObject({ 'licence-users-listed': 'lacking', 'licence-connector-tier-known': 'passed' })
    for (const id of ['licence-covers-flow', 'usage-location', 'licence-seats-left', 'licence-quantity-offered']) {
      expect(facts[id], id).toBe('lacking')
    }
  })

  test('an offer of one kind says nothing of the other kind’s package', async () => {
    const { facts } = await outcomes(example('offer'))
    expect(facts).toMatchObject({
      'listing-summary': 'passed',
      'test-drive-removed': 'passed',
      'input-xml-dates': 'not-needed',
    })
    // Test drives are not asked for in this edition, whatever the offer.
    expect(facts['test-drive-fields']).toBeUndefined()
  })
})

test('files of a package in a folder count for the package, and notes beside an offer are none of it', async () => {
  const { files } = await check(example('offer-planted-faults'))
  const paths = files.map(({ path }) => path)
  expect(paths).toContain('offer-planted-faults/package/fleet-desk.zip')
  expect(paths.filter((path) => /input\.xml|README/.test(path))).toEqual([])
  expect(new Set(paths).size).toBe(paths.length)
})

test('a picture that was made to be replaced is not said to be in order', async () => {
  const { files } = await check(initOffer('saas', { today: '2026-11-20' }))
  const rows = new Map(files.map(({ path, errors }) => [path, errors]))
  for (const path of ['images/logo-large.png', 'images/screenshot-1.png', 'documents/overview.pdf'])
    expect([path, rows.get(path)]).toEqual([path, 1])
})

describe('mends', () => {
  test.each([
    ['a flow’s folder', example('flow-package'), [['flow-package/manifest.json', 3]]],
    ['a flow’s zip', zipped('flow-package'), []],
    ['a page', example('embed-planted'), [['embed-planted/app.js', 3]]],
  ])('of %s', async (_, files, expected) => {
    const { mended } = await pool.mend({ files, profile: 'verified-publisher' })
    expect(mended.map(({ path, count }) => [path, count])).toEqual(expected)
  })
})

test('a secret in any of them is shown nowhere, and keeps the file from being stored', async () => {
  const leaks = [
    ['flow-package', /flows\/[^/]+\/definition\.json$/],
    ['offer', /^offer\/offer\.yaml$/],
  ] as const
  for (const [name, where] of leaks) {
    const value = 'xq7Zt9LmPb2Kd8Rw4Vn6Hs3Jf5Gc1Ya0xq7Zt9LmPb2Kd8Rw4Vn6'
    const files = example(name).map((file) => {
      if (!where.test(file.path)) return file
      const text = new TextDecoder().decode(file.bytes)
      return fileOf(
        file.path,
        name === 'offer' ? `${text}\npassword: ${value}\n` : text.replace(/("x-api-key": ?")[^"]*/i, `$1${value}`),
      )
    })
    const result = await check(files)
    expect(new TextDecoder().decode(files.find(({ path }) => where.test(path))?.bytes)).toContain(value)
    expect(result.secrets.map(({ path }) => where.test(path))).toContain(true)
    expect(JSON.stringify(result)).not.toContain(value)
  }
})

describeOnEachDatabase('Uploads of steps 3, 4, 6 and 7', (open) => {
  let tracker: TestTracker
  let productId = ''

  beforeAll(async () => {
    tracker = await openTracker(open)
    productId = tracker.programme.contoso.productId
    await tracker.database.asOwner(
      `update products set goals = jsonb_set(goals, '{embed-ui}', '"yes"') where id = '${productId}'`,
    )
  })

  const upload = async (person: TestPerson, files: readonly UploadedFile[]): Promise<string> => {
    const form = new FormData()
    for (const { path, bytes } of files) {
      form.append('files', new Blob([new Uint8Array(bytes)]), 'file')
      form.append('paths', path)
    }
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

  test.each([
    {
      files: () => zipped('flow-package'),
      room: 'flow-templates',
      words: 'as a template for customers',
      failing: '4.no-secrets-inside',
      proved: '4.one-trigger',
      rule: 'flow-no-secret',
    },
    {
      files: () => example('embed').map((file) => changed(file, 'app.js', "tab: 'myFlows'", "tab: 'mine'")),
      room: 'flow-embed',
      words: 'as a page in production',
      failing: '3.tab-valid',
      proved: '3.token-event-answered',
      rule: 'embed-tab-value',
    },
    {
      files: () => example('licences'),
      room: 'licensing-checks',
      words: 'as the licences of one customer in production',
      failing: '6.usage-location',
      proved: '6.plan-active',
      rule: 'licence-usage-location',
    },
    {
      files: () => example('offer-planted-faults'),
      room: 'listing-checks',
      words: 'as an offer for AppSource',
      failing: '7.summary-fitting',
      proved: '7.industries-chosen',
      rule: 'summary-one-line',
    },
  ])('$room decides its items, and names the finding', async ({ files, room, words, failing, proved, rule }) => {
    const { admin } = tracker.programme.contoso
    const location = await upload(admin, files())
    const [run] = await tracker.database.asOwner(
      `select rooms, state, problem from verification_runs where id = '${location.split('/').at(-1)}'`,
    )
    expect(run).toEqual({ rooms: [room], state: 'failed', problem: null })
    expect(await verdicts([failing, proved])).toEqual({ [failing]: 'failing', [proved]: 'proved' })
    const page = await (await admin.request(location)).text()
    expect(page).toContain(words)
    expect(page).toContain(`id="rule-${rule}"`)
    expect(page).toContain(`the items of step ${failing.slice(0, 1)} rest on it`)
    expect(page).toContain('stays as an earlier check left it, with its date')
    expect(page).toContain(`/products/${productId}/items/${failing}`)
    expect((await admin.request(`/products/${productId}/checks/rules/${rule}`)).status).toBe(200)
    const item = await (await admin.request(`/products/${productId}/items/${failing}`)).text()
    expect(item).toContain(`rules/${rule}`)
  })

  test('what a template shows counts for the page beside it as our own reading, and the result says so', async () => {
    const { admin } = tracker.programme.contoso
    const files = [
      ...example('embed', 'site'),
      ...example('flow-package', 'template').map((file) =>
        changed(file, 'definition.json', '"$connections": {', '"vehicle": { "type": "String" }, "$connections": {'),
      ),
    ]
    const location = await upload(admin, files)
    const page = await (await admin.request(location)).text()
    expect(page).toMatch(
      /We read it in these files ourselves[\s\S]*the parameters that templates declare, from <bdi>template<\/bdi>/,
    )
    expect(await verdicts(['3.gallery-parameters'])).toEqual({ '3.gallery-parameters': 'proved' })
  })

  test('a file that is none of the kinds is refused, and changes nothing', async () => {
    const before = await verdicts(['4.one-trigger', '7.summary-fitting'])
    const { admin } = tracker.programme.contoso
    const location = await upload(admin, [fileOf('data.json', '{"a":1}')])
    const page = await (await admin.request(location)).text()
    expect(page).toContain('nothing else that is checked here')
    expect(page).toContain('exported flows and solutions')
    expect(await verdicts(['4.one-trigger', '7.summary-fitting'])).toEqual(before)
  })
})
