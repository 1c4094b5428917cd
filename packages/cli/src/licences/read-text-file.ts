import { resolve } from 'node:path'
import { decodeText } from '@sevenstep/connector-schema'
import { readFileBounded } from '@sevenstep/connector-schema/node'
import { unreadableAt } from '../check/source.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'

/**
 * The text of a file of bounded size.
 *
 * @param path as the user named it.
 * @throws Failure when it cannot be read, or is no file.
 */
export function readTextFile(path: string, folder: string, exitCode: ExitCode = exitCodes.unreadable): string {
  const reading = readFileBounded(resolve(folder, path))
  if (reading.ok) return decodeText(path, reading.bytes).text
  const { what, why, fix } = unreadableAt(reading.problem, () => path)
  throw new Failure(exitCode, `${path} ${what}`, why, fix)
}
