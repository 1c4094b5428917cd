import { eastAsianWidth } from 'get-east-asian-width'

const plain = /^[\x20-\x7e]*$/
/** What a terminal would obey, or show as nothing: controls, text direction, invisible and broken characters. */
const unsafe =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}\p{Noncharacter_Code_Point}]|(?!\u200c|\u200d|\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/gu
const zeroWidth = /\p{Mn}|\p{Me}|\u200c|\u200d/u

/**
 * Makes foreign text safe to show in a terminal: escape sequences become visible instead of working, and
 * characters that turn or hide text are named (`<U+202E>`). Tabs become two spaces. Joiners and variation
 * selectors stay, because emoji and several scripts need them.
 */
export function neutralise(text: string): string {
  return plain.test(text) ? text : text.replace(unsafe, replacementOf)
}

/** True for text that is shown as it is, each character in a column of its own. */
export function isPlain(text: string): boolean {
  return plain.test(text)
}

/** Columns that a neutralised text takes in a terminal. */
export function displayWidth(text: string): number {
  if (plain.test(text)) return text.length
  let width = 0
  for (const character of text) {
    if (!zeroWidth.test(character)) width += eastAsianWidth(character.codePointAt(0) ?? 0)
  }
  return width
}

/** Longest prose shown; a value that somebody quotes from a minified file may be far longer. */
const longestProse = 1_000

/** One line of prose: neutralised, with every run of white space as one space, cut when it is absurdly long. */
export function toProse(text: string): string {
  const line = text
    .slice(0, longestProse)
    .replace(/[\s\u0085]+/g, ' ')
    .trim()
  return neutralise(line) + (text.length > longestProse ? '…' : '')
}

/** Cuts a neutralised text to so many columns, the last being an ellipsis where something was lost. */
export function fitTo(text: string, columns: number): string {
  if (text.length <= columns && displayWidth(text) <= columns) return text
  let kept = ''
  let width = 0
  for (const character of text) {
    const next = displayWidth(character)
    if (width + next > columns - 1) break
    kept += character
    width += next
  }
  return `${kept}…`
}

/** Breaks prose at spaces into lines of so many columns; words longer than a line are left whole. */
export function wrapProse(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  let width = 0
  for (const word of toProse(text).split(' ')) {
    const wordWidth = displayWidth(word)
    if (line !== '' && width + 1 + wordWidth > columns) {
      lines.push(line)
      line = word
      width = wordWidth
    } else {
      line = line === '' ? word : `${line} ${word}`
      width += wordWidth + (width === 0 ? 0 : 1)
    }
  }
  lines.push(line)
  return lines
}

function replacementOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code === 9) return '  '
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  if (code === 0x7f) return '\u2421'
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd'
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
}
