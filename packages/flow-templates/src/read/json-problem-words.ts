import type { JsonProblem } from '@sevenstep/located-json'
import { quoteName } from '@sevenstep/package-archives'

const words: Readonly<Partial<Record<JsonProblem['code'], string>>> = {
  'wrong-encoding': 'it is written in another encoding than UTF-8',
  'empty-text': 'it is empty',
  'trailing-comma': 'a comma stands behind the last item',
  'stray-comma': 'a comma stands where nothing precedes it',
  'missing-comma': 'a comma is missing',
  comment: 'it has a comment',
  'control-character': 'a control character stands in it',
  'text-after-root': 'something stands behind its end',
  'single-quotes': 'a text is in single quotes',
  'unquoted-key': 'a key has no quotes',
  'unterminated-text': 'it ends before it is complete',
  'too-deep': 'its objects and lists are nested too deep',
}

/** What is wrong with a JSON text, in words that complete a sentence. */
export function jsonProblemWords({ code, found, expected }: JsonProblem): string {
  if (code === 'duplicate-key')
    return `the key ${quoteName(found.replace(/^"|"$/g, ''))} occurs twice in one object; the last counts`
  const plain = words[code]
  if (plain !== undefined) return plain
  return expected === ''
    ? `${quoteName(found)} stands there`
    : `${quoteName(found)} stands where ${expected} is expected`
}
