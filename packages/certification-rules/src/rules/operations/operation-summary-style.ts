import { defineRuleFamily } from '../../engine/rule-family.ts'
import { certifiedProfiles } from '../certified-profiles.ts'
import { comparableText, marksAtEnd } from '../texts/sentence-end.ts'
import { type VisibleText, visibleText } from './visible-operation.ts'

/** What makers see an operation called, as far as guidance goes: `summary`. */
export const operationSummaryStyle = defineRuleFamily({
  id: 'operation-summary-style',
  rules: {
    'op-summary-charset': {
      title: 'A summary consists of letters, digits, blanks and brackets.',
      profiles: certifiedProfiles,
      deviation:
        'no mend: what a comma or hyphen should become is a question of wording; characters that are refused anyway, and those at the end, are told by the rules about them',
      messages: {
        found: {
          what: 'The summary of "{operation}" contains "{character}".',
          why: 'The submission page asks for letters, digits and brackets only; many accepted summaries have more.',
          fix: 'Word the summary so that it needs no punctuation.',
        },
      },
    },
    'op-summary-sentence-case': {
      title: 'A summary is written in sentence case.',
      profiles: certifiedProfiles,
      mend: 'proposed',
      messages: {
        found: {
          what: 'The summary "{summary}" is not in sentence case.',
          why: 'Actions of all connectors stand in one list, and those of Microsoft’s guidance begin with the only capital.',
          fix: 'Write it as "{example}", but keep the capitals of names.',
        },
      },
    },
    'op-summary-unique': {
      title: 'No two operations that makers see have the same summary.',
      deviation:
        'deprecated operations are left out: makers cannot choose them; no mend: only the author knows how they differ',
      messages: {
        found: {
          what: 'The summary "{summary}" of "{operation}" is also that of "{other}".',
          why: 'Makers see two actions of one name and cannot tell which to take.',
          fix: 'Say in the summary what sets the operation apart.',
        },
      },
    },
  },
  check(context) {
    const seen = new Map<string, VisibleText & { readonly label: string }>()
    return {
      operation(operation) {
        const summary = visibleText(operation, 'summary')
        if (summary === undefined) return
        const { node, text } = summary
        const operationLabel = operation.label
        const name = text.slice(0, text.length - marksAtEnd(text).length)
        const character = /[^\p{L}\p{M}\p{N}\s()[\]/\\<>*%&?]/u.exec(name)?.[0]
        if (character !== undefined) {
          context.report('op-summary-charset', node, { data: { operation: operationLabel, character } })
        }
        if (!isSentenceCase(text)) {
          context.report('op-summary-sentence-case', node, { data: { summary: text, example: inSentenceCase(text) } })
        }
        if (operation.isDeprecated) return
        const key = `${operation.isTrigger ? 'trigger' : 'action'} ${comparableText(text)}`
        const first = seen.get(key)
        if (first === undefined) seen.set(key, { ...summary, label: operationLabel })
        else {
          context.report('op-summary-unique', node, {
            data: { summary: text, operation: operationLabel, other: first.label },
            related: [{ at: first.node, note: 'The other operation of that name.' }],
          })
        }
      },
    }
  },
  mends: {
    'op-summary-sentence-case': ({ node, edit }) => {
      if (node !== undefined) edit.set(node, inSentenceCase(String(node.value).trim()))
    },
  },
})

/** Names keep their capitals, so only a text in which every longer word has one is taken for a heading. */
function isSentenceCase(text: string): boolean {
  if (/^\p{Ll}+(\s|$)/u.test(text)) return false
  const words = text.split(/\s+/).slice(1).filter(isPlainWord)
  return words.length < 2 || words.some((word) => /^\p{Ll}/u.test(word))
}

function isPlainWord(word: string): boolean {
  return /^\p{L}\p{Ll}{3,}$/u.test(word)
}

function inSentenceCase(text: string): string {
  const [first = '', ...rest] = text.split(/\s+/)
  return [
    first.charAt(0).toUpperCase() + first.slice(1),
    ...rest.map((word) => (isPlainWord(word) ? word.toLowerCase() : word)),
  ].join(' ')
}
