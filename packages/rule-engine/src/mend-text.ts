import { applyEditGroups, type DraftFinding, hideSecrets } from '@sevenstep/findings'

/** A file with its automatic mends made. */
export interface MendedText {
  readonly path: string
  readonly before: string
  readonly after: string
  /** How many mends were made in it. */
  readonly count: number
  /** The two texts with dots in place of secrets, for showing what would change. */
  readonly shownBefore: string
  readonly shownAfter: string
}

/** How a file is mended. */
export interface Mending {
  /** Judges a text, with the edits of automatic mends. */
  check(text: string): readonly DraftFinding[]
  isWorthMending(finding: DraftFinding): boolean
}

const maxRounds = 30

/**
 * Makes the automatic mends of one file, round after round in memory, until nothing is left to mend. Gives nothing when
 * nothing changes. Mends that reach into other files are left to a person.
 */
export function mendText(path: string, before: string, { check, isWorthMending }: Mending): MendedText | undefined {
  let after = before
  let count = 0
  const first = check(before)
  let last = first
  for (let round = 0; round < maxRounds; round++) {
    const groups = last
      .filter((finding) => finding.mend === 'automatic' && isWorthMending(finding))
      .map(({ edits = [] }) => edits)
      .filter((edits) => edits.length > 0 && edits.every((edit) => edit.file === path))
    const result = applyEditGroups(after, groups)
    if (result.text === after) break
    after = result.text
    count += result.applied.length
    last = check(after)
  }
  if (after === before) return undefined
  const shownBefore = hideSecrets(before, first, path)
  return { path, before, after, count, shownBefore, shownAfter: hideSecrets(after, last, path) }
}
