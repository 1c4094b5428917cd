import type { Console } from './console.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'

/** Something the user has to hear and can do something about: what happened, why, and what to do. */
export class Failure extends Error {
  readonly exitCode: ExitCode
  readonly why: string
  readonly fix: string

  constructor(exitCode: ExitCode, what: string, why: string, fix: string) {
    super(what)
    this.name = 'Failure'
    this.exitCode = exitCode
    this.why = why
    this.fix = fix
  }
}

/** The code of a Node.js system error (`ENOENT`), or nothing for anything else. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** Says what a {@link Failure} or a fault of ours tells the user, and gives the exit code for it. */
export function sayError(error: unknown, console: Pick<Console, 'error'>): ExitCode {
  if (!(error instanceof Failure)) return sayFault(error, console)
  const { message, why, fix, exitCode } = error
  console.error(`sevenstep: ${onOneLine(message)}\n  why: ${why}\n  do:  ${onOneLine(fix)}\n`)
  return exitCode
}

/** Says that something is our fault and what to report; `path` is what was worked on. */
export function sayFault(error: unknown, console: Pick<Console, 'error'>, path?: string): ExitCode {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const what = 'this is a fault of ours, not of your files.'
  console.error(
    `sevenstep: ${path === undefined ? what : `${onOneLine(path)}: ${what}`}\n  why: ${trace}\n  do:  please report the lines above, ` +
      'with the command you ran and the version ("sevenstep --version").\n',
  )
  return exitCodes.fault
}

/** A name with a line feed in it must not look like a message of its own. */
export function onOneLine(text: string): string {
  return text.replaceAll('\n', '\u2424')
}
