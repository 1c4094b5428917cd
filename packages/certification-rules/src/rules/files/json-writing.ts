import { type ReadingProblem, readingProblems } from '@sevenstep/connector-schema'
import { type CheckContext, defineRuleFamily, type MessageData } from '../../engine/rule-family.ts'
import { jsonProblemMends } from './json-problem-mends.ts'
import { syntaxMessages } from './syntax-messages.ts'

/** How the JSON files are written: syntax, comments, keys that occur twice, byte-order mark, encoding. */
export const jsonWriting = defineRuleFamily({
  id: 'json-writing',
  rules: {
    'file-json-valid': {
      title: 'The JSON files hold strict JSON.',
      mend: 'proposed',
      mendByMessage: {
        'trailing-comma': 'automatic',
        'stray-comma': 'automatic',
        'single-quotes': 'automatic',
        'unquoted-key': 'automatic',
        blank: 'automatic',
        'empty-text': 'none',
        'unterminated-text': 'none',
        'unterminated-value': 'none',
        'too-deep': 'none',
        'not-object': 'none',
        more: 'none',
      },
      deviation:
        'mended automatically only where the meaning is plain: commas too many, single quotes, keys without quotes',
      messages: syntaxMessages,
    },
    'file-json-no-comments': {
      title: 'The JSON files hold no comments.',
      mend: 'automatic',
      messages: {
        found: {
          what: 'There is a comment in the file: {found}.',
          why: 'JSON has no comments; the command line tools and the validator stop reading here.',
          fix: 'Remove the comment; what readers need to know goes into a description.',
        },
        open: {
          what: 'A comment begins here and never ends: {found}.',
          why: 'JSON has no comments, and everything behind this place is lost to a reader.',
          fix: 'Remove the comment by hand: nobody else can tell where it was meant to end.',
        },
      },
      mendByMessage: { open: 'none' },
    },
    'file-json-no-duplicate-keys': {
      title: 'No key occurs twice in one object.',
      mend: 'proposed',
      messages: {
        found: {
          what: 'The key {found} stands twice in one object; the first one is on line {line}.',
          why: 'The last one wins silently, so what the first one says never reaches the platform.',
          fix: 'Keep one of the two, or give one of them the name it was meant to have.',
        },
      },
    },
    'file-json-no-bom': {
      title: 'The JSON files start without a byte-order mark.',
      mend: 'automatic',
      messages: {
        found: {
          what: 'The file starts with a byte-order mark.',
          why: 'The command line tools validate such a file but fail when they create or update the connector from it.',
          fix: 'Save the file as UTF-8 without a byte-order mark.',
        },
      },
    },
    'file-json-utf8': {
      title: 'The JSON files are written in UTF-8.',
      deviation: 'no mend: which encoding it was could only be guessed',
      messages: {
        found: {
          what: 'The file is not UTF-8: the bytes of the character marked here mean nothing in it.',
          why: 'Letters such as umlauts and typographic quotes come out wrong, or the file is refused.',
          fix: 'Open the file in the encoding it was written in, Windows-1252 as a rule, and save it as UTF-8.',
        },
        wide: {
          what: 'The file is written in UTF-16.',
          why: 'Connector files are read as UTF-8, so nothing in it can be read.',
          fix: 'Save the file as UTF-8 without a byte-order mark.',
        },
      },
    },
  },
  check(context) {
    return {
      connector(connector) {
        for (const role of ['definition', 'properties', 'settings'] as const) {
          if (connector.presence[role] !== 'unreadable') continue
          for (const rule of Object.keys(jsonWriting.rules)) context.notChecked(rule, 'A JSON file could not be read.')
        }
        for (const problem of readingProblems(connector)) reportProblem(context, problem)
      },
    }
  },
  mends: {
    'file-json-valid': jsonProblemMends.syntax,
    'file-json-no-comments': jsonProblemMends.comment,
    'file-json-no-duplicate-keys': jsonProblemMends.duplicateKey,
    'file-json-no-bom': ({ edit }) => edit.replace(0, 1, ''),
  },
})

function reportProblem({ connector, report }: CheckContext, reading: ReadingProblem): void {
  const { rule, path, start, end, data } = reading
  const { definitionFile, propertiesFile, settingsFile } = connector
  const file = [definitionFile, propertiesFile, settingsFile].find((candidate) => candidate?.path === path)
  if (file === undefined) return
  const place = { file, start, end }
  report(rule, place, { message: messageName(reading, file.text), data: messageData(reading, file.text) })
  if (data.more !== undefined) report('file-json-valid', place, { message: 'more', data: { count: data.more } })
}

function messageName({ rule, problem, data, start, end }: ReadingProblem, text: string): string {
  if (rule === 'file-json-utf8') return text.includes('\ufffd') ? 'found' : 'wide'
  if (rule === 'file-json-no-comments') {
    const comment = text.slice(start, end)
    return comment.startsWith('/*') && !comment.endsWith('*/') ? 'open' : 'found'
  }
  if (rule !== 'file-json-valid') return 'found'
  if (problem === 'control-character' && data.expected === 'an ordinary blank') return 'blank'
  if (problem === 'unterminated-text' && (data.found === '{' || data.found === '[')) return 'unterminated-value'
  if (problem === 'unexpected-text' && data.isRecovered) return 'unexpected-word'
  return problem
}

function messageData({ problem, data, start }: ReadingProblem, text: string): MessageData {
  const { expected, first } = data
  const line = text.slice(0, first ?? start).split(/\r\n|\r|\n/).length
  const found = problem === 'missing-comma' ? (text.slice(start, start + 40).split(/[\r\n]/, 1)[0] ?? '') : data.found
  return { found: inWords(found), expected, line, ...(first !== undefined && { first }) }
}

/** What was found, so that it shows where it begins and ends, and what cannot be seen has a name. */
function inWords(found: string): string {
  if (/^[\p{C}\p{Z}]$/u.test(found)) return characterName(found)
  return found.includes('"') ? found : `"${found}"`
}

function characterName(character: string): string {
  const known: Readonly<Record<string, string>> = { '\t': 'a tab', '\n': 'a line break', '\r': 'a line break' }
  const code = character.codePointAt(0) ?? 0
  return known[character] ?? `the character U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}
