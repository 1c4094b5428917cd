/** Text for an attribute or between tags; what XML cannot hold is left out. */
export function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** A text in at most two lines, parted between words where there are any; what does not fit is cut with an ellipsis. */
export function inTwoLines(text: string, width: number, size: number): readonly string[] {
  const whole = text.replace(/\s+/g, ' ').trim()
  const first = fitted(whole, width, size)
  if (first === whole) return [whole]
  const fitting = first.slice(0, -1)
  const space = whole.startsWith(`${fitting} `) ? fitting.length : fitting.lastIndexOf(' ')
  const cut = space > 0 ? space : fitting.length
  return [whole.slice(0, cut), fitted(whole.slice(cut).trimStart(), width, size)]
}

/** As much of a text as fits into a width, by the mean width of letters of a system font. */
export function fitted(text: string, width: number, size: number): string {
  const characters = [...text.replace(/\s+/g, ' ')]
  let used = 0
  for (let at = 0; at < characters.length; at++) {
    used += widthOf(characters[at] ?? '') * size
    if (used > width)
      return `${characters
        .slice(0, Math.max(1, at - 1))
        .join('')
        .trimEnd()}…`
  }
  return characters.join('')
}

function widthOf(character: string): number {
  if (/[ilj.,:;|'!()[\]]/.test(character)) return 0.3
  if (/[ftr\- ]/.test(character)) return 0.36
  if (/[mwMW@%]/.test(character)) return 0.88
  if (/[A-Z0-9]/.test(character)) return 0.66
  // Writing of East Asia is as wide as it is high.
  return /[\u1100-\uffef]/.test(character) ? 1 : 0.56
}

/** A coordinate with one digit behind the point at most, so that a drawing is the same everywhere. */
export function rounded(value: number): string {
  return String(Math.round(value * 10) / 10)
}
