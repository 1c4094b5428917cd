import { createInterface } from 'node:readline/promises'
import type { Console } from '../console.ts'
import { exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'

/**
 * Asks whether to go on; only the whole word counts.
 *
 * @param advice what to do where nobody is there to answer.
 * @throws Failure where nobody is there to answer.
 */
export async function askApproval(
  question: string,
  console: Console,
  signal: AbortSignal,
  advice = 'Look at "sevenstep deploy plan", and give --auto-approve.',
): Promise<boolean> {
  if (!console.isErrorTerminal || process.stdin.isTTY !== true) {
    throw new Failure(
      exitCodes.usage,
      'Nothing was changed: there is nobody to ask.',
      'Before anything is changed, a person says yes; this is no terminal.',
      advice,
    )
  }
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return (await lines.question(`${question} Only "yes" goes on: `, { signal })).trim() === 'yes'
  } catch {
    return false
  } finally {
    lines.close()
  }
}
