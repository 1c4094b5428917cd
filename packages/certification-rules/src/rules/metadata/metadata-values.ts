import { categories as galleryCategories } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily, type Mend } from '../../engine/rule-family.ts'
import { certifiedProfiles } from '../certified-profiles.ts'
import { judgeAddress } from '../texts/web-address.ts'

/** Compared with texts from files, so any text may be asked for. */
const categories: readonly string[] = galleryCategories

/** What the entries of `x-ms-connector-metadata` say. */
export const metadataValues = defineRuleFamily({
  id: 'metadata-values',
  rules: {
    'metadata-categories-known': {
      title: 'Every category is one of the gallery’s.',
      profiles: certifiedProfiles,
      mend: 'automatic',
      messages: {
        found: {
          what: '"{category}" is not a category of the gallery.',
          why: 'The names are fixed and compared letter by letter.',
          fix: 'Use one of: {known}.',
        },
      },
    },
    'metadata-categories-max-two': {
      title: 'There are at most two categories.',
      profiles: certifiedProfiles,
      deviation: 'no mend: which two to keep is for the author to say',
      messages: {
        found: {
          what: 'There are {count} categories; at most two are allowed.',
          why: 'The gallery shows a connector in no more than two places.',
          fix: 'Keep the two that fit best.',
        },
      },
    },
    'metadata-categories-delimiter': {
      title: 'Categories are one text, joined by semicolons.',
      profiles: certifiedProfiles,
      mend: 'automatic',
      messages: {
        found: {
          what: 'The categories are not one text joined by semicolons.',
          why: 'Anything else is read as one unknown category.',
          fix: 'Write "First;Second".',
        },
      },
    },
    'metadata-url-valid': {
      title: 'Website and privacy policy are absolute addresses.',
      profiles: certifiedProfiles,
      mend: 'automatic',
      deviation: 'mended only where an address is right but for blanks around it',
      messages: {
        found: {
          what: 'The address of "{name}" is "{text}".',
          why: 'The connector’s page makes a link of it as it stands.',
          fix: 'Write one whole address without blanks, starting with https://.',
        },
        blank: {
          what: 'There is a blank before or behind the address of "{name}".',
          why: 'The connector’s page makes a link of it as it stands.',
          fix: 'Remove the blank.',
        },
      },
    },
    'metadata-url-https': {
      title: 'Website and privacy policy use https.',
      profiles: certifiedProfiles,
      mend: 'proposed',
      messages: {
        found: {
          what: 'The address of "{name}" uses plain http.',
          why: 'Browsers warn before opening it.',
          fix: 'Use https, after checking that the page answers there.',
        },
      },
    },
  },
  check(context) {
    return {
      definition({ node }) {
        for (const entry of node.member('x-ms-connector-metadata')?.children ?? []) {
          const name = entry.text('propertyName')?.trim().toLowerCase()
          const value = entry.member('propertyValue')
          if (value === undefined) continue
          if (name === 'categories') checkCategories(context, value)
          else if (name === 'website' || name === 'privacy policy') checkAddress(context, value, name)
        }
      },
    }
  },
  mends: {
    'metadata-categories-known': ({ node, data, edit }) => {
      const known = categories.find((one) => one.toLowerCase() === String(data.category).trim().toLowerCase())
      if (node === undefined || known === undefined) return
      edit.set(
        node,
        String(node.value)
          .split(';')
          .map((one) => (one === data.category ? known : one))
          .join(';'),
      )
    },
    'metadata-categories-delimiter': joinCategories(),
    'metadata-url-valid': ({ node, message, edit }) => {
      if (node !== undefined && message === 'blank') edit.set(node, String(node.value).trim())
    },
    'metadata-url-https': ({ node, edit }) => {
      if (node !== undefined) edit.set(node, String(node.value).replace(/^http:/i, 'https:'))
    },
  },
})

function checkCategories({ report }: CheckContext, value: JsonNode): void {
  const text = typeof value.value === 'string' ? value.value : undefined
  if (text === undefined || isJoinedOtherwise(text)) {
    report('metadata-categories-delimiter', value)
    return
  }
  const given = text.split(';').filter((one) => one.trim() !== '')
  if (given.length > 2) report('metadata-categories-max-two', value, { data: { count: given.length } })
  for (const category of given) {
    if (!categories.includes(category.trim()))
      report('metadata-categories-known', value, { data: { category, known: categories.join(', ') } })
  }
}

/** Several known categories in a text without a semicolon. */
function isJoinedOtherwise(text: string): boolean {
  return !text.includes(';') && text.split(/[,|/]| and /).filter((one) => categories.includes(one.trim())).length > 1
}

function checkAddress({ report }: CheckContext, value: JsonNode, entry: string): void {
  const text = String(value.value ?? '')
  const name = entry === 'website' ? 'Website' : 'Privacy policy'
  const verdict = judgeAddress(text)
  if (verdict === 'invalid') {
    const message = judgeAddress(text.trim()) === 'invalid' ? 'found' : 'blank'
    report('metadata-url-valid', value, { message, data: { name, text } })
  }
  if (verdict === 'http') report('metadata-url-https', value, { data: { name } })
}

function joinCategories(): Mend {
  return ({ node, edit }) => {
    if (node === undefined) return
    const given =
      node.kind === 'array'
        ? node.children.map((child) => String(child.value))
        : String(node.value).split(/[,|/]| and /)
    const known = given.map((one) => one.trim()).filter((one) => categories.includes(one))
    if (known.length === given.length && known.length > 0) edit.set(node, known.join(';'))
  }
}
