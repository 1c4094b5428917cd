import type { Message } from '@sevenstep/findings'

const refused = 'Strict readers, Microsoft’s command line tools among them, refuse the whole file.'
const lost = 'Nothing behind this place could be read, so nothing there was checked.'

/** What is said about a fault of JSON's grammar, by the name the reader gives it. */
export const syntaxMessages: Readonly<Record<string, Message>> = {
  'empty-text': {
    what: 'The file is empty.',
    why: 'Strict readers refuse a file without a value, and nothing in it could be checked.',
    fix: 'Put the JSON object of the connector into it.',
  },
  'trailing-comma': {
    what: 'A comma stands behind the last entry.',
    why: refused,
    fix: 'Remove the comma.',
  },
  'stray-comma': {
    what: 'There is a comma too many here.',
    why: refused,
    fix: 'Remove the comma, or put the entry in that it was meant to follow.',
  },
  'missing-comma': {
    what: 'A comma is missing before {found}.',
    why: refused,
    fix: 'Put a comma between the two entries.',
  },
  'control-character': {
    what: 'A text holds {found} as it is.',
    why: 'JSON texts may hold control characters only as escapes; strict readers refuse the file.',
    fix: 'Write it as an escape such as \\n or \\t, or leave it out.',
  },
  blank: {
    what: 'Between the entries stands {found}, which looks like a blank but is none.',
    why: refused,
    fix: 'Replace it with an ordinary blank.',
  },
  'invalid-escape': {
    what: 'The escape {found} does not exist in JSON.',
    why: refused,
    fix: 'Write two backslashes for a backslash, or one of the escapes JSON knows: \\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX.',
  },
  'invalid-number': {
    what: '{found} is not a number in JSON.',
    why: refused,
    fix: 'Write it as a decimal number without leading zeros, without a plus sign and with digits on both sides of the point.',
  },
  'text-after-root': {
    what: 'Behind the end of the JSON stands more text: {found}.',
    why: refused,
    fix: 'Remove what stands behind the closing brace; where a brace is one too many further up, remove that one.',
  },
  'single-quotes': {
    what: 'A text stands in single quotes.',
    why: refused,
    fix: 'Put it in double quotes.',
  },
  'unquoted-key': {
    what: 'The key {found} has no quotes.',
    why: refused,
    fix: 'Put the key in double quotes.',
  },
  'unexpected-text': {
    what: 'Here stands {found}, where {expected} was expected.',
    why: `${refused} ${lost}`,
    fix: 'Correct this place and check again.',
  },
  'unexpected-word': {
    what: '{found} is not a value JSON knows.',
    why: refused,
    fix: 'Write true, false or null in lower case, and put texts in double quotes.',
  },
  'unterminated-value': {
    what: 'What begins here with {found} never ends; {expected} is missing.',
    why: `${refused} The file may have been cut off; what would stand behind its end was not checked.`,
    fix: 'Put in what is missing, or take the file from its source again.',
  },
  'unterminated-text': {
    what: 'What begins here with {found} never ends; {expected} is missing.',
    why: `${refused} ${lost} The file may have been cut off.`,
    fix: 'Put in what is missing, or take the file from its source again.',
  },
  'too-deep': {
    what: 'The values are nested deeper than a reader follows.',
    why: lost,
    fix: 'Flatten the structure; move nested schemas into definitions.',
  },
  'not-object': {
    what: 'The outermost value is not an object but this: {found}.',
    why: 'Every file of a connector is one JSON object; nothing in this one can be used.',
    fix: 'Put the content in braces, with the keys the file has to have.',
  },
  'wrong-encoding': {
    what: 'Here stands {found}, which does not belong in the encoding of the file.',
    why: refused,
    fix: 'Save the file as UTF-8.',
  },
  'duplicate-key': {
    what: 'The key {found} stands twice in one object.',
    why: 'The last one wins silently.',
    fix: 'Keep one of the two.',
  },
  more: {
    what: 'There are {count} more faults of this kind behind this one.',
    why: 'They are not listed one by one: most of them go away with the first ones.',
    fix: 'Correct the faults listed and check again.',
  },
}
