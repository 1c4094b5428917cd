import { structuredPatch } from 'diff'
import type { ShownChange } from './messages.ts'

/** How a difference is told. */
export interface ChangesOptions {
  /** Lines shown around each change. */
  readonly context: number
  /** Number of the first line of both texts. */
  readonly firstLine: number
}

/** The lines that differ between two texts, with their numbers before and after. */
export function changesBetween(before: string, after: string, { context, firstLine }: ChangesOptions): ShownChange[] {
  const changes: ShownChange[] = []
  for (const hunk of structuredPatch('', '', before, after, '', '', { context }).hunks) {
    let old = hunk.oldStart + firstLine - 1
    let now = hunk.newStart + firstLine - 1
    for (const line of hunk.lines) {
      const text = line.slice(1).replace(/\r$/, '')
      if (line.startsWith('-')) changes.push({ kind: 'removed', text, before: old++ })
      else if (line.startsWith('+')) changes.push({ kind: 'added', text, after: now++ })
      else if (line.startsWith(' ')) changes.push({ kind: 'same', text, before: old++, after: now++ })
    }
  }
  return changes
}
