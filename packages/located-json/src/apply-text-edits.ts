/** One change of a text: the characters from `start` up to `end` (UTF-16 offsets in the text as given) become `text`. */
export interface JsonTextEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * Makes edits in one text. All offsets count in the text as given. Edits at the same place are made in the order given.
 *
 * @throws RangeError when two edits overlap or one points outside the text: nothing sensible could come of it.
 */
export function applyTextEdits(text: string, edits: readonly JsonTextEdit[]): string {
  const ordered = [...edits].sort((left, right) => left.start - right.start || left.end - right.end)
  let result = ''
  let copied = 0
  for (const edit of ordered) {
    if (edit.start < copied || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(`The edit from ${edit.start} to ${edit.end} overlaps another one or lies outside the text.`)
    }
    result += text.slice(copied, edit.start) + edit.text
    copied = edit.end
  }
  return result + text.slice(copied)
}
