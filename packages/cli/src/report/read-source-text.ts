import { readFileSync } from 'node:fs'
import { decodeText } from '@sevenstep/connector-schema'
import { placeOnDisk } from '../check/place-on-disk.ts'
import type { Source } from '../check/source.ts'

/** The text of a subject's file, read anew for a code frame; nothing when it is gone. */
export function readSourceText(sources: readonly Source[], subject: string, file: string): string | undefined {
  // A solution is found as its connectors and as its flows, under one path.
  for (const source of sources.filter(({ path }) => path === subject)) {
    const text = textOfFile(source, file)
    if (text !== undefined) return text
  }
  return undefined
}

function textOfFile(source: Source, file: string): string | undefined {
  const place = placeOnDisk(source, file)
  if (place === undefined) return source.textOf?.(file)
  try {
    return decodeText(file, readFileSync(place)).text
  } catch {
    return undefined
  }
}
