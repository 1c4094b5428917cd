import { competitorsIn } from '../../data/competing-products.ts'
import { limitOf } from '../../data/field-limits.ts'
import { allowedTags } from '../../data/html-subset.ts'
import { misnamedProducts } from '../../data/product-names.ts'
import type { CheckContext } from '../../engine/rule-family.ts'
import { defineRuleFamily } from '../../engine/rule-family.ts'
import { type DescriptionFault, type ReadDescription, readDescription } from '../../text/read-description.ts'
import { isPlaceholder, lengthOf } from '../../text/text-checks.ts'
import { textAt } from '../fields.ts'

/** Rules that judge what the description says. */
const ofContent = [
  'description-paragraphs',
  'description-opens-with-value',
  'description-language',
  'description-product-names',
  'description-no-competitor',
]

/** The long text of the listing: what it may hold, and what it has to say. */
export const listingDescription = defineRuleFamily({
  id: 'listing-description',
  group: 'Texts',
  rules: {
    'description-length': {
      title: 'The description has at most 3,000 characters, mark-up included.',
      setting: 'error',
      sources: ['dataverse-listing', 'saas-listing'],
      deviation: 'Partner Center may take 5,000 by now; the pages that were read say 3,000.',
      messages: {
        missing: {
          what: 'The listing has no description.',
          why: 'It is the page that sells the app, and Partner Center demands it.',
          fix: 'Write two or three paragraphs: what it does, for whom, what it needs.',
        },
        found: {
          what: 'The {field} has {length} characters with its mark-up, where {limit} are taken.',
          why: 'Partner Center refuses a longer one.',
          fix: 'Shorten it; what customers need later belongs into a document.',
        },
      },
    },
    'description-html': {
      title: 'The description uses the few HTML tags that the marketplace shows.',
      setting: 'error',
      sources: ['dataverse-listing', 'saas-listing'],
      messages: {
        tag: {
          what: 'The {field} uses <{name}> (line {line} of the text), which the marketplace does not show.',
          why: 'Such mark-up is refused, or shown as letters.',
          fix: 'Use only {allowed}; links belong into the fields for them.',
        },
        attribute: {
          what: 'The {field} has the attribute {name} (line {line} of the text).',
          why: 'Tags are shown without attributes; styles and scripts are refused.',
          fix: 'Take the attribute away.',
        },
      },
    },
    'description-balanced': {
      title: 'Every tag of the description is closed, and nothing is closed that was not open.',
      setting: 'error',
      sources: ['dataverse-listing'],
      messages: {
        unclosed: {
          what: 'The {field} opens <{name}> (line {line} of the text) and does not close it.',
          why: 'What follows can be shown wrongly.',
          fix: 'Add </{name}> where it ends.',
        },
        unopened: {
          what: 'The {field} closes </{name}> (line {line} of the text), which was not open.',
          why: 'The text is not what it was meant to be.',
          fix: 'Take the tag away, or open it where it begins.',
        },
      },
    },
    'description-paragraphs': {
      title: 'The description has two or three paragraphs that say what, for whom and what it needs.',
      setting: 'warning',
      sources: ['listing-criteria', 'listing-practices'],
      messages: {
        found: {
          what: 'The description has one paragraph of {words} words.',
          why: 'Reviewers ask for two or three: what customers gain, who they are, and what they need.',
          fix: 'Write a paragraph on each.',
        },
        short: {
          what: 'The description has {words} words in all.',
          why: 'That is too few to say what customers gain, who they are, and what they need.',
          fix: 'Write a paragraph on each.',
        },
      },
    },
    'description-opens-with-value': {
      title: 'The first sentence says what customers gain.',
      setting: 'info',
      sources: ['listing-practices'],
      messages: {
        found: {
          what: 'The description begins with "{opening}".',
          why: 'Many customers read no further than the first sentence.',
          fix: 'Begin with what customers can do with the app, not with greetings or your company.',
        },
      },
    },
    'description-language': {
      title: 'A listing in another language than English begins with the sentence that says so.',
      setting: 'error',
      sources: ['dataverse-listing', 'dataverse-setup'],
      messages: {
        found: {
          what: 'The listing is in "{language}" and its description does not begin with the sentence that says so.',
          why: 'Customers of other languages see the listing too.',
          fix: 'Begin it with "This application is available only in {name}."',
        },
      },
    },
    'description-product-names': {
      title: 'Microsoft’s products are called by their names.',
      setting: 'warning',
      sources: ['listing-criteria'],
      deviation: 'Which old names are told is our choice.',
      messages: {
        found: {
          what: 'The {field} says "{found}".',
          why: 'Reviewers send back texts that name Microsoft’s products wrongly.',
          fix: 'Write "{name}".',
        },
      },
    },
    'description-no-competitor': {
      title: 'No product that competes with Power Automate is named, unless customers move from it.',
      setting: 'warning',
      sources: ['listing-criteria'],
      deviation:
        'Which products compete is our list of the best known; what a sentence is about, we read from its verbs.',
      messages: {
        found: {
          what: 'The {field} names "{product}".',
          why: 'Reviewers send back texts that name competitors, unless the app helps customers to move from them.',
          fix: 'Say what your app does without the name, or say that it helps to migrate.',
        },
      },
    },
  },
  check(context) {
    const { subject, edition, report } = context
    const { root } = subject.offer
    judgeText(context, 'gettingStarted', 'getting started text')
    const description = judgeText(context, 'description', 'description')
    const at = root.nearest('listing', 'description')
    if (description === undefined) {
      report('description-length', at, { message: 'missing' })
      for (const rule of ofContent) {
        context.notChecked(rule, 'The listing has no description.', 'Add "listing.description".')
      }
      return
    }
    for (const field of ['name', 'summary', 'description'] as const) {
      const text = textAt(root, 'listing', field)
      if (text === undefined) continue
      for (const product of competitorsIn(text.text)) {
        report('description-no-competitor', text.node, { data: { field, product } })
      }
      if (edition === '2018-02') continue
      for (const { found, name } of misnamedProducts(text.text)) {
        report('description-product-names', text.node, { data: { field, found, name } })
      }
    }
    judgeContent(context, description)
  },
})

/** Judges length and mark-up of a text with HTML; gives what a reader sees. */
function judgeText(
  { subject, edition, report }: CheckContext,
  field: 'description' | 'gettingStarted',
  title: string,
): ReadDescription | undefined {
  const text = textAt(subject.offer.root, 'listing', field)
  if (text === undefined) return undefined
  const limit = limitOf(field, edition)
  const length = lengthOf(text.text)
  if (length > limit) report('description-length', text.node, { data: { field: title, length, limit } })
  const read = readDescription(text.text)
  for (const fault of firstOfEach(read.faults)) {
    const { kind, name, at } = fault
    const rule = kind === 'tag' || kind === 'attribute' ? 'description-html' : 'description-balanced'
    const line = text.text.slice(0, at).split('\n').length
    const allowed = [...allowedTags].join(', ')
    report(rule, text.node, { message: kind, data: { field: title, name, line, allowed } })
  }
  return read
}

/** One of each kind: a link that occurs ten times is one thing to mend. */
function firstOfEach(faults: readonly DescriptionFault[]): readonly DescriptionFault[] {
  const seen = new Set<string>()
  return faults.filter(({ kind, name }) => {
    const key = `${kind} ${name}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function judgeContent({ subject, report, notChecked }: CheckContext, { paragraphs }: ReadDescription): void {
  const { root } = subject.offer
  const at = root.nearest('listing', 'description')
  const words = paragraphs.join(' ').split(' ').filter(Boolean).length
  if (paragraphs.length < 2) report('description-paragraphs', at, { data: { words } })
  else if (words < 25) report('description-paragraphs', at, { message: 'short', data: { words } })
  const language = root.text('language') ?? 'en-us'
  const opening = paragraphs[0] ?? ''
  const sentence = /^[^.!?]*[.!?]?/.exec(opening)?.[0] ?? ''
  const isEnglish = /^en\b/i.test(language)
  // A new folder says English before anybody wrote a word.
  if (isEnglish && isPlaceholder(paragraphs.join(' '))) {
    notChecked('description-language', 'The description is not written yet.', 'Write "listing.description".')
  }
  if (!isEnglish && !/^this application is available only in \S/i.test(opening)) {
    report('description-language', at, { data: { language, name: languageName(language) } })
  } else if (isEnglish && /^(welcome\b|hello\b|we are\b|our company\b|founded\b|about us\b)/i.test(sentence)) {
    report('description-opens-with-value', at, { data: { opening: sentence } })
  }
}

const languages: Readonly<Record<string, string>> = {
  da: 'Danish',
  de: 'German',
  es: 'Spanish',
  fi: 'Finnish',
  fr: 'French',
  it: 'Italian',
  ja: 'Japanese',
  ko: 'Korean',
  nb: 'Norwegian',
  nl: 'Dutch',
  pl: 'Polish',
  pt: 'Portuguese',
  sv: 'Swedish',
  tr: 'Turkish',
  zh: 'Chinese',
}

function languageName(code: string): string {
  return languages[code.slice(0, 2).toLowerCase()] ?? '[language]'
}
