import { toSafeLines } from '@sevenstep/findings'
import { CommanderError } from 'commander'
import type { Console } from './console.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { sayError } from './failure.ts'
import { buildProgram, type Finish } from './program.ts'

/** Runs a command line and says how the process should end. Never throws. */
export async function run(words: readonly string[], given: Console): Promise<ExitCode> {
  const console = withSafeErrors(given)
  let exitCode: ExitCode = exitCodes.fine
  const finish: Finish = (code) => {
    exitCode = code
  }
  const program = buildProgram(console, finish, words)
  try {
    await program.parseAsync([...words], { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage
    return sayError(error, console)
  }
}

/** Names of files and what git says reach the messages as they are; no terminal and no build server may obey them. */
function withSafeErrors(console: Console): Console {
  return Object.defineProperties(Object.create(console), {
    error: { value: (text: string) => console.error(toSafeLines(text)) },
  })
}
