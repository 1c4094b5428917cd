import { createTwoFilesPatch } from 'diff'

/** The lines that differ between two texts, in the unified form people know from git. */
export function printDifference(path: string, before: string, after: string): string {
  return createTwoFilesPatch(path, path, before, after, 'now', 'mended', { context: 2 })
}
