import type { DraftFinding } from '@sevenstep/findings'
import { type MendedText, mendText } from '@sevenstep/rule-engine'
import type { GivenFile } from '../page/host-page.ts'
import { type ReadOptions, readHostPage } from '../page/read-host-page.ts'
import { type CheckOptions, checkHostPage } from './check-host-page.ts'

/** How a page is mended; the rest is as in its check. */
export interface MendOptions extends Omit<CheckOptions, 'withEdits' | 'now'>, ReadOptions {
  /** Findings to mend; all but notes unless given. */
  readonly isWorthMending?: (finding: DraftFinding) => boolean
}

/** The files that changed. */
export type MendedPage = readonly MendedText[]

/**
 * The files of a page with the mends made that keep the meaning and invent nothing; empty when there is none to make.
 * Never throws.
 */
export function mendHostPage(files: readonly GivenFile[], options: MendOptions = {}): MendedPage {
  const { isWorthMending = ({ severity }: DraftFinding) => severity !== 'info', parseTyped, ...checking } = options
  const reading = parseTyped === undefined ? {} : { parseTyped }
  const now = new Map(files.map(({ path, text }) => [path, text]))
  return files.flatMap(({ path, text }): MendedText[] => {
    const mended = mendText(path, text, {
      check(current) {
        const given = [...now].map(([name, known]) => ({ path: name, text: name === path ? current : known }))
        return checkHostPage(readHostPage(given, reading), { ...checking, withEdits: 'automatic' }).subject.findings
      },
      isWorthMending,
    })
    if (mended === undefined) return []
    now.set(path, mended.after)
    return [mended]
  })
}
