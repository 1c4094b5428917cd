import { readPackage, type SolutionPackage } from '@sevenstep/flow-templates'
import { SolutionFailure } from './solution-failure.ts'

/**
 * Reads a solution as it arrives in an action: a zip in base64.
 *
 * @throws SolutionFailure where it is none.
 */
export function readSolutionFile(base64: unknown): SolutionPackage {
  const bytes = typeof base64 === 'string' ? Buffer.from(base64, 'base64') : new Uint8Array()
  const reading = readPackage(bytes, { name: 'solution.zip' })
  if (reading.package?.kind !== 'solution') {
    const [problem] = reading.problems
    const why = problem === undefined ? '' : ` ${problem.message.what}`
    throw new SolutionFailure(
      '0x8004801e',
      `The solution file is invalid. The compressed file must contain the following files at its root: solution.xml, customizations.xml, and [Content_Types].xml.${why}`,
    )
  }
  return reading.package
}
