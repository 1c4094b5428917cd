import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { exitCodes } from './exit-codes.ts'
import { Failure } from './failure.ts'

/**
 * Writes a file so that a reader sees the old one or the new one, never half of it: beside it, then renamed over it.
 * Permissions of a file that was there stay; a link stays and what it leads to is written; devices and pipes are
 * written to as they are. `shown` is how the user named it.
 *
 * @throws Failure when it cannot be written; what was there is untouched.
 */
export function writeFileWhole(path: string, content: string | Uint8Array, shown: string = path): void {
  let temporary: string | undefined
  try {
    const before = statSync(path, { throwIfNoEntry: false })
    if (before !== undefined && !before.isFile() && !before.isDirectory()) {
      writeFileSync(path, content)
      return
    }
    const target = before === undefined ? path : realpathSync(path)
    temporary = join(dirname(target), `.${basename(target)}.${process.pid}-${Date.now().toString(36)}.tmp`)
    const file = openSync(temporary, 'wx')
    try {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    if (before !== undefined) chmodSync(temporary, before.mode)
    renameSync(temporary, target)
  } catch (error) {
    if (temporary !== undefined) rmSync(temporary, { force: true })
    throw new Failure(
      exitCodes.unreadable,
      `${shown} cannot be written.`,
      error instanceof Error ? error.message : String(error),
      'Check that the folder exists and that you may write to it. Nothing was changed.',
    )
  }
}
