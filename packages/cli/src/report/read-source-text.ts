import { readFileSync } from 'node:fs'
import { decodeText, textFilesOf } from '@sevenstep/connector-schema'
import { placeOnDisk } from '../check/find-sources.ts'
import { isDocument, type Source } from '../check/source.ts'

/** The text of a subject's file, read anew for a code frame; nothing when it is gone. */
export function readSourceText(sources: readonly Source[], subject: string, file: string): string | undefined {
  const source = sources.find((one) => one.path === subject)
  if (source === undefined) return undefined
  const place = placeOnDisk(source, file)
  if (place === undefined) {
    if (isDocument(source)) return undefined
    return textFilesOf(source.read([]).connector).find((one) => one.path === file)?.text
  }
  try {
    return decodeText(file, readFileSync(place)).text
  } catch {
    return undefined
  }
}
