import { mendConnector, type Profile } from '@sevenstep/certification-rules'
import { writeArchive } from '@sevenstep/package-archives'
import { changesBetween } from './changes-between.ts'
import { findSubjects, looseKindOf } from './find-subjects.ts'
import type { MendedUpload, MendResult, UploadedFile } from './messages.ts'
import { mendRegistration } from './registration-subjects.ts'

const contextLines = 2

/**
 * Makes the automatic mends, as the command line's `--fix` does, and packs all files with the mended ones in place.
 * What came in an archive is left as it is: nothing is mended inside one.
 *
 * @throws Error when the archive cannot be written; the names were judged when the files came in
 */
export function mendFiles(files: readonly UploadedFile[], profile: Profile): MendResult {
  const texts = new Map<string, string>()
  const mended: MendedUpload[] = []
  const loose = looseKindOf(files)
  const registration = loose?.kind === 'app-registration' ? loose.file : undefined
  if (registration !== undefined) {
    const made = mendRegistration(registration, contextLines)
    if (made !== undefined) {
      texts.set(registration.path, made.text)
      mended.push(made.mended)
    }
  }
  const subjects = loose === undefined ? findSubjects(files).subjects : []
  for (const { path, connector, isArchive, isWholeFolder, uploadOf } of subjects) {
    if (isArchive) continue
    for (const file of mendConnector(connector, { path, profile, isWholeFolder })) {
      const upload = uploadOf(file.path)
      if (upload === undefined) continue
      texts.set(upload.path, file.after)
      const options = { context: contextLines, firstLine: 1 }
      const changes = changesBetween(file.shownBefore, file.shownAfter, options)
      mended.push({ path: upload.path, count: file.count, changes })
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
