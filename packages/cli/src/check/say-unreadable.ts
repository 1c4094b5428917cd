import type { Console } from '../console.ts'
import type { Unreadable } from './source.ts'

/** Tells the person at the terminal about something that could not be read. */
export function sayUnreadable({ path, what, why, fix }: Unreadable, console: Console): void {
  console.error(`sevenstep: ${path}: ${what}\n  why: ${why}\n  do:  ${fix}\n`)
}
