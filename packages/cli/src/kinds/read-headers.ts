import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'

/**
 * Reads the headers of an answer from a file with a header to a line, as `curl --head` prints them; of several answers,
 * the last, to which redirects led.
 *
 * @throws Failure when the file cannot be read or has no header in it.
 */
export function readHeaders(path: string, folder: string): readonly (readonly [string, string])[] {
  const headers: [string, string][] = []
  for (const line of linesOf(path, folder)) {
    const [, name, value] = /^([!#$%&'*+.^_`|~\w-]+):\s*(.*?)\s*$/.exec(line) ?? []
    if (/^HTTP\/\d/i.test(line)) headers.length = 0
    else if (name !== undefined && value !== undefined) headers.push([name, value])
  }
  if (headers.length > 0) return headers
  throw unusable(path, 'There is no line such as "content-security-policy: …" in it.')
}

function linesOf(path: string, folder: string): readonly string[] {
  try {
    return readFileSync(resolve(folder, path), 'utf8').split(/\r?\n/)
  } catch (error) {
    throw unusable(path, error instanceof Error ? error.message : String(error))
  }
}

function unusable(path: string, why: string): Failure {
  return new Failure(
    exitCodes.usage,
    `${path} cannot be used as headers of a page.`,
    why,
    'Make the file with "curl --head ADDRESS", or leave --headers out.',
  )
}
