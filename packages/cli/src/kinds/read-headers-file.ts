import { type HostFacts, readHeaders } from '@sevenstep/flow-embed/checks'
import { read } from './read-facts.ts'

/**
 * Reads how a page is sent from a file that was given with `--headers`: as `curl --head` prints it, as JSON, or as a
 * browser records it.
 *
 * @throws Failure when the file cannot be read or has no header in it.
 */
export function readHeadersFile(
  path: string,
  folder: string,
): Pick<HostFacts, 'headers' | 'pageAddress' | 'sdkAnswer'> {
  return read(path, folder, { as: 'headers of a page', advice: 'Or leave --headers out.', reader: readHeaders })
}
