import { expectSoundFindings } from '@sevenstep/rule-engine/testing'
import fc from 'fast-check'
import { describe, test } from 'vitest'
import { stringify } from 'yaml'
import {
  checkOffer,
  readDescription,
  readOffer,
  readOfferArchive,
  readOfferPackage,
  readPdf,
  readPng,
} from '../src/index.ts'
import { zip } from '../src/init/make-package.ts'
import { readXml } from '../src/package/read-xml.ts'
import { previewOffer } from '../src/preview/index.ts'
import { appPackage, document, image, offerText } from '../src/testing/given-offer.ts'

const encoder = new TextEncoder()

/** A file with some of its bytes changed, a stretch taken out or doubled, or its end cut off. */
function damaged(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const at = fc.nat({ max: Math.max(0, bytes.length - 1) })
  return fc
    .record({
      flips: fc.array(fc.tuple(at, fc.nat({ max: 255 })), { maxLength: 12 }),
      cut: fc.option(fc.tuple(at, fc.nat({ max: 200 }))),
      double: fc.option(fc.tuple(at, fc.nat({ max: 200 }))),
      end: fc.option(at, { freq: 5 }),
    })
    .map(({ flips, cut, double, end }) => {
      const copy = bytes.slice()
      for (const [place, value] of flips) copy[place] = value
      let parts = [...copy]
      if (cut !== null) parts.splice(cut[0], cut[1])
      if (double !== null) parts.splice(double[0], 0, ...parts.slice(double[0], double[0] + double[1]))
      if (end !== null) parts = parts.slice(0, end)
      return Uint8Array.from(parts)
    })
}

const json = encoder.encode(offerText({ offer: {}, kind: 'dataverse' }))
const yaml = encoder.encode(stringify(JSON.parse(offerText({ offer: {}, kind: 'dataverse' }))))
const archive = appPackage()
const xml = '<?xml version="1.0"?><PvsPackageData a="b"><A>&lt;<![CDATA[x]]></A><!-- c --><B/></PvsPackageData>'
const html = '<p>A <b>b</b></p><ul><li>c<br></ul><a href="x">d</a><table><tr><td>e'

/** Checks a folder and holds every finding against its texts. */
function judge(files: Readonly<Record<string, Uint8Array>>): void {
  const offer = readOffer(Object.entries(files).map(([path, bytes]) => ({ path, bytes })))
  expectSoundFindings(offer.texts, checkOffer(offer, { today: '2026-11-20' }).subject.findings)
  previewOffer(offer)
}

describe('no damage makes a reader throw, and every place exists', () => {
  const small = { numRuns: 150 }
  test('JSON', () =>
    fc.assert(
      fc.property(damaged(json), (bytes) => judge({ 'offer.json': bytes })),
      small,
    ))
  test('YAML', () =>
    fc.assert(
      fc.property(damaged(yaml), (bytes) => judge({ 'offer.yaml': bytes })),
      small,
    ))
  test('any YAML', () => {
    const signs = fc.constantFrom(
      '- ',
      ': ',
      '\n',
      '  ',
      '&a ',
      '*a',
      '<<: ',
      '? ',
      '|\n',
      '>',
      '{',
      '[',
      ']',
      '}',
      '"',
      "'",
      '#',
      '!!set ',
      '%YAML 1.1\n',
      'offerType',
      'listing',
      '\u2028',
      '\t',
    )
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 60 }), (parts) =>
        judge({ 'offer.yaml': encoder.encode(parts.join('')) }),
      ),
      { numRuns: 400 },
    )
  })
  test('PNG', () =>
    fc.assert(
      fc.property(damaged(image(216, 216)), (bytes) => void readPng(bytes)),
      small,
    ))
  test('PDF', () =>
    fc.assert(
      fc.property(damaged(document), (bytes) => void readPdf(bytes)),
      small,
    ))
  test('XML', () => {
    fc.assert(
      fc.property(damaged(encoder.encode(xml)), (bytes) => void readXml(new TextDecoder().decode(bytes))),
      { numRuns: 400 },
    )
  })
  test('HTML', () => {
    fc.assert(
      fc.property(damaged(encoder.encode(html)), (bytes) => void readDescription(new TextDecoder().decode(bytes))),
      { numRuns: 400 },
    )
  })
  test('zip', () => {
    fc.assert(
      fc.property(damaged(archive), (bytes) => {
        readOfferPackage('a.zip', bytes)
        judge({ 'offer.json': json, 'package/fleet-desk.zip': bytes })
      }),
      { numRuns: 80 },
    )
  })
  test('a zip of a folder', () => {
    const whole = zip({ 'a/offer.json': json, 'a/images/b.png': image(48, 48) })
    fc.assert(
      fc.property(damaged(whole), (bytes) => void readOfferArchive(bytes)),
      small,
    )
  })
  test('input.xml within a whole package', () => {
    const input = encoder.encode(xml.replace('<A>', '<SupportedCountries>US</SupportedCountries><A>'))
    fc.assert(
      fc.property(damaged(input), (bytes) =>
        judge({ 'offer.json': json, 'package/fleet-desk.zip': appPackage({ files: { 'input.xml': bytes } }) }),
      ),
      { numRuns: 40 },
    )
  })
})

describe('what grows out of little stays bounded', () => {
  test.each([
    [
      'entities that unfold',
      `<!DOCTYPE a [${Array.from({ length: 20 }, (_, n) => `<!ENTITY e${n} "&e${n - 1};&e${n - 1};">`).join('')}]><a>&e19;</a>`,
    ],
    ['elements without end', '<a>'.repeat(500_000)],
    ['one very long attribute', `<a b="${'x'.repeat(1_000_000)}"/>`],
  ])('XML: %s', (_, text) => {
    const { root, fault } = readXml(text)
    if (fault === undefined && root === undefined) throw new Error('Either a root or a fault.')
  })
  test.each([
    ['tags without end', '<b>'.repeat(200_000)],
    ['lists in lists', '<ul><li>'.repeat(20_000)],
    ['ends alone', '</p>'.repeat(100_000)],
  ])('HTML: %s', (_, text) => void readDescription(text))
})
