import { zipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { example, subjectsOf } from '../testing/checked-uploads.ts'
import { sample, sampleWith } from '../testing/sample-files.ts'
import { createCheckPool } from './check-pool.ts'
import type { UploadedFile } from './worker/messages.ts'
import { findCredentials } from './worker/reported/find-credentials.ts'

const pool = createCheckPool()
afterAll(() => pool.close())

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const check = (files: readonly UploadedFile[]) => pool.check({ files, profile: 'verified-publisher' })
const checkZip = (bytes: Uint8Array) => check([{ path: 'package.zip', bytes }])

const definition = bytesOf('{"swagger":"2.0","info":{"title":"T","version":"1","description":"D"},"paths":{}}')
const whole = { 'apiDefinition.swagger.json': definition, 'apiProperties.json': bytesOf('{"properties":{}}') }

function renamed(archive: Uint8Array, from: string, to: string): Uint8Array {
  return new Uint8Array(Buffer.from(Buffer.from(archive).toString('latin1').replaceAll(from, to), 'latin1'))
}

function nested(levels: number): Uint8Array {
  let archive = zipSync(whole)
  for (let level = 0; level < levels; level++) archive = zipSync({ 'inner.zip': archive })
  return archive
}

const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`f${index}.txt`, new Uint8Array()]))

test.each([
  ['a name that leads out', zipSync({ ...whole, '../../etc/passwd': bytesOf('x') }), 'etc/passwd'],
  ['a name from the root', zipSync({ ...whole, '/etc/passwd': bytesOf('x') }), 'etc/passwd'],
  ['a bomb', zipSync({ ...whole, 'readme.md': new Uint8Array(60_000_000) }, { level: 9 }), 'readme.md'],
  ['ten thousand entries', zipSync({ ...whole, ...many }), 'package.zip'],
  ['an archive cut off', zipSync(whole).slice(0, 200), 'package.zip'],
  ['archives in archives', nested(8), 'inner.zip'],
  [
    'two entries of one name',
    renamed(zipSync({ ...whole, 'aa.txt': definition, 'bb.txt': definition }), 'bb.txt', 'aa.txt'),
    'aa.txt',
  ],
])('a zip with %s is named as what could not be read', async (_, archive, named) => {
  const { trouble } = await checkZip(archive)
  expect(trouble.length).toBeGreaterThan(0)
  for (const language of ['en', 'nl'] as const) {
    expect(trouble.map(({ what }) => what[language]).join(' ')).toContain(named)
    for (const { why, fix } of trouble) expect(why[language].length * fix[language].length).toBeGreaterThan(0)
  }
  expect(trouble[0]?.what.nl).not.toBe(trouble[0]?.what.en)
})

test('many small archives have one account between them', async () => {
  const fill = Object.fromEntries(Array.from({ length: 900 }, (_, index) => [`f${index}.txt`, new Uint8Array()]))
  const one = zipSync({ ...whole, ...fill })
  const files = [1, 2, 3].map((number) => ({ path: `package${number}.zip`, bytes: one }))
  const { trouble } = await check(files)
  expect(trouble.map(({ path }) => path)).toEqual(['package3.zip'])
})

test('a picture that is called a definition is judged as the broken JSON it is', async () => {
  const icon = sample().find(({ path }) => path.endsWith('icon.png'))
  const { reportJson, trouble } = await check([
    { path: 'a/apiDefinition.swagger.json', bytes: icon?.bytes ?? new Uint8Array() },
  ])
  expect(trouble).toEqual([])
  expect(reportJson).toContain('"file-json-valid"')
})

test.each([
  ['no bytes', new Uint8Array()],
  ['no UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0xc3, 0x22, 0x3a, 0x31, 0x7d])],
  ['a hundred thousand brackets', bytesOf('['.repeat(100_000))],
  ['keys of the prototype', bytesOf('{"__proto__":{"polluted":true},"constructor":{"prototype":1},"paths":{}}')],
])('a definition of %s is judged and harms nobody', async (_, bytes) => {
  const { counts, files } = await check([{ path: 'c/apiDefinition.swagger.json', bytes }])
  expect(counts.error).toBeGreaterThan(0)
  expect(files[0]).toMatchObject({ path: 'c/apiDefinition.swagger.json', judged: true })
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})

const flow = {
  'manifest.json': bytesOf('{"schema":"1.0","resources":{}}'),
  'Microsoft.Flow/flows/manifest.json': bytesOf('{}'),
}
const offer = bytesOf('offerType: saas\nofferId: a\nlisting:\n  name: A\n')

test.each([
  [
    'a flow package that unpacks to too much',
    'flow-templates',
    zipSync({ ...flow, 'big.bin': new Uint8Array(60_000_000) }),
  ],
  [
    'a flow package with a name that leads out',
    'flow-templates',
    zipSync({ ...flow, '../../etc/passwd': bytesOf('x') }),
  ],
  [
    'an offer that unpacks to too much',
    'listing-checks',
    zipSync({ 'offer.yaml': offer, 'big.png': new Uint8Array(60_000_000) }),
  ],
])('%s is named as what could not be read', async (_, room, archive) => {
  const result = await checkZip(archive)
  expect([[room], []]).toContainEqual(result.rooms)
  const findings = JSON.stringify(result.trouble) + result.reportJson
  expect(result.trouble.length + result.counts.error).toBeGreaterThan(0)
  expect(findings).toMatch(/big\.(bin|png)|etc\/passwd|no flow/)
})

test.each([
  ['licences in a hundred thousand brackets', [{ path: 'l.json', bytes: bytesOf(`{"users":${'['.repeat(100_000)}`) }]],
  [
    'a table of one endless line',
    [{ path: 'l.csv', bytes: bytesOf(`UserPrincipalName,Licenses\n"${'a,'.repeat(500_000)}`) }],
  ],
  ['a script in ten thousand brackets', [{ path: 'a.js', bytes: bytesOf(`new MsFlowSdk(${'['.repeat(10_000)}`) }]],
  [
    'a page in ten thousand elements',
    [{ path: 'a.html', bytes: bytesOf(`<script src="msflowsdk-1.1.js">${'<div>'.repeat(10_000)}`) }],
  ],
  [
    'YAML of aliases',
    [
      {
        path: 'o/offer.yaml',
        bytes: bytesOf(
          `${new TextDecoder().decode(offer)}a: &a [x,x]\n${Array.from({ length: 40 }, (_, at) => `b${at}: &b${at} [*a,*a,*a]`).join('\n')}`,
        ),
      },
    ],
  ],
  [
    'two thousand pages',
    Array.from({ length: 1999 }, (_, at) => ({
      path: `s/${at}.html`,
      bytes: bytesOf('<script src="https://make.powerautomate.com/scripts/msflowsdk-1.1.js"></script>'),
    })),
  ],
])('%s: the worker ends by itself', async (_, files) => {
  const { reportJson } = await check(files)
  expect(reportJson.length).toBeGreaterThan(0)
  expect((await check(sample())).rooms).toEqual(['certification-rules'])
})

test('files that are no connector are told apart from a connector without findings', async () => {
  const { trouble, counts } = await check([
    { path: 'notes/readme.txt', bytes: bytesOf('hello') },
    { path: 'notes/more.txt', bytes: bytesOf('hello') },
  ])
  expect(trouble).toHaveLength(1)
  expect(trouble[0]?.what.en).toBe('There is no connector in these files, and nothing else that is checked here.')
  expect(counts).toEqual({ error: 0, warning: 0, info: 0 })
})

test('a configuration that comes along switches nothing off', async () => {
  const rules = JSON.stringify({ rules: { 'info-title-max-length': 'off' }, failOn: 'never' })
  const { reportJson } = await check([...sample(), { path: 'car-rental/sevenstep.config.json', bytes: bytesOf(rules) }])
  expect(reportJson).toContain('info-title-max-length')
})

test('a secret is told by its place, and leaves the worker nowhere', async () => {
  const secret = 'xq7Zt9LmPb2Kd8Rw4Vn6Hs3Jf5Gc1Ya0'
  const leak = (text: string) => text.replace('"properties": {', `"properties": {\n    "clientSecret": "${secret}",`)
  const result = await check(sampleWith('car-rental/apiProperties.json', leak))
  expect(result.secrets).toContainEqual({
    path: 'car-rental/apiProperties.json',
    file: 'apiProperties.json',
    line: 3,
    rule: 'security-no-embedded-secret',
  })
  expect(JSON.stringify(result)).not.toContain(secret)
  const shown = Object.values(result.shown).flatMap(({ lines }) => lines)
  expect(shown.some((line) => line.includes('••••'))).toBe(true)
})

test.each(['info-title-max-length', 'verified-publisher', 'connector'])(
  'a credential that reads “%s” hides no finding from the items',
  async (word) => {
    const planted = example('planted-faults')
    const headers = {
      path: 'headers.txt',
      bytes: bytesOf(`HTTP/1.1 200 OK\ncontent-type: text/html\nset-cookie: ${word}\n`),
    }
    const [plain, forged] = [await check(planted), await check([...planted, headers])]
    expect(forged.secrets.map(({ rule }) => rule)).toContain('credential-in-facts')
    expect(forged.families).toEqual(plain.families)
    expect(forged.counts).toEqual(plain.counts)
    const rulesOf = (result: typeof plain) =>
      subjectsOf(result)[0]
        ?.findings.map(({ ruleId }) => ruleId)
        .sort()
    expect(rulesOf(forged)).toEqual(rulesOf(plain))
  },
)

test('a text of nothing but beginnings of tokens is looked through once', () => {
  const text = 'eyJ-'.repeat(100_000)
  const file = { path: 'a.json', bytes: new Uint8Array() }
  const start = performance.now()
  const found = findCredentials([
    { file, path: 'a.json', text: `${text} eyJhbGciOiJIUzI1.eyJzdWIiOiIx.sig`, form: 'facts', names: [] },
  ])
  expect(found.values).toEqual(['eyJhbGciOiJIUzI1.eyJzdWIiOiIx.sig'])
  // Minutes, where each beginning is tried to the end.
  expect(performance.now() - start).toBeLessThan(5000)
})

test('a secret in the name of a step is shown nowhere: not in a pointer, a line that was cut, or a drawing', async () => {
  const secret =
    'https://prod-1.westeurope.logic.azure.com/workflows/a/paths/invoke?sig=Ab_Cd_EfGhIjKlMnOpQrStUvWxYz0123'
  const actions = { [`Call_${secret}`]: { type: 'Compose', inputs: secret } }
  const properties = { displayName: 'n', definition: { triggers: { t: { type: 'Request', kind: 'Button' } }, actions } }
  const result = await check([{ path: 'definition.json', bytes: bytesOf(JSON.stringify({ properties })) }])
  expect(result.secrets.map(({ rule }) => rule)).toContain('flow-no-sas')
  expect(result.drawings).toHaveLength(1)
  expect(JSON.stringify(result)).not.toMatch(/Cd.Ef/)
})
