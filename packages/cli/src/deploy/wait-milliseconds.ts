import { exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'

/**
 * How long to wait for somebody else at a target.
 *
 * @throws Failure when the option is no number.
 */
export function waitMilliseconds({ wait }: { readonly wait: number }): number {
  if (!Number.isNaN(wait)) return wait * 60_000
  throw new Failure(
    exitCodes.usage,
    '--wait is no number.',
    'It says how many minutes to wait.',
    'Give a number of minutes.',
  )
}
