import { CommanderError } from 'commander'
import type { Console } from './console.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { Failure } from './failure.ts'
import { buildProgram } from './program.ts'

/** Runs a command line and says how the process should end. Never throws. */
export async function run(words: readonly string[], console: Console): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.fine
  const program = buildProgram(console, (code) => {
    exitCode = code
  })
  try {
    await program.parseAsync([...words], { from: 'user' })
    return exitCode
  } catch (error) {
    return explain(error, console)
  }
}

function explain(error: unknown, console: Console): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage
  if (error instanceof Failure) {
    console.error(`sevenstep: ${error.message}\n  why: ${error.why}\n  do:  ${error.fix}\n`)
    return error.exitCode
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
  console.error(
    `sevenstep: this is a fault of ours, not of your files.\n  why: ${trace}\n  do:  please report the lines above, ` +
      'with the command you ran and the version ("sevenstep --version").\n',
  )
  return exitCodes.fault
}
