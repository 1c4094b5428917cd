import type { ExitCode } from './exit-codes.ts'

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
