import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { decodeText } from '@sevenstep/connector-schema'
import { defaultMaxFileBytes } from '@sevenstep/connector-schema/node'
import type { FoundFile } from './kind.ts'

/** A file that is read when somebody asks, and once; one that was named has been read. */
export function foundFile(
  path: string,
  absolute: string,
  named?: { readonly content: Uint8Array; readonly isJudged: boolean },
): FoundFile {
  let bytes = named?.content
  let text: string | undefined
  const read = (): Uint8Array => {
    bytes ??= contentOf(absolute)
    return bytes
  }
  return {
    path,
    absolute,
    name: basename(absolute),
    isNamed: named !== undefined,
    isJudged: named?.isJudged ?? false,
    bytes: read,
    text() {
      text ??= decodeText(absolute, read()).text
      return text
    },
  }
}

/** The text of a file as it is now, and whether it is UTF-8. */
export function readFileText(absolute: string): { readonly text: string; readonly isUtf8: boolean } {
  return decodeText(basename(absolute), readFileSync(absolute))
}

function contentOf(absolute: string): Uint8Array {
  try {
    const status = statSync(absolute)
    return status.isFile() && status.size <= defaultMaxFileBytes ? readFileSync(absolute) : new Uint8Array()
  } catch {
    return new Uint8Array()
  }
}
