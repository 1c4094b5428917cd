import { imageSizes } from '../../data/image-sizes.ts'
import { countryCodes } from '../../data/markets.ts'
import type { CheckContext } from '../../engine/rule-family.ts'
import { defineRuleFamily } from '../../engine/rule-family.ts'
import { isJpeg, readPng } from '../../media/read-png.ts'
import type { OfferPackage } from '../../package/offer-package.ts'
import { childOf, type XmlElement } from '../../package/read-xml.ts'
import { addressFault } from '../../text/text-checks.ts'
import { fits } from '../media/judge-image.ts'
import { judgeNames } from './judge-input-names.ts'
import { inInput } from './package-place.ts'

const sources = ['appsource-package'] as const

/** `input.xml`: what the marketplace is told about the package. */
export const packageInput = defineRuleFamily({
  id: 'package-input',
  group: 'Package',
  rules: {
    'input-xml-readable': {
      title: 'input.xml is well-formed XML.',
      setting: 'error',
      sources,
      messages: {
        found: {
          what: 'input.xml cannot be read: {fault}.',
          why: 'The marketplace is told nothing about the package.',
          fix: 'Mend the XML at this place.',
        },
      },
    },
    'input-xml-names': {
      title: 'The elements and attributes of input.xml have their names, letter by letter.',
      setting: 'error',
      sources,
      messages: {
        case: {
          what: 'input.xml has "{found}" instead of "{name}".',
          why: 'Case matters: an element under another name is not found.',
          fix: 'Write "{name}".',
        },
        missing: {
          what: 'input.xml has no "{name}" in "{holder}".',
          why: 'It is one of the parts that are demanded.',
          fix: 'Add it.',
        },
        unknown: {
          what: 'input.xml has an element "{found}" that nobody reads.',
          why: 'What was meant by it is missing.',
          fix: 'Rename or remove it.',
        },
      },
    },
    'input-xml-dates': {
      title: 'Start and end are dates as MM/DD/YYYY, in this order, and the end is to come.',
      setting: 'error',
      sources,
      messages: {
        found: {
          what: '"{value}" is no date as MM/DD/YYYY.',
          why: 'It is read month first.',
          fix: 'Write month, day and year with two, two and four digits.',
        },
        order: {
          what: 'The package ends on {end}, which is not after its start on {start}.',
          why: 'It could never be installed.',
          fix: 'Write a later end.',
        },
        past: {
          what: 'The package ended on {end}.',
          why: 'It could not be installed any more.',
          fix: 'Write an end some years ahead.',
        },
      },
    },
    'input-xml-countries': {
      title: 'Countries are two-letter codes with commas and nothing else between them.',
      setting: 'error',
      sources,
      messages: {
        blank: {
          what: 'The list of countries has blanks or line breaks.',
          why: 'It is read letter by letter.',
          fix: 'Write the codes with commas alone between them, such as "US,CA,GB".',
        },
        found: {
          what: '"{code}" is no code of a country or region.',
          why: 'The package would not be offered there.',
          fix: 'Write the two letters in capitals.',
        },
        empty: {
          what: 'The list of countries is empty.',
          why: 'The package would be offered nowhere.',
          fix: 'List the countries.',
        },
      },
    },
    'input-xml-locales': {
      title: 'Locales are LCIDs that the solution has too, and one of them is the default.',
      setting: 'error',
      sources,
      messages: {
        code: {
          what: '"{code}" is no number of a language.',
          why: 'Languages are named by their LCID, such as 1033 for English.',
          fix: 'Write the LCID.',
        },
        solution: {
          what: 'The locale {code} is none of the solution’s ({languages}).',
          why: 'The codes must match those in solution.xml.',
          fix: 'Use a language of the solution, or add the language to it.',
        },
        default: {
          what: '{count} locales are the default.',
          why: 'Exactly one has to be.',
          fix: 'Set IsDefault="true" on one of them.',
        },
      },
    },
    'input-xml-files': {
      title: 'Every file that input.xml names is in the package.',
      setting: 'error',
      sources,
      messages: {
        found: {
          what: 'The package has no "{file}", which input.xml names.',
          why: 'Names are compared letter by letter.',
          fix: 'Add the file at the root of the package, or mend the name.',
        },
        anchor: {
          what: 'package.zip has no solution "{file}", which input.xml names as the anchor.',
          why: 'The anchor tells the marketplace what is installed.',
          fix: 'Write the file name of the main solution.',
        },
        link: {
          what: 'The link to learn more cannot be opened: {fault}.',
          why: 'Customers open it from the page of the app.',
          fix: 'Write a public https address.',
        },
      },
      severityByMessage: { link: 'warning' },
    },
    'appsource-icon': {
      title: 'The icon of the package is a PNG or JPG of 32×32.',
      setting: 'error',
      sources,
      messages: {
        size: {
          what: 'The icon "{file}" has {width}×{height} pixels instead of 32×32.',
          why: 'It is shown as it is.',
          fix: 'Export it in that size.',
        },
        format: {
          what: 'The icon "{file}" is neither PNG nor JPG.',
          why: 'No other kind is shown.',
          fix: 'Export it as PNG.',
        },
      },
    },
  },
  check(context) {
    const read = context.subject.offer.package
    if (read?.inputXml === undefined) return
    const { file, xml } = read.inputXml
    if (xml.fault !== undefined) {
      const at = Math.min(xml.fault.at, file.text.length)
      context.report('input-xml-readable', { file, start: at, end: at }, { data: { fault: xml.fault.what } })
      return
    }
    judgeNames(context, read, xml.root)
    judgeDates(context, read, xml.root)
    judgeCountries(context, read, childOf(xml.root, 'SupportedCountries'))
    judgeLocales(context, read, xml.root)
    judgeFiles(context, read, xml.root)
  },
})

function judgeDates({ subject, report }: CheckContext, read: OfferPackage, root: XmlElement | undefined): void {
  const [start, end] = ['StartDate', 'EndDate'].map((name) => {
    const element = childOf(root, name)
    if (element === undefined) return undefined
    const value = element.text.trim()
    const day = dayOf(value)
    if (day === undefined) report('input-xml-dates', inInput(read, element), { data: { value } })
    return day
  })
  const at = inInput(read, childOf(root, 'EndDate'))
  if (end === undefined) return
  if (start !== undefined && end <= start) report('input-xml-dates', at, { message: 'order', data: { start, end } })
  else if (subject.today !== undefined && end < subject.today) {
    report('input-xml-dates', at, { message: 'past', data: { end } })
  }
}

/** `YYYY-MM-DD` of a date as MM/DD/YYYY; nothing when there is no such day. */
function dayOf(text: string): string | undefined {
  const [, month = '', day = '', year = ''] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text) ?? []
  const iso = `${year}-${month}-${day}`
  const date = new Date(`${iso}T00:00:00Z`)
  return year !== '' && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined
}

function judgeCountries({ report }: CheckContext, read: OfferPackage, element: XmlElement | undefined): void {
  if (element === undefined) return
  const at = inInput(read, element)
  const list = element.text
  if (list.trim() === '') report('input-xml-countries', at, { message: 'empty' })
  else if (/\s/.test(list)) report('input-xml-countries', at, { message: 'blank' })
  const unknown = list
    .split(',')
    .map((code) => code.trim())
    .filter((code) => code !== '' && !countryCodes.has(code))
  for (const code of new Set(unknown.slice(0, 20))) report('input-xml-countries', at, { data: { code } })
}

function judgeLocales({ report }: CheckContext, read: OfferPackage, root: XmlElement | undefined): void {
  const holder = childOf(root, 'Locales')
  const locales = holder?.children.filter(({ name }) => name === 'PackageLocale') ?? []
  if (holder === undefined || locales.length === 0) return
  const known = new Set(read.inner?.solutions.flatMap(({ languages }) => languages) ?? [])
  for (const locale of locales) {
    const code = locale.attributes.Code
    if (code === undefined) continue
    const at = inInput(read, locale)
    if (!/^\d{4,5}$/.test(code)) report('input-xml-locales', at, { message: 'code', data: { code } })
    else if (known.size > 0 && !known.has(code)) {
      report('input-xml-locales', at, { message: 'solution', data: { code, languages: [...known].join(', ') } })
    }
  }
  const count = locales.filter(({ attributes }) => attributes.IsDefault === 'true').length
  if (count !== 1) report('input-xml-locales', inInput(read, holder), { message: 'default', data: { count } })
}

function judgeFiles({ report }: CheckContext, read: OfferPackage, root: XmlElement | undefined): void {
  const base = read.nestedIn ?? ''
  const locales = childOf(root, 'Locales')?.children ?? []
  const logos = locales.flatMap((locale) => childOf(locale, 'Logo') ?? [])
  const terms = locales.flatMap((locale) => childOf(locale, 'Terms')?.children ?? [])
  const named: (readonly [XmlElement, string])[] = [
    ...[childOf(root, 'PackageFile'), ...logos].flatMap((element) =>
      element === undefined ? [] : [[element, element.text.trim()] as const],
    ),
    ...terms.flatMap((term) => (term.attributes.File === undefined ? [] : [[term, term.attributes.File] as const])),
  ]
  for (const [element, file] of named) {
    if (file !== '' && !read.files.has(base + file))
      report('input-xml-files', inInput(read, element), { data: { file } })
  }
  for (const logo of logos) judgeIcon(report, read, logo)
  const anchor = childOf(root, 'SolutionAnchorName')
  const file = anchor?.text.trim() ?? ''
  if (file !== '' && read.inner !== undefined && !read.inner.paths.some((path) => path.split('/').at(-1) === file)) {
    report('input-xml-files', inInput(read, anchor), { message: 'anchor', data: { file } })
  }
  const link = childOf(root, 'LearnMoreLink')
  const fault = link === undefined ? undefined : addressFault(link.text.trim())
  if (fault !== undefined) report('input-xml-files', inInput(read, link), { message: 'link', data: { fault } })
}

function judgeIcon(report: CheckContext['report'], read: OfferPackage, logo: XmlElement): void {
  const file = logo.text.trim()
  const bytes = read.files.get((read.nestedIn ?? '') + file)?.bytes
  if (bytes === undefined || isJpeg(bytes)) return
  const image = readPng(bytes)
  const at = inInput(read, logo)
  if (!image.isPng) report('appsource-icon', at, { message: 'format', data: { file } })
  else if (!fits(image, imageSizes.packageIcon)) {
    report('appsource-icon', at, { message: 'size', data: { file, width: image.width, height: image.height } })
  }
}
