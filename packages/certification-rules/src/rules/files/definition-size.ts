import { defineRuleFamily } from '../../engine/rule-family.ts'

const mostBytes = 1024 * 1024
const mostCharacters = 500_000

/** How large the definition is. */
export const definitionSize = defineRuleFamily({
  id: 'definition-size',
  rules: {
    'file-definition-size': {
      title: 'The definition is smaller than 1 MB.',
      messages: {
        found: {
          what: 'The definition has {size} bytes; at most {max} are allowed.',
          why: 'The platform does not take larger definitions.',
          fix: 'Leave out operations nobody needs, share schemas through definitions, or split the connector in two.',
        },
      },
    },
    'file-definition-size-dataverse': {
      title: 'The definition has at most 500,000 characters.',
      messages: {
        found: {
          what: 'The definition has {length} characters; a solution holds at most {max}.',
          why: 'The column it is stored in is too short, so the connector cannot be added to a solution.',
          fix: 'Save it without indentation, leave out operations nobody needs, or share schemas through definitions.',
        },
      },
    },
  },
  check({ report, notChecked }) {
    return {
      connector({ definitionFile: file, presence }) {
        if (presence.definition === 'unreadable') {
          const reason = 'The definition could not be read.'
          notChecked('file-definition-size', reason)
          notChecked('file-definition-size-dataverse', reason)
        }
        if (file === undefined) return
        const { sizeBytes: size, text } = file
        const place = { file, start: 0, end: 0 }
        if (size > mostBytes) report('file-definition-size', place, { data: { size, max: mostBytes } })
        if (text.length > mostCharacters) {
          const data = { length: text.length, max: mostCharacters }
          report('file-definition-size-dataverse', place, { data })
        }
      },
    }
  },
})
