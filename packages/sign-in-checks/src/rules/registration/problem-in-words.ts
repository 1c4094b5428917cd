import type { JsonProblem, JsonProblemCode } from '@sevenstep/located-json'

const words: Readonly<Record<JsonProblemCode, string>> = {
  'byte-order-mark': 'it begins with a byte-order mark',
  'wrong-encoding': 'it is not written in UTF-8',
  'empty-text': 'it is empty',
  'trailing-comma': 'a comma stands behind the last entry',
  'stray-comma': 'a comma stands where an entry belongs',
  'missing-comma': 'a comma is missing between two entries',
  comment: 'JSON has no comments',
  'duplicate-key': 'the key occurs twice in one object',
  'control-character': 'a text holds a character that has to be escaped',
  'invalid-escape': 'there is no such escape',
  'invalid-number': 'this is no number',
  'text-after-root': 'text follows behind the end of the manifest',
  'single-quotes': 'texts stand in double quotes',
  'unquoted-key': 'keys stand in double quotes',
  'unexpected-text': 'a value is expected here',
  'unterminated-text': 'it ends before everything is closed',
  'too-deep': 'it is nested too deep',
}

/** What is wrong with a JSON text, as part of a sentence. */
export function problemInWords({ code }: JsonProblem): string {
  return words[code]
}
