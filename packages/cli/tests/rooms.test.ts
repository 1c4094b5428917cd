import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Console } from '../src/console.ts'
import { printHostFacts } from '../src/embed/print-host-facts.ts'
import { folderWith, put, root, ruleIdsIn, runHere } from './run-command.ts'

const flow = join(root, 'examples/flow-package')
const lists = join(root, 'examples/licences')

describe('flow draw', () => {
  test('draws SVG, and the same in words', async () => {
    const { code, out } = await runHere(['flow', 'draw', flow])
    expect(code).toBe(0)
    expect(out).toMatch(/^<svg[\s\S]+<\/svg>\n$/)
    expect(out).toContain('Send it on')
    expect((await runHere(['flow', 'draw', flow, '--format', 'text'])).out).toContain('2. Send it on')
  })

  test('writes a file', async () => {
    const folder = folderWith()
    expect((await runHere(['flow', 'draw', flow, '--output', 'flow.svg'], { folder })).error).toBe('Wrote flow.svg.\n')
    expect(readFileSync(join(folder, 'flow.svg'), 'utf8')).toContain('</svg>')
  })

  test.each([
    [[flow, '--flow', 'File a damage repot'], 2, 'Did you mean "File a damage report"?'],
    [[join(root, 'examples/mended')], 3, 'examples/mended: '],
    [['nowhere.zip'], 3, 'nowhere.zip'],
  ])('%j is said', async (words, exit, said) => {
    const { code, error } = await runHere(['flow', 'draw', ...words])
    expect(error).toContain(said)
    expect(code).toBe(exit)
  })
})

describe('flow scrub', () => {
  test.each(['clean.zip', 'clean'])('writes %s, in which nothing private is found any more', async (name) => {
    const folder = folderWith()
    const before = readFileSync(join(flow, 'manifest.json'), 'utf8')
    const { code, out, error } = await runHere(['flow', 'scrub', flow, name], { folder })
    expect(code).toBe(0)
    expect(error).toBe(`Wrote ${name}.\n`)
    expect(out).toContain('adele@fleetdesk.io')
    expect(out).not.toContain('not-a-real-key')
    const checked = await runHere(['check', name, '--format', 'json'], { folder })
    expect(ruleIdsIn(checked.out).filter((id) => id.startsWith('flow-no-'))).toEqual([])
    expect(readFileSync(join(flow, 'manifest.json'), 'utf8')).toBe(before)
    const again = await runHere(['flow', 'scrub', name, '--dry-run'], { folder })
    expect(again.out).toBe('Nothing to take out.\n')
  })

  test('JSON names the places, never a secret', async () => {
    const { out } = await runHere(['flow', 'scrub', flow, '--dry-run', '--format', 'json'])
    expect(JSON.parse(out).map(({ rule }: { rule: string }) => rule)).toContain('flow-no-secret')
    expect(out).not.toContain('not-a-real-key')
  })

  test('never writes over what is there, and asks for a place', async () => {
    const folder = folderWith({ 'kept.zip': 'mine' })
    const { code } = await runHere(['flow', 'scrub', flow, 'kept.zip'], { folder })
    expect(code).toBe(3)
    expect(readFileSync(join(folder, 'kept.zip'), 'utf8')).toBe('mine')
    expect(await runHere(['flow', 'scrub', flow])).toMatchObject({
      code: 2,
      error: expect.stringContaining('There is no place for the copy.'),
    })
  })
})

describe('embed headers', () => {
  test.each([
    ['text', /^content-security-policy: default-src 'self'; script-src 'self' https:\/\/make\.powerautomate\.com/],
    ['nginx', /^add_header content-security-policy "default-src 'self'/],
    ['apache', /^Header always set content-security-policy "/],
  ])('%s', async (format, expected) => {
    const { code, out } = await runHere(['embed', 'headers', '--format', format])
    expect(code).toBe(0)
    expect(out).toMatch(expected)
  })

  test('what it prints is what a check of a page is content with', async () => {
    const { out } = await runHere(['embed', 'headers'])
    const folder = folderWith({ 'headers.txt': out })
    const words = ['check', join(root, 'examples/embed'), '--headers', 'headers.txt', '--format', 'json']
    const report = JSON.parse((await runHere(words, { folder })).out)
    expect(report.counts).toEqual({ error: 0, warning: 0, info: 0 })
    const unseen = report.subjects.flatMap((subject: { notChecked: { reason: string }[] }) => subject.notChecked)
    expect(unseen.map(({ reason }: { reason: string }) => reason).join()).not.toContain('headers')
  })

  test('sources of your own go in; what is none is said', async () => {
    const { out } = await runHere(['embed', 'headers', '--allow', 'script-src=https://cdn.example', '--format', 'json'])
    expect(JSON.parse(out)['content-security-policy']).toContain(' https://cdn.example;')
    for (const wrong of [
      ['--allow', 'https://cdn.example'],
      ['--allow', 'img-src=a;b'],
      ['--host', 'nowhere'],
    ])
      expect((await runHere(['embed', 'headers', ...wrong])).code).toBe(2)
  })
})

describe('embed facts', () => {
  const silent = { folder: root, today: '2026-01-15' }

  test('what a page is sent with is judged by check', async () => {
    const printed: string[] = []
    const console = { ...silent, out: (text: string) => printed.push(text) }
    const headers = { 'content-security-policy': "frame-src 'none'", 'content-type': 'text/html' }
    // Only what this command uses of a console is given.
    const code = await printHostFacts(
      'https://fleetdesk.example/',
      'current',
      console as unknown as Console,
      async (url) => ({
        ok: true,
        answer: { url, status: 200, headers, bytes: new Uint8Array(), hops: [], address: '192.0.2.1' },
      }),
    )
    expect(code).toBe(0)
    const folder = folderWith({ 'facts.json': printed.join('') })
    const words = ['check', join(root, 'examples/embed'), '--facts', 'facts.json', '--format', 'json']
    expect(ruleIdsIn((await runHere(words, { folder })).out)).toContain('embed-csp-frame')
  })

  test('nothing but public addresses is reached', async () => {
    const { code, error } = await runHere(['embed', 'facts', 'http://127.0.0.1:9/'])
    expect(code).toBe(4)
    expect(error).toContain('why:')
  })
})

describe('licences', () => {
  test('report says who is not covered, and why', async () => {
    const { code, out } = await runHere(['licences', 'report', lists, '--title', 'Vantage Rentals'])
    expect(code).toBe(1)
    expect(out).toMatch(/^Vantage Rentals\n/)
    expect(out).toContain('gap  ben@vantage.example: File the damage report.')
  })

  test.each([
    ['json', /^\{/],
    ['html', /^<!doctype html>/],
    ['csv', /^user,flow,state/],
  ])('report as %s goes to a file', async (format, expected) => {
    const folder = folderWith()
    const words = ['licences', 'report', lists, '--format', format, '--output', 'report']
    expect((await runHere(words, { folder })).error).toBe('Wrote report.\n')
    const text = readFileSync(join(folder, 'report'), 'utf8')
    expect(text).toMatch(expected)
    expect(text).toContain('ben@vantage.example')
  })

  test('plan takes prices', async () => {
    const euros = (amount: number) => ({ amount, currency: 'EUR' })
    const folder = folderWith({ 'prices.json': JSON.stringify({ perUser: euros(15), perProcess: euros(150) }) })
    const { code, out } = await runHere(['licences', 'plan', lists, '--prices', 'prices.json'], { folder })
    expect(code).toBe(1)
    expect(out).toMatch(
      /^To buy, one of:\n {2}A licence for each person: 2 × Power Automate Premium: 30\.00 EUR a billing period\n {4}for ben@/,
    )
    put(folder, 'prices.json', '{ "perUser": 15 }')
    expect(await runHere(['licences', 'plan', lists, '--prices', 'prices.json'], { folder })).toMatchObject({
      code: 2,
      error: expect.stringContaining('cannot be used as prices.'),
    })
  })

  test.each([
    ['flows', 'users.json', 'flows are meant to run'],
    ['people', 'flows.json', 'holds which licence'],
  ])('without %s nobody is judged, and it is said', async (_, only, lacking) => {
    for (const what of ['plan', 'report']) {
      const { code, out, error } = await runHere(['licences', what, join(lists, only)])
      expect(code).toBe(6)
      expect(error).toContain(`Nobody was judged: no list says`)
      expect(error).toContain(lacking)
      expect(out).not.toContain('Nothing to buy')
      expect(out).toContain('Not judged:')
    }
  })

  test('a list that breaks off in a folder is refused with its place, never passed over', async () => {
    const text = readFileSync(join(lists, 'users.json'), 'utf8')
    const folder = folderWith({
      'tenant/flows.json': readFileSync(join(lists, 'flows.json'), 'utf8'),
      'tenant/users.json': text.slice(0, text.indexOf('ben@')),
    })
    expect(await runHere(['licences', 'report', 'tenant'], { folder })).toMatchObject({
      code: 3,
      out: '',
      error: expect.stringMatching(/tenant\/users\.json:\d+:\d+: the JSON cannot be read from here on/),
    })
    put(folder, 'tenant/users.json', '{\n  "value": [\n    {')
    const checked = await runHere(['check', 'tenant', '--quiet'], { folder })
    expect(checked.code).toBe(1)
    expect(checked.out).toMatch(/^tenant\/users\.json:3:5 {2}error {2}The JSON cannot be read from here on/)
  })

  test('flows of packages can be completed and judged', async () => {
    const { out } = await runHere(['licences', 'flows', flow])
    const { flows } = JSON.parse(out)
    expect(flows).toMatchObject([{ name: 'File a damage report', trigger: 'instant' }])
    const completed = { flows: [{ ...flows[0], runners: ['adele@vantage.example'] }] }
    const folder = folderWith({ 'flows.json': JSON.stringify(completed) })
    const words = ['licences', 'report', join(lists, 'users.json'), 'flows.json']
    const report = await runHere(words, { folder })
    expect(report.code).toBe(0)
    expect(report.out).toContain('1 covered, 0 gaps')
  })

  test('catalogue says what is new in a table', async () => {
    const table = [
      'Product_Display_Name,String_Id,GUID,Service_Plan_Name,Service_Plan_Id,Service_Plans_Included_Friendly_Names',
      'Power Automate Tomorrow,FLOW_TOMORROW,11111111-2222-4333-8444-555555555555,FLOW_PER_USER,c5002c70-f725-4367-b409-f0eff4fee6c0,Flow per user plan',
    ].join('\n')
    const folder = folderWith({ 'table.csv': `${table}\n`, 'other.csv': 'a,b\n1,2\n' })
    const { code, out } = await runHere(['licences', 'catalogue', 'table.csv', '--output', 'new.tsv'], { folder })
    expect(code).toBe(0)
    expect(out).toContain('Power Automate Tomorrow')
    expect(readFileSync(join(folder, 'new.tsv'), 'utf8')).toContain('FLOW_TOMORROW')
    expect((await runHere(['licences', 'catalogue', 'other.csv'], { folder })).code).toBe(3)
    expect((await runHere(['licences', 'catalogue', 'table.csv', '--seen', 'May'], { folder })).code).toBe(2)
  })

  test.each([
    [[flow], 'There is no list of licences.'],
    [[join(flow, 'manifest.json')], 'is no list of licences.'],
    [['nowhere.json'], 'cannot be read.'],
  ])('%j is said', async (paths, said) => {
    const { code, error } = await runHere(['licences', 'report', ...paths])
    expect(error).toContain(said)
    expect(code).toBe(3)
  })
})

describe('listing', () => {
  test.each(['saas', 'dataverse'])(
    'init writes a %s offer, of which a check names what is left to do',
    async (kind) => {
      const folder = folderWith()
      const made = await runHere(['listing', 'init', 'offer', '--kind', kind, '--name', 'Fleet Desk'], { folder })
      expect(made).toMatchObject({ code: 0, out: expect.stringContaining('Next: sevenstep check offer') })
      const { code, out, error } = await runHere(['check', 'offer', '--format', 'json'], { folder })
      expect({ code, error }).toEqual({ code: 1, error: '' })
      expect(ruleIdsIn(out)).toContain('offer-filled')
      expect(JSON.parse(out).subjects).toMatchObject([{ path: 'offer', kind: 'offer', profile: kind }])
      const byFile = await runHere(['check', 'offer/offer.json', '--step', '7', '--format', 'json'], { folder })
      expect(byFile.out).toBe(out)
    },
  )

  test('init writes over nothing', async () => {
    const folder = folderWith({ 'offer/notes.txt': 'mine' })
    expect(await runHere(['listing', 'init', 'offer'], { folder })).toMatchObject({
      code: 2,
      error: expect.stringContaining('offer is not empty.'),
    })
    expect(existsSync(join(folder, 'offer/offer.json'))).toBe(false)
  })

  test('preview draws one page', async () => {
    const folder = folderWith()
    await runHere(['listing', 'init', 'offer', '--name', 'Fleet <Desk>'], { folder })
    const { code } = await runHere(['listing', 'preview', 'offer', '--output', 'page.html'], { folder })
    expect(code).toBe(0)
    const page = readFileSync(join(folder, 'page.html'), 'utf8')
    expect(page).toContain('Fleet &lt;Desk&gt;')
    expect((await runHere(['listing', 'preview', 'offer'], { folder })).out).toBe(page)
    const atTerminal = await runHere(['listing', 'preview', 'offer'], { folder, isOutTerminal: true })
    expect(atTerminal).toMatchObject({ code: 0, out: '', error: 'Wrote preview.html. Open it in a browser.\n' })
    expect(readFileSync(join(folder, 'preview.html'), 'utf8')).toBe(page)
  })

  test('facts about addresses are judged by check', async () => {
    const folder = folderWith()
    await runHere(['listing', 'init', 'offer', '--site', 'https://fleetdesk.example'], { folder })
    const links = [{ url: 'https://fleetdesk.example/privacy', status: 404 }]
    put(folder, 'facts.json', JSON.stringify({ links }))
    const { out } = await runHere(['check', 'offer', '--facts', 'facts.json', '--format', 'json'], { folder })
    const before = await runHere(['check', 'offer', '--format', 'json'], { folder })
    expect(ruleIdsIn(out).length).toBeGreaterThan(ruleIdsIn(before.out).length)
  })

  test('a folder that is no offer is said', async () => {
    for (const command of ['preview', 'facts']) {
      const { code, error } = await runHere(['listing', command, 'examples/mended'])
      expect(error).toContain('There is no offer in examples/mended.')
      expect(code).toBe(3)
    }
  })
})

test('a page about flows shows them, unless a secret would be read in it', async () => {
  const page = (await runHere(['check', 'examples/flow-package', '--format', 'html'])).out
  expect(page).toContain('<summary>Drawing</summary>')
  expect(page).toContain('src="data:image/svg+xml;base64,')
})
