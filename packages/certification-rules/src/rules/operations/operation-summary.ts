import type { Operation } from '@sevenstep/connector-schema'
import { type CheckContext, defineRuleFamily, type MendContext } from '../../engine/rule-family.ts'
import { certifiedProfiles } from '../certified-profiles.ts'
import { isCutOff } from '../cut-off.ts'
import { asSentence, wordsOf } from '../texts/identifier-words.ts'
import { findNonEnglish } from '../texts/non-english.ts'
import { findProductName } from '../texts/product-names.ts'
import { comparableText, marksAtEnd } from '../texts/sentence-end.ts'
import { type VisibleText, visibleText } from './visible-operation.ts'

const maxLength = 80
const spokenCharacters: Readonly<Record<string, string>> = { '&': ' and ', '%': ' percent ', '/': ' or ' }

/** What makers see an operation called, as far as the validator looks: `summary`. */
export const operationSummary = defineRuleFamily({
  id: 'operation-summary',
  rules: {
    'op-summary-required': {
      title: 'Every operation that makers see has a summary.',
      profiles: certifiedProfiles,
      mend: 'proposed',
      messages: {
        found: {
          what: 'The operation "{operation}" has no summary.',
          why: 'The summary is the name makers pick an action by; without it they see the bare id.',
          fix: 'Add a "summary" such as "Get a car": a verb and its object, at most 80 characters.',
        },
      },
    },
    'op-summary-max-length-80': {
      title: 'A summary has at most 80 characters.',
      profiles: certifiedProfiles,
      deviation: 'no mend: only its author can say it shorter',
      messages: {
        found: {
          what: 'The summary of "{operation}" is {length} characters long; at most {max} are allowed.',
          why: 'Longer summaries are cut off in the list of actions and refused by the validator.',
          fix: 'Keep the verb and its object, and move the rest to the description.',
        },
      },
    },
    'op-summary-restricted-characters': {
      title: 'A summary contains none of / \\ < > * % & ?',
      profiles: certifiedProfiles,
      mend: 'proposed',
      deviation: 'the mend is proposed, not automatic: "/" and "&" stand for words that may be the wrong ones',
      messages: {
        found: {
          what: 'The summary of "{operation}" contains "{character}".',
          why: 'The name of an action may not hold this character; the validator refuses it.',
          fix: 'Write a word instead, or leave the character out.',
        },
      },
    },
    'op-summary-ends-alphanumeric': {
      title: 'A summary ends in a letter, a digit or a closing bracket.',
      profiles: certifiedProfiles,
      mend: 'automatic',
      messages: {
        found: {
          what: 'The summary of "{operation}" ends in "{end}".',
          why: 'A summary is a name, not a sentence; the validator refuses punctuation at its end.',
          fix: 'Remove what stands behind the last letter or digit.',
        },
      },
    },
    'op-summary-english': {
      title: 'A summary is written in English letters.',
      profiles: certifiedProfiles,
      messages: {
        found: {
          what: 'The summary of "{operation}" contains "{character}".',
          why: 'The gallery is in English, and the validator expects its letters.',
          fix: 'Write the summary in English.',
        },
      },
    },
    'op-summary-no-product-names': {
      title: 'A summary names no Power Platform product.',
      profiles: certifiedProfiles,
      deviation: 'no mend: what is left without the name may say something else',
      messages: {
        found: {
          what: 'The summary of "{operation}" names "{product}".',
          why: 'The operation runs in several products, and a Microsoft name suggests that it is Microsoft’s.',
          fix: 'Say what the operation does without naming the product.',
        },
      },
    },
    'op-summary-not-operation-id': {
      title: 'A summary is not the operationId again.',
      profiles: certifiedProfiles,
      mend: 'proposed',
      deviation: 'one plain word, such as "Search", may be both: measured as a violation, but not found here',
      messages: {
        found: {
          what: 'The summary of "{operation}" is only its id.',
          why: 'Makers look for words, not identifiers; reviewers send such summaries back.',
          fix: 'Write words, such as "Get a car" for "GetCar".',
        },
      },
    },
  },
  check(context) {
    return {
      operation(operation) {
        const summary = visibleText(operation, 'summary')
        if (summary !== undefined) checkSummary(context, operation, summary)
        else if (!operation.isInternal) {
          const node = operation.node.member('summary')
          if (node !== undefined || !isCutOff(context.connector, operation.node)) {
            const data = { operation: operation.label, id: operation.id ?? '' }
            context.report('op-summary-required', node ?? operation.node, { data })
          }
        }
      },
    }
  },
  mends: {
    'op-summary-required': ({ node, data, edit }) => {
      const site = node?.kind === 'object' ? node : node?.parent
      const summary = summaryFrom(String(data.id))
      if (site !== undefined && summary !== undefined) edit.insert(site, 'summary', summary, { after: 'operationId' })
    },
    'op-summary-restricted-characters': mendBy((summary) =>
      summary
        .replace(/[/\\<>*%&?]/g, (character) => spokenCharacters[character] ?? ' ')
        .split(/\s/)
        .filter(Boolean)
        .join(' '),
    ),
    'op-summary-ends-alphanumeric': mendBy((summary) => {
      const end = marksAtEnd(summary)
      const isOnlyPunctuation = [...end].every((character) => '.,;:!-–—… '.includes(character))
      return isOnlyPunctuation ? summary.slice(0, summary.length - end.length) : ''
    }),
    'op-summary-not-operation-id': ({ node, data, edit }) => {
      const summary = summaryFrom(String(data.operation))
      if (node !== undefined && summary !== undefined) edit.set(node, summary)
    },
  },
})

function checkSummary({ report }: CheckContext, operation: Operation, { node, text }: VisibleText): void {
  const label = operation.label
  if (text.length > maxLength) {
    report('op-summary-max-length-80', node, { data: { operation: label, length: text.length, max: maxLength } })
  }
  const restricted = /[/\\<>*%&?]/.exec(text)?.[0]
  if (restricted !== undefined) {
    report('op-summary-restricted-characters', node, { data: { operation: label, character: restricted } })
  }
  // Blanks count here: the text as it is written has to end well.
  const end = marksAtEnd(String(node.value))
  if (end !== '') report('op-summary-ends-alphanumeric', node, { data: { operation: label, end } })
  const foreign = findNonEnglish(text)
  if (foreign !== undefined) report('op-summary-english', node, { data: { operation: label, character: foreign } })
  const product = findProductName(text)
  if (product !== undefined) report('op-summary-no-product-names', node, { data: { operation: label, product } })
  if (operation.id !== undefined && isOnlyId(text, operation.id) && !isPlainWord(text)) {
    report('op-summary-not-operation-id', node, { data: { operation: label } })
  }
}

function isOnlyId(summary: string, id: string): boolean {
  return comparableText(summary) === comparableText(id)
}

/** True for "Search", which is as good a name as it is an id. */
function isPlainWord(summary: string): boolean {
  return /^\p{Lu}\p{Ll}*$/u.test(summary)
}

/** A summary made of the words of an id; nothing when that would be the id again or too long. */
function summaryFrom(id: string): string | undefined {
  const summary = asSentence(wordsOf(id))
  return summary === '' || summary.length > maxLength || isOnlyId(summary, id) ? undefined : summary
}

function mendBy(change: (summary: string) => string): (context: MendContext) => void {
  return ({ node, edit }) => {
    if (node === undefined) return
    const summary = String(node.value)
    const changed = change(summary.trim())
    if (changed !== '' && changed !== summary && changed.length <= maxLength) edit.set(node, changed)
  }
}
