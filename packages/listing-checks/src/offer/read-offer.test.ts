import { resolvePointer } from '@sevenstep/located-json'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { checkOffer } from '../engine/check-offer.ts'
import { zip } from '../init/make-package.ts'
import { type Given, offerFiles, offerText } from '../testing/given-offer.ts'
import type { OfferFile } from './offer.ts'
import { readOffer } from './read-offer.ts'
import { readOfferArchive } from './read-offer-archive.ts'
import { looksLikeOffer, offerFileIn } from './recognise-offer.ts'

const encoder = new TextEncoder()
const textFile = (path: string, text: string): OfferFile => ({ path, bytes: encoder.encode(text) })
const filesOf = (given: Given): readonly OfferFile[] =>
  offerFiles(given).map(({ path, content }) =>
    typeof content === 'string' ? textFile(path, content) : { path, bytes: content },
  )

describe('YAML says the same as JSON', () => {
  const change = { offerId: 'Fleet Desk', markets: ['UK'], listing: { summary: 'Plan.\nDrive.' } }
  const found = (files: readonly OfferFile[]) =>
    checkOffer(readOffer(files), { today: '2026-11-20' }).subject.findings.map(({ ruleId, pointer, message }) => [
      ruleId,
      pointer,
      message.what,
    ])

  test('with the same findings at the same places of the tree', () => {
    const json = filesOf({ offer: change })
    const yaml = stringify(JSON.parse(offerText({ offer: change })))
    const others = json.filter(({ path }) => path !== 'offer.json')
    const expected = found(json)
    expect(expected).toHaveLength(3)
    expect(found([textFile('offer.yaml', yaml), ...others])).toEqual(expected)
    expect(found([textFile('offer.yml', yaml), ...others])).toEqual(expected)
  })

  test('also where parts are written once and referred to', () => {
    const text = 'contacts:\n  support: &ada { name: Ada, email: ada@ }\n  engineering: *ada\n'
    const { root, problems } = readOffer([textFile('offer.yaml', text)])
    expect(problems).toEqual([])
    expect(root.find('contacts', 'engineering', 'email')?.value).toBe('ada@')
    expect(root.find('contacts', 'engineering', 'email')?.pointer()).toBe('/contacts/engineering/email')
  })

  test('and places in its text', () => {
    const text = 'offerType: saas\n# the id\nofferId: "Fleet Desk"\nmarkets:\n  - UK\n'
    const { root, file } = readOffer([textFile('offer.yaml', text)])
    const at = (pointer: string) => {
      const node = resolvePointer(root, pointer)
      return [text.slice(node?.keyStart, node?.keyEnd), text.slice(node?.start, node?.end)]
    }
    expect(file.json?.root).toBe(root)
    expect(at('/offerId')).toEqual(['offerId', '"Fleet Desk"'])
    expect(at('/markets/0')[1]).toBe('UK')
  })
})

describe('what cannot be read is said, and nothing else is judged', () => {
  test.each([
    ['nothing', [], 'The folder has no "offer.json" and no "offer.yaml".'],
    ['an empty file', [textFile('offer.json', '')], 'The JSON is not well formed: empty text.'],
    ['an empty YAML', [textFile('offer.yaml', '')], 'The file holds no object.'],
    ['a list', [textFile('offer.yaml', '- a\n- b\n')], 'The file holds no object.'],
    [
      'a flood',
      [textFile('offer.json', ' '.repeat(1_000_001))],
      'The file has 1000001 bytes; an offer’s has a few thousand, and more than 1000000 are not read.',
    ],
    [
      'brackets without end',
      [textFile('offer.yaml', '['.repeat(30_000))],
      'The file could not be read: it is nested too deeply.',
    ],
    [
      'UTF-16',
      [{ path: 'offer.json', bytes: new Uint8Array(Buffer.from('\ufeff{"offerType":"saas"}', 'utf16le')) }],
      'The file is UTF-16 instead of UTF-8.',
    ],
    [
      'the encoding of an old editor',
      [{ path: 'offer.yaml', bytes: new Uint8Array(Buffer.from('offerType: saas\nalias: Caf\xe9\n', 'latin1')) }],
      'From here on the file has bytes that are not UTF-8.',
    ],
    ['a flood of YAML', [textFile('offer.yaml', 'a'.repeat(100_001))], undefined],
    [
      'a key twice',
      [textFile('offer.yaml', 'offerType: saas\nofferType: saas\n')],
      'The key "offerType" stands here twice.',
    ],
    ['brackets without end in JSON', [textFile('offer.json', '['.repeat(200_000))], undefined],
    [
      'references that grow',
      [
        textFile(
          'offer.yaml',
          `a: &b-1 [x,x]\n${Array.from({ length: 30 }, (_, n) => `b${n}: &b${n} [*b${n - 1},*b${n - 1}]`).join('\n')}`,
        ),
      ],
      'The file holds more than an offer can.',
    ],
  ])('%s', (_, files, what) => {
    const { findings, notChecked } = checkOffer(readOffer(files)).subject
    expect(findings.some(({ ruleId }) => ruleId === 'offer-readable')).toBe(true)
    const said = findings.find(({ ruleId }) => ruleId === 'offer-readable')
    if (what !== undefined) expect(said?.message.what).toBe(what)
    if (!readOffer(files).isReadable) expect(notChecked?.[0]?.rules.length).toBeGreaterThan(50)
  })
})

describe('an offer is recognised by its content', () => {
  test.each([
    ['{ "offerType": "saas", "offerId": "a" }', true],
    ['offerType: dataverse\nlisting:\n  name: A\n', true],
    ['{ "openapi": "3.0.0" }', false],
    ['# offerType and listing in words', false],
    ['{"offerType":"dataverse","package":{"file":"a.zip"}}', true],
    ['{"offerId":"a","media":{}}', true],
    ['{"listing":{}}', false],
    [new TextDecoder().decode(Buffer.from('\ufeffofferType: saas', 'utf16le')), true],
    [String.fromCharCode(...new Uint8Array(Buffer.from('offerType: saas', 'utf16le'))), true],
    ['', false],
  ])('%s', (text, expected) => {
    expect(looksLikeOffer(text)).toBe(expected)
  })

  test.each(['\n', ' \n', '{', ', ', '"'])('many "%s" take no longer than their length', (sign) => {
    const begun = process.cpuUsage().user
    expect(looksLikeOffer(sign.repeat(65_536))).toBe(false)
    expect(process.cpuUsage().user - begun).toBeLessThan(1_000_000)
  })

  test('and a folder by the name of its file, JSON first', () => {
    expect(offerFileIn(['a.txt', 'offer.yml', 'offer.json'])).toBe('offer.json')
    expect(offerFileIn(['images/offer.json'])).toBeUndefined()
  })
})

describe('a zip of a folder', () => {
  test.each(['', 'fleet-desk/', 'a/b/'])('with "%s" around everything', (base) => {
    const archive = zip({ [`${base}offer.json`]: '{}', [`${base}images/a.png`]: 'a', 'other/readme.txt': 'x' })
    const paths = readOfferArchive(archive)
      ?.files.map(({ path }) => path)
      .sort()
    expect(paths?.filter((path) => !path.startsWith('other'))).toEqual(['images/a.png', 'offer.json'])
  })

  test('without an offer is none', () => {
    expect(readOfferArchive(zip({ 'a.txt': 'a' }))).toBeUndefined()
    expect(readOfferArchive(encoder.encode('no zip'))).toBeUndefined()
  })
})

test('an offer of which a part could not be read leaves open what was found in the rest', () => {
  const check = (text: string) =>
    checkOffer(readOffer([{ path: 'offer.yaml', bytes: new TextEncoder().encode(text) }])).subject
  const opened = (text: string) => new Set(check(text).notChecked?.flatMap(({ rules }) => rules))
  const sound = 'offerType: saas\nofferId: fleet-desk\ncategories:\n  - name: Productivity\n'
  expect(opened(sound)).not.toContain('offer-id-pattern')
  const broken = `${sound}listing: [\n  x: {\n`
  expect(check(broken).findings.map(({ ruleId }) => ruleId)).toContain('offer-readable')
  for (const rule of ['offer-id-pattern', 'category-known', 'listing-name-length'])
    expect(opened(broken)).toContain(rule)
  expect(opened(broken)).not.toContain('offer-readable')
})
