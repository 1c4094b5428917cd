import type { TextEdit } from './finding.ts'

/** The part of an edit that changes a text; the file it belongs to is the caller's business. */
export type TextChange = Pick<TextEdit, 'start' | 'end' | 'text'>

/** A changed text, with the edits that made it and those that could not be made. */
export interface EditResult<Item> {
  readonly text: string
  readonly applied: readonly Item[]
  /** Clashed with an earlier one or pointed outside the text; report the finding again after a new check. */
  readonly rejected: readonly Item[]
}

/**
 * Makes edits in one text. All offsets count in the text as given, so the order of edits does not move them.
 * Of two that clash the one given first is made. Edits clash when they share a character or start at the same
 * offset: two insertions at one place would depend on each other's punctuation.
 */
export function applyEdits<Edit extends TextChange>(text: string, edits: readonly Edit[]): EditResult<Edit> {
  const {
    text: changed,
    applied,
    rejected,
  } = applyEditGroups(
    text,
    edits.map((edit) => [edit]),
  )
  return { text: changed, applied: applied.flat(), rejected: rejected.flat() }
}

/**
 * Like {@link applyEdits}, for edits that belong together: a group is made whole or not at all. A group whose
 * own edits clash is rejected.
 */
export function applyEditGroups<Edit extends TextChange>(
  text: string,
  groups: readonly (readonly Edit[])[],
): EditResult<readonly Edit[]> {
  const accepted: Edit[] = []
  const applied: (readonly Edit[])[] = []
  const rejected: (readonly Edit[])[] = []
  for (const group of groups) {
    const sorted = [...group].sort((left, right) => left.start - right.start)
    const fits = sorted.every(
      (edit, at) => isInside(edit, text.length) && !clash(sorted[at - 1], edit) && isFree(accepted, edit),
    )
    if (!fits) {
      rejected.push(group)
      continue
    }
    for (const edit of sorted) accepted.splice(firstStartingAtOrAfter(accepted, edit.start), 0, edit)
    applied.push(group)
  }
  return { text: splice(text, accepted), applied, rejected }
}

/** True when none of the sorted edits shares a character or its start with the edit. */
function isFree(sorted: readonly TextChange[], edit: TextChange): boolean {
  const index = firstStartingAtOrAfter(sorted, edit.start)
  return !clash(sorted[index - 1], edit) && !clash(edit, sorted[index])
}

/** Whether two edits clash, of which the first does not start behind the second. */
function clash(first: TextChange | undefined, second: TextChange | undefined): boolean {
  if (first === undefined || second === undefined) return false
  return first.start === second.start || first.end > second.start
}

function isInside({ start, end }: TextChange, length: number): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= length
}

function firstStartingAtOrAfter(sorted: readonly TextChange[], start: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}

function splice(text: string, sorted: readonly TextChange[]): string {
  let result = ''
  let copied = 0
  for (const edit of sorted) {
    result += text.slice(copied, edit.start) + edit.text
    copied = edit.end
  }
  return result + text.slice(copied)
}
