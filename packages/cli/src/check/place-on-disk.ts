import { join } from 'node:path'
import type { Source } from './source.ts'

/** Where a file of a subject is on disk, for reading it again; nothing for what came out of an archive. */
export function placeOnDisk(source: Source, file: string): string | undefined {
  if (source.file !== undefined) return source.file.role === file ? source.file.absolute : undefined
  return source.folder === undefined ? undefined : join(source.folder, file)
}
