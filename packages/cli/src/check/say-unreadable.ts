import type { Console } from '../console.ts'
import { onOneLine } from '../failure.ts'
import type { Unreadable } from './source.ts'

/** Tells the person at the terminal what could not be read, each thing once: finding and reading meet the same faults. */
export function sayAllUnreadable(all: readonly Unreadable[], console: Console): void {
  const texts = all.map(
    ({ path, what, why, fix }) =>
      `sevenstep: ${onOneLine(`${path}: ${what}`)}\n  why: ${onOneLine(why)}\n  do:  ${onOneLine(fix)}\n`,
  )
  for (const text of new Set(texts)) console.error(text)
}
