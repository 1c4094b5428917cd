import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'

/**
 * Adds a line to a file of lines that are only ever added, and returns once it is on the disk: what must not be done twice
 * is noted before it is done. The file and its folder are made where they are missing, for their owner alone. Half a line
 * that a kill left behind is dropped first.
 *
 * @param line without line ends
 * @throws the system's error where it cannot be written whole; half of it then counts as never written.
 */
export function appendLine(path: string, line: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const descriptor = openSync(path, 'a+', 0o600)
  try {
    dropTornLine(descriptor)
    // Not writeSync: on a disk that is filling up it writes a part, and says nothing.
    writeFileSync(descriptor, `${line}\n`)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/**
 * The whole lines of such a file, each with its number counted from 1; blank ones are left out, and so is half a line at the
 * end. Empty where there is no file.
 *
 * @throws Error where it is a link or no file: what is added, and the cutting of half a line, must not reach any other file
 * of the user. The system's error where it cannot be read.
 */
export function readLines(path: string): readonly { readonly line: string; readonly number: number }[] {
  const status = lstatSync(path, { throwIfNoEntry: false })
  if (status === undefined) return []
  if (status.isSymbolicLink()) throw new Error('it is a link to another file')
  if (!status.isFile()) throw new Error('it is no file')
  return readFileSync(path, 'utf8')
    .split('\n')
    .slice(0, -1)
    .flatMap((line, at) => (line === '' ? [] : [{ line, number: at + 1 }]))
}

function dropTornLine(descriptor: number): void {
  if (fstatSync(descriptor).size === 0) return
  const bytes = readFileSync(descriptor)
  if (bytes.at(-1) !== 0x0a) ftruncateSync(descriptor, bytes.lastIndexOf(0x0a) + 1)
}
