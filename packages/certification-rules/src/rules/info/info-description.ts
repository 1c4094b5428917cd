import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { certifiedProfiles } from '../certified-profiles.ts'
import { findNonEnglish } from '../texts/non-english.ts'
import { findProductName } from '../texts/product-names.ts'

const minLength = 30
const maxLength = 500

/** What the connector does, in a paragraph: `info.description`. */
export const infoDescription = defineRuleFamily({
  id: 'info-description',
  rules: {
    'info-description-required': {
      title: 'The connector has a description.',
      messages: {
        found: {
          what: 'The connector has no description.',
          why: 'Makers choose by it, and Microsoft’s command line stops with an unexplained error when it is missing.',
          fix: 'Add "description" to "info": one to three sentences on what your service does, 30 to 500 characters.',
        },
      },
    },
    'info-description-min-length': {
      title: 'The description has at least 30 characters.',
      profiles: certifiedProfiles,
      messages: {
        found: {
          what: 'The description is only {length} characters long; at least {min} are asked for.',
          why: 'A description this short does not tell a maker what the service does.',
          fix: 'Say in one or two sentences what the service does and for whom.',
        },
      },
    },
    'info-description-max-length': {
      title: 'The description has at most 500 characters.',
      profiles: certifiedProfiles,
      messages: {
        found: {
          what: 'The description is {length} characters long; at most {max} are allowed.',
          why: 'The gallery has no room for more, and no accepted connector has one longer.',
          fix: 'Keep what the service does; move set-up and limits to the readme.',
        },
      },
    },
    'info-description-restricted-words': {
      title: 'The description does not name Power Apps, Power Automate or Logic Apps.',
      profiles: certifiedProfiles,
      messages: {
        found: {
          what: 'The description contains "{phrase}".',
          why: 'The connector works in all of these products; naming one is refused by the validator.',
          fix: 'Describe what your service does, not where the connector is used.',
        },
      },
    },
    'info-description-no-product-names': {
      title: 'The description names no other Power Platform product.',
      profiles: certifiedProfiles,
      messages: {
        found: {
          what: 'The description names "{product}".',
          why: 'Texts of a third party should not lean on the names of Microsoft’s products.',
          fix: 'Leave the product’s name out, unless your service really exchanges data with that product.',
        },
      },
    },
    'info-description-no-api-word': {
      title: 'The description avoids the word "API".',
      profiles: certifiedProfiles,
      messages: {
        found: {
          what: 'The description speaks of an "API".',
          why: 'Makers build flows without knowing what an API is; the word takes room from what they look for.',
          fix: 'Speak of the service and what one can do with it.',
        },
      },
    },
    'info-description-english': {
      title: 'The description is written in English.',
      profiles: certifiedProfiles,
      messages: {
        found: {
          what: 'The description contains "{character}", which English texts do not use.',
          why: 'The gallery is in English and translated from there.',
          fix: 'Write the description in English.',
        },
      },
    },
    'info-description-ends-punctuation': {
      title: 'The description ends like a sentence.',
      profiles: certifiedProfiles,
      mend: 'automatic',
      messages: {
        found: {
          what: 'The description does not end in a full stop.',
          why: 'Full sentences read as finished; reviewers ask for them.',
          fix: 'End the last sentence with a full stop.',
        },
      },
    },
    'info-description-differs-title': {
      title: 'The description says more than the title.',
      profiles: certifiedProfiles,
      messages: {
        found: {
          what: 'The description is the title again.',
          why: 'It tells a maker nothing that the name did not already say.',
          fix: 'Say in one or two sentences what the service does.',
        },
      },
    },
  },
  check(context) {
    return {
      definition({ node, info, title }) {
        const description = info?.member('description')
        if (description === undefined || description.kind !== 'string' || String(description.value).trim() === '') {
          context.report('info-description-required', description ?? info ?? node)
        } else checkDescription(context, description, String(description.value), title)
      },
    }
  },
  mends: {
    'info-description-ends-punctuation': ({ node, edit }) => {
      if (node !== undefined) edit.set(node, `${String(node.value).trimEnd()}.`)
    },
  },
})

function checkDescription({ report }: CheckContext, node: JsonNode, text: string, title: string | undefined): void {
  const { length } = text
  if (length < minLength) report('info-description-min-length', node, { data: { length, min: minLength } })
  if (length > maxLength) report('info-description-max-length', node, { data: { length, max: maxLength } })
  const phrase = /\b(power apps|power automate|logic apps)\b/i.exec(text)?.[0]
  if (phrase !== undefined) report('info-description-restricted-words', node, { data: { phrase } })
  else {
    const product = findProductName(text)
    if (product !== undefined) report('info-description-no-product-names', node, { data: { product } })
  }
  if (/\bapis?\b/i.test(text)) report('info-description-no-api-word', node)
  const character = findNonEnglish(text)
  if (character !== undefined) report('info-description-english', node, { data: { character } })
  if (!/[.!?)"'”’…]\s*$/.test(text)) report('info-description-ends-punctuation', node)
  if (title !== undefined && text.trim().toLowerCase() === title.trim().toLowerCase())
    report('info-description-differs-title', node)
}
