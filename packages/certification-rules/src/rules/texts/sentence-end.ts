const closing = ')]}"\'’”»'
const soft = '.,;:!-–—…'

/** True for a text that ends as a sentence does: in `.`, `!` or `?`, with a closing quote or bracket behind or not. */
export function endsLikeSentence(text: string): boolean {
  return '.!?。'.includes(text.charAt(lengthWithout(text, closing) - 1) || ' ')
}

/** The text with a full stop behind it; nothing where one would break something, as behind an address or a colon. */
export function withFullStop(text: string): string | undefined {
  const trimmed = text.trimEnd()
  const last = trimmed.slice(-1)
  if (trimmed === '' || ':;,-–—…/\\*`|'.includes(last)) return undefined
  const word = trimmed.slice(Math.max(trimmed.lastIndexOf(' '), trimmed.lastIndexOf('\n')) + 1)
  return word.includes('://') || word.startsWith('www.') ? undefined : `${trimmed}.`
}

/** The text without the punctuation that ends a sentence and without white space around it. */
function withoutEnd(text: string): string {
  return text.slice(0, lengthWithout(text, soft)).trimStart()
}

/** What two texts that say the same have in common: letter case, white space around and the last full stop aside. */
export function comparableText(text: string): string {
  return withoutEnd(text).toLowerCase()
}

/** How long a text is without white space and the given characters at its end. */
function lengthWithout(text: string, characters: string): number {
  let length = text.length
  while (length > 0 && (characters.includes(text.charAt(length - 1)) || text.charAt(length - 1).trim() === '')) length--
  return length
}

/** What stands behind the last letter, digit or closing bracket of a name. */
export function marksAtEnd(name: string): string {
  let length = name.length
  while (length > 0 && !/[\p{L}\p{M}\p{N})]/u.test(name.charAt(length - 1))) length--
  return name.slice(length)
}
