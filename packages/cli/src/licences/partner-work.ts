import { withInterruption } from '../deploy/with-interruption.ts'
import { exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import { inOurWords } from './partner-session.ts'

/**
 * Does work at Partner Center that ends cleanly when the user presses Ctrl-C, and says refusals as this command does.
 *
 * @param goOn what to do after an interruption.
 */
export function partnerWork<Result>(goOn: string, work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  return withInterruption(async (signal) => {
    try {
      return await work(signal)
    } catch (error) {
      if (signal.aborted)
        throw new Failure(exitCodes.remote, 'Interrupted.', 'What was under way may have arrived all the same.', goOn)
      throw inOurWords(error)
    }
  })
}
