import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { type FileProblem, fileProblem, problemOfError } from './file-problem.ts'

/** Largest file that is read when nothing else is said: 32 MiB, thirty times what the service accepts. */
export const defaultMaxFileBytes = 32 * 1024 * 1024

/** A file's bytes, or why there are none. */
export type FileReading =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problem: FileProblem }

/** Reads a regular file of bounded size. Never throws; never more memory than the bound. */
export function readFileBounded(path: string, maxBytes: number = defaultMaxFileBytes): FileReading {
  try {
    // Asked before opening: to open a pipe would wait for its other end.
    const status = statSync(path)
    if (!status.isFile()) return { ok: false, problem: fileProblem('not-a-file', path) }
    if (status.size > maxBytes) {
      const detail = `${status.size} bytes, where ${maxBytes} are read`
      return { ok: false, problem: fileProblem('too-large', path, detail) }
    }
    return { ok: true, bytes: readBytes(path, maxBytes) }
  } catch (error) {
    return { ok: false, problem: problemOfError(error, path) }
  }
}

function readBytes(path: string, maxBytes: number): Uint8Array {
  const handle = openSync(path, 'r')
  try {
    const bytes = new Uint8Array(Math.min(fstatSync(handle).size, maxBytes))
    let filled = 0
    while (filled < bytes.length) {
      const count = readSync(handle, bytes, filled, bytes.length - filled, filled)
      if (count === 0) break
      filled += count
    }
    return filled === bytes.length ? bytes : bytes.slice(0, filled)
  } finally {
    closeSync(handle)
  }
}
