import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkHostPage, locales, readHostPage } from '../checks/index.ts'
import { widgetHosts } from '../hosts.ts'
import { type GalleryOptions, galleryUrl } from './gallery-url.ts'
import { widgetLocale } from './widget-locale.ts'

const host = widgetHosts.current

test.each<[GalleryOptions, string]>([
  [{ host, locale: 'en-us' }, `${host}/en-us/widgets/templates/`],
  [{ host: `${host}/`, locale: 'sr-cyrl-rs', search: 'a & b' }, `${host}/sr-cyrl-rs/widgets/templates/?q=a+%26+b`],
  [
    { host, locale: 'nl-nl', category: 'crm', pageSize: 6, destination: 'new', parameters: { list: 'x=1' } },
    `${host}/nl-nl/widgets/templates/?category=crm&pagesize=6&destination=new&parameters.list=x%3D1`,
  ],
  // Names with dots are what real templates declare.
  [
    { host, locale: 'en-us', parameters: { 'sharepoint.site': 'https://contoso.example/a', 'my list': '1' } },
    `${host}/en-us/widgets/templates/?parameters.sharepoint.site=https%3A%2F%2Fcontoso.example%2Fa&parameters.my+list=1`,
  ],
  [
    { host: widgetHosts['2018-02'], locale: 'en-us', search: 'x' },
    `${widgetHosts['2018-02']}/en-us/widgets/templates/?q=x`,
  ],
])('%j', (options, address) => {
  expect(galleryUrl(options)).toBe(address)
})

test.each<[Partial<GalleryOptions>, string]>([
  [{ locale: 'en-US' }, '"en-US" is no locale of the gallery: write en-us'],
  [{ locale: 'jp-jp' }, 'write en-us'],
  [{ locale: 'hi-hu' }, 'write hi-in'],
  [{ locale: '../evil' }, 'is no locale'],
  [{ pageSize: 0 }, 'not 0'],
  [{ pageSize: 1.5 }, 'not 1.5'],
  [{ parameters: { '': 'x' } }, '"" is no name'],
  [{ parameters: { "it's": '' } }, '"it\'s" is no name'],
  [{ parameters: { ' a': '' } }, '" a" is no name'],
  [{ parameters: { 'a\n': '' } }, 'is no name'],
  [{ host: widgetHosts['2018-02'], category: 'crm' }, 'knows no category'],
  [{ host: 'http://make.powerautomate.com' }, 'is no host of widgets'],
  [{ host: 'https://make.powerautomate.com/en-us' }, 'is no host of widgets'],
  [{ host: 'make.powerautomate.com' }, 'is no host of widgets'],
])('%j is refused', (options, message) => {
  expect(() => galleryUrl({ host, locale: 'en-us', ...options })).toThrow(message)
})

test.each([
  ['nl-BE', 'nl-nl'],
  ['nl', 'nl-nl'],
  ['en_GB', 'en-us'],
  ['pt-AO', 'pt-pt'],
  ['sr', 'sr-cyrl-rs'],
  ['ja', 'ja-jp'],
  ['cy-GB', 'en-us'],
  ['', 'en-us'],
])('nearest to %s is %s', (language, locale) => {
  expect(widgetLocale(language)).toBe(locale)
})

test('whatever is asked for, the rules about galleries find nothing in the address', () => {
  fc.assert(
    fc.property(
      fc.record({
        host: fc.constant(host),
        locale: fc.constantFrom(...locales),
        search: fc.string(),
        pageSize: fc.integer({ min: 1, max: 100 }),
        destination: fc.constantFrom('new' as const, 'details' as const),
        parameters: fc.dictionary(fc.stringMatching(/^[\w-]([\w. -]*[\w-])?$/), fc.string(), { maxKeys: 3 }),
      }),
      (options) => {
        const html = `<iframe title="t" src="${galleryUrl(options).replaceAll('&', '&amp;')}"></iframe>`
        const read = readHostPage([{ path: 'index.html', text: html }])
        expect(read.page.galleries.length).toBe(1)
        const facts = { templateParameters: Object.keys(options.parameters) }
        expect(checkHostPage(read, { facts }).subject.findings).toEqual([])
      },
    ),
    { numRuns: 50 },
  )
})
