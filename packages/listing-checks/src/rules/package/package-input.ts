import { countryCodes } from '../../data/markets.ts'
import type { CheckContext } from '../../engine/rule-family.ts'
import { defineRuleFamily } from '../../engine/rule-family.ts'
import type { OfferPackage } from '../../package/offer-package.ts'
import { childOf, type XmlElement } from '../../package/read-xml.ts'
import { addressFault } from '../../text/text-checks.ts'
import { judgeIcon } from './judge-icon.ts'
import { judgeNames } from './judge-input-names.ts'
import { inInput, notForSaas } from './package-place.ts'

const sources = ['appsource-package'] as const

/** Rules that look into `input.xml`. */
const ofInput = [
  'input-xml-readable',
  'input-xml-names',
  'input-xml-dates',
  'input-xml-countries',
  'input-xml-locales',
  'input-xml-files',
  'appsource-icon',
]

/** `input.xml`: what the marketplace is told about the package. */
export const packageInput = defineRuleFamily({
  id: 'package-input',
  group: 'Package',
  rules: {
    'input-xml-readable': {
      title: 'input.xml is well-formed XML.',
      setting: 'error',
      exceptions: notForSaas,
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
      exceptions: notForSaas,
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
      exceptions: notForSaas,
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
      exceptions: notForSaas,
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
      exceptions: notForSaas,
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
      exceptions: notForSaas,
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
      exceptions: notForSaas,
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
    if (read?.inputXml === undefined) {
      const lacking = read === undefined ? 'There is no package to look into.' : 'The package has no input.xml.'
      const handIn = 'Put the AppSource package with its input.xml into the folder, and name it under "package.file".'
      for (const rule of ofInput) context.notChecked(rule, lacking, handIn)
      return
    }
    const { file, xml } = read.inputXml
    if (xml.fault !== undefined) {
      const at = Math.min(xml.fault.at, file.text.length)
      context.report('input-xml-readable', { file, start: at, end: at }, { data: { fault: xml.fault.what } })
      context.notChecked('appsource-icon', 'input.xml cannot be read, so nobody knows which file is the icon.')
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

function judgeFiles(context: CheckContext, read: OfferPackage, root: XmlElement | undefined): void {
  const { report, notChecked } = context
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
  const seen = logos.filter((logo) => judgeIcon(context, read, logo))
  if (seen.length === 0) {
    const handIn = 'Put it into the package, and name it in input.xml.'
    notChecked('appsource-icon', 'The package does not have an icon that input.xml names.', handIn)
  }
  const anchor = childOf(root, 'SolutionAnchorName')
  const file = anchor?.text.trim() ?? ''
  if (file !== '' && read.inner !== undefined && !read.inner.paths.some((path) => path.split('/').at(-1) === file)) {
    report('input-xml-files', inInput(read, anchor), { message: 'anchor', data: { file } })
  }
  const link = childOf(root, 'LearnMoreLink')
  const fault = link === undefined ? undefined : addressFault(link.text.trim())
  if (fault !== undefined) report('input-xml-files', inInput(read, link), { message: 'link', data: { fault } })
}
