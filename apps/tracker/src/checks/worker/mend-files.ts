import { writeArchive } from '@sevenstep/package-archives'
import { changesBetween } from './changes-between.ts'
import { findParts } from './find-parts.ts'
import type { MendedUpload, MendResult, UploadedFile } from './messages.ts'
import type { KnownBeside } from './rooms/room.ts'

const contextLines = 2

/**
 * Makes the automatic mends, as the command line's `--fix` does, and packs all files with the mended ones in place.
 * What came in an archive is left as it is: nothing is mended inside one.
 *
 * @throws Error when the archive cannot be written; the names were judged when the files came in
 */
export function mendFiles(files: readonly UploadedFile[], known: KnownBeside): MendResult {
  const texts = new Map<string, string>()
  const mended: MendedUpload[] = []
  const mends = findParts(files).parts.flatMap(({ found }) => found.mend?.(known) ?? [])
  for (const { path, after, count, shownBefore, shownAfter } of mends) {
    texts.set(path, after)
    const changes = changesBetween(shownBefore, shownAfter, { context: contextLines, firstLine: 1 })
    mended.push({ path, count, changes })
  }
  const encoder = new TextEncoder()
  const sources = files.map(({ path, bytes }) => {
    const text = texts.get(path)
    return { path, bytes: text === undefined ? bytes : encoder.encode(text) }
  })
  const written = writeArchive(sources, { name: 'mended files' })
  if (!written.ok) throw new Error(`The mended files could not be packed: ${written.problem.what}`)
  return { mended, archive: written.bytes }
}
