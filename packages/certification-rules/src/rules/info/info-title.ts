import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily, type MendContext } from '../../engine/rule-family.ts'
import { certifiedProfiles } from '../certified-profiles.ts'
import { findProductName } from '../texts/product-names.ts'

const maxLength = 30

/** What the connector is called: `info.title`. */
export const infoTitle = defineRuleFamily({
  id: 'info-title',
  rules: {
    'info-title-required': {
      title: 'The connector has a title.',
      messages: {
        found: {
          what: 'The connector has no title.',
          why: 'The title is the name makers search for; without it nothing can be listed.',
          fix: 'Add "title" to "info": the name of your product, at most 30 characters.',
        },
      },
    },
    'info-title-max-length': {
      title: 'The title has at most 30 characters.',
      messages: {
        found: {
          what: 'The title is {length} characters long; at most {max} are allowed.',
          why: 'Longer titles are cut off in the designer and refused at certification.',
          fix: 'Shorten it to the product’s name.',
        },
      },
    },
    'info-title-restricted-words': {
      title: 'The title does not contain the words "API" or "Connector".',
      profiles: certifiedProfiles,
      mend: 'proposed',
      messages: {
        found: {
          what: 'The title contains the word "{word}".',
          why: 'Every entry of the gallery is a connector to an API; the word tells makers nothing and is refused.',
          fix: 'Leave the word out and keep the product’s name.',
        },
      },
    },
    'info-title-no-product-names': {
      title: 'The title names no Power Platform product.',
      profiles: certifiedProfiles,
      messages: {
        found: {
          what: 'The title names "{product}".',
          why: 'A Microsoft product in the title suggests that Microsoft made the connector.',
          fix: 'Name your own product only.',
        },
      },
    },
    'info-title-ends-alphanumeric': {
      title: 'The title ends in a letter or digit.',
      profiles: certifiedProfiles,
      mend: 'proposed',
      messages: {
        found: {
          what: 'The title ends in "{end}".',
          why: 'The validator expects a name that ends in a letter or digit.',
          fix: 'Remove what stands behind the last letter or digit.',
        },
      },
    },
    'info-title-english': {
      title: 'The title is written in English letters.',
      profiles: certifiedProfiles,
      messages: {
        found: {
          what: 'The title contains "{character}".',
          why: 'The gallery is in English and the validator accepts plain characters only in a title.',
          fix: 'Write the title in English, with letters from A to Z, without signs such as "™".',
        },
      },
    },
    'info-title-trimmed': {
      title: 'The title neither starts nor ends with white space.',
      mend: 'automatic',
      messages: {
        found: {
          what: 'The title starts or ends with white space.',
          why: 'The space shows up as a shifted name in lists and counts towards the 30 characters.',
          fix: 'Remove the white space around the title.',
        },
      },
    },
    'info-title-unique': {
      title: 'No other connector has the same title.',
      profiles: certifiedProfiles,
      messages: {
        found: {
          what: 'There is already a connector called "{title}".',
          why: 'Makers could not tell the two apart.',
          fix: 'Choose another title, unless the other connector is an earlier version of this one.',
        },
      },
    },
    'info-title-independent-suffix': {
      title: 'The title of an independent publisher’s connector says so.',
      profiles: ['independent-publisher'],
      deviation: 'no mend: off, because no accepted connector has the suffix in its title',
      messages: {
        found: {
          what: 'The title does not end in "(Independent Publisher)".',
          why: 'Older guidance asked for the words in the title; accepted connectors have them in the pull request only.',
          fix: 'Nothing, unless a reviewer asks for it.',
        },
      },
    },
  },
  check(context) {
    return {
      definition({ node, info }) {
        const title = info?.member('title')
        if (title === undefined || title.kind !== 'string' || title.value === '') {
          context.report('info-title-required', title ?? info ?? node)
        } else checkTitle(context, title, String(title.value))
      },
    }
  },
  mends: {
    'info-title-restricted-words': mendBy((title) =>
      title
        .replace(/\b(api|connector)s?\b/gi, '')
        .replace(/\s+/g, ' ')
        .trim(),
    ),
    'info-title-ends-alphanumeric': mendBy((title) => title.replace(/(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/u, '')),
    'info-title-trimmed': mendBy((title) => title.trim()),
  },
})

function checkTitle({ report, notChecked, knownTitles }: CheckContext, node: JsonNode, title: string): void {
  if (title.length > maxLength)
    report('info-title-max-length', node, { data: { length: title.length, max: maxLength } })
  if (title.trim() !== title) report('info-title-trimmed', node)
  const word = /\b(api|connector)\b/i.exec(title)?.[0]
  if (word !== undefined) report('info-title-restricted-words', node, { data: { word } })
  const product = findProductName(title)
  if (product !== undefined) report('info-title-no-product-names', node, { data: { product } })
  const isKnown = knownTitles?.has(title.trim().toLowerCase()) === true
  if (knownTitles === undefined)
    notChecked('info-title-unique', 'No list of existing titles was given ("knownTitles" in the configuration).')
  else if (isKnown) report('info-title-unique', node, { data: { title } })
  if (!/\(independent publisher\)\s*$/i.test(title)) report('info-title-independent-suffix', node)
  const end = /(?<![^\p{L}\p{N}\s])[^\p{L}\p{N}\s]+$/u.exec(title.trim())?.[0]
  if (end !== undefined) report('info-title-ends-alphanumeric', node, { data: { end } })
  const character = /[^\x20-\x7e\s\ufffd]/u.exec(title)?.[0]
  if (character !== undefined) report('info-title-english', node, { data: { character } })
}

function mendBy(change: (title: string) => string): (context: MendContext) => void {
  return ({ node, edit }) => {
    if (node === undefined) return
    const changed = change(String(node.value))
    if (changed !== '') edit.set(node, changed)
  }
}
