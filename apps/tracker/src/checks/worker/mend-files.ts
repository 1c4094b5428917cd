import { mendConnector, type Profile } from '@sevenstep/certification-rules'
import { writeArchive } from '@sevenstep/package-archives'
import type { MendedText } from '@sevenstep/rule-engine'
import { changesBetween } from './changes-between.ts'
import { findKind } from './find-subjects.ts'
import type { MendedUpload, MendResult, UploadedFile } from './messages.ts'
import type { KnownBeside } from './rooms/room.ts'

const contextLines = 2

/**
 * Makes the automatic mends, as the command line's `--fix` does, and packs all files with the mended ones in place.
 * What came in an archive is left as it is: nothing is mended inside one.
 *
 * @throws Error when the archive cannot be written; the names were judged when the files came in
 */
export function mendFiles(files: readonly UploadedFile[], profile: Profile, known: KnownBeside = {}): MendResult {
  const texts = new Map<string, string>()
  const mended: MendedUpload[] = []
  const kind = findKind(files)
  const add = (path: string, { after, count, shownBefore, shownAfter }: Omit<MendedText, 'path' | 'before'>): void => {
    texts.set(path, after)
    mended.push({
      path,
      count,
      changes: changesBetween(shownBefore, shownAfter, { context: contextLines, firstLine: 1 }),
    })
  }
  if ('found' in kind) for (const file of kind.found.mend?.(known) ?? []) add(file.path, file)
  const subjects = 'found' in kind ? [] : kind.subjects
  for (const { path, connector, isArchive, isWholeFolder, uploadOf } of subjects) {
    if (isArchive) continue
    for (const file of mendConnector(connector, { path, profile, isWholeFolder })) {
      const upload = uploadOf(file.path)
      if (upload === undefined) continue
      add(upload.path, file)
    }
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
