import { defineRuleFamily, type MendContext } from '../../engine/rule-family.ts'
import { certifiedProfiles } from '../certified-profiles.ts'
import { isCutOff } from '../cut-off.ts'
import { asHeading, wordsOf } from '../texts/identifier-words.ts'
import { findProductName } from '../texts/product-names.ts'
import { comparableText } from '../texts/sentence-end.ts'
import { audienceOf, labelOf, ownerOf, type ParameterAudience } from './parameter-audience.ts'

const key = 'x-ms-summary'
const maxLength = 80

/** What makers see a parameter called: `x-ms-summary`. */
export const parameterSummary = defineRuleFamily({
  id: 'parameter-summary',
  rules: {
    'param-x-ms-summary-required': {
      title: 'Every parameter that makers fill in has a summary.',
      profiles: certifiedProfiles,
      mend: 'proposed',
      messages: {
        found: {
          what: 'The parameter "{name}" of {owner} has no "x-ms-summary".',
          why: 'It is the label of the field in the designer; without it makers see the technical name.',
          fix: 'Add "x-ms-summary" with the name a maker would use.',
        },
      },
    },
    'param-summary-max-length': {
      title: 'A parameter’s summary has at most 80 characters.',
      profiles: certifiedProfiles,
      deviation: 'no mend: only its author can say it shorter',
      messages: {
        found: {
          what: 'The summary of the parameter "{name}" of {owner} is {length} characters long; at most {max} are allowed.',
          why: 'It is the label of a field; longer ones are cut off and refused.',
          fix: 'Keep the name of the thing and move the rest to the description.',
        },
      },
    },
    'param-summary-charset': {
      title: 'A parameter’s summary consists of letters, digits, blanks and brackets.',
      profiles: certifiedProfiles,
      deviation: 'no mend: what a comma or hyphen should become is a question of wording',
      messages: {
        found: {
          what: 'The summary of the parameter "{name}" of {owner} contains "{character}".',
          why: 'The submission page asks for letters, digits and brackets only; many accepted labels have more.',
          fix: 'Word the label so that it needs no punctuation.',
        },
      },
    },
    'param-summary-human-readable': {
      title: 'A parameter’s summary is made of words, not of identifiers.',
      profiles: certifiedProfiles,
      mend: 'proposed',
      deviation:
        'a capital inside a word counts only where the whole summary is that word, for names have them too; the mend is proposed, not automatic, for the same reason',
      messages: {
        found: {
          what: 'The summary "{summary}" of the parameter "{name}" of {owner} reads like an identifier.',
          why: 'Makers read labels, and "Car Id" is easier to read than "carId".',
          fix: 'Write words with capitals, such as "{example}".',
        },
      },
    },
    'param-summary-no-product-names': {
      title: 'A parameter’s summary names no Power Platform product.',
      profiles: certifiedProfiles,
      deviation: 'no mend: what is left without the name may say something else',
      messages: {
        found: {
          what: 'The summary of the parameter "{name}" of {owner} names "{product}".',
          why: 'The operation runs in several products, and a Microsoft name suggests that it is Microsoft’s.',
          fix: 'Name the thing without the product.',
        },
      },
    },
  },
  check({ report, connector }) {
    let audience: ParameterAudience | undefined
    return {
      definition(definition) {
        audience = audienceOf(definition)
      },
      parameter(parameter) {
        if (audience?.fillsIn(parameter) !== true) return
        const node = parameter.node.member(key)
        const summary = node?.kind === 'string' ? String(node.value).trim() : ''
        const data = { name: labelOf(parameter), owner: ownerOf(parameter) }
        if (node === undefined || summary === '') {
          if (node === undefined && isCutOff(connector, parameter.node)) return
          report('param-x-ms-summary-required', node ?? parameter.node, { data })
          return
        }
        if (summary.length > maxLength) {
          report('param-summary-max-length', node, { data: { ...data, length: summary.length, max: maxLength } })
        }
        const character = /[^\p{L}\p{M}\p{N}\s()[\]]/u.exec(summary)?.[0]
        // The underscore of an identifier is told as such.
        if (character !== undefined && !(character === '_' && isIdentifier(summary)))
          report('param-summary-charset', node, { data: { ...data, character } })
        if (isIdentifier(summary)) {
          const example = inWords(summary.slice(0, maxLength))
          report('param-summary-human-readable', node, { data: { ...data, summary, example } })
        }
        const product = findProductName(summary)
        if (product !== undefined) report('param-summary-no-product-names', node, { data: { ...data, product } })
      },
    }
  },
  mends: {
    'param-x-ms-summary-required': addSummary,
    'param-summary-human-readable': ({ node, edit }) => {
      const words = inWords(String(node?.value ?? '').trim())
      if (node !== undefined && isFit(words) && !isDescribedAs(node.parent, words)) edit.set(node, words)
    },
  },
})

/** A word in camelCase or snake_case anywhere, or nothing but one in PascalCase; "eSign" and "Use LinkedIn" are names. */
function isIdentifier(summary: string): boolean {
  return (
    /[\p{L}\p{N}]_[\p{L}\p{N}]/u.test(summary) ||
    /(?<![\p{L}\p{N}])\p{Ll}{2,40}\p{Lu}/u.test(summary) ||
    /^\p{Lu}\p{Ll}{1,80}\p{Lu}[\p{L}\p{N}]*$/u.test(summary)
  )
}

/** The summary with each identifier in it taken apart into words. */
function inWords(summary: string): string {
  return summary
    .split(' ')
    .map((word) => (isIdentifier(word) ? asHeading(wordsOf(word)) : word))
    .join(' ')
}

function addSummary({ node, edit }: MendContext): void {
  const parameter = node?.kind === 'object' ? node : node?.parent
  const name = parameter?.text('name')
  if (parameter === undefined || name === undefined) return
  const words = asHeading(wordsOf(name))
  if (isFit(words) && !isDescribedAs(parameter, words)) edit.insert(parameter, key, words)
}

/** False for a label that would only bring the next finding. */
function isFit(summary: string): boolean {
  return (
    summary !== '' && summary.length <= maxLength && !isIdentifier(summary) && findProductName(summary) === undefined
  )
}

function isDescribedAs(parameter: MendContext['node'], summary: string): boolean {
  return comparableText(parameter?.text('description') ?? '') === comparableText(summary)
}
