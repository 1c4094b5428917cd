import { join } from 'node:path'
import type { Report } from '@sevenstep/findings'
import { zipSync } from 'fflate'
import type { CheckResult, UploadedFile } from '../checks/worker/messages.ts'
import type { KnownBeside } from '../checks/worker/rooms/room.ts'
import { filesBelow } from './sample-files.ts'

const root = join(import.meta.dirname, '../../../..')

/** What is known beside the files in tests. */
export const known: KnownBeside = { profile: 'verified-publisher', today: '2026-11-20', edition: 'current' }

/** An example of the repository, below a folder of the name given. */
export function example(name: string, folder = name): readonly UploadedFile[] {
  return filesBelow(join(root, 'examples', name), folder)
}

/** A file of a text or bytes. */
export function fileOf(path: string, content: string | Uint8Array): UploadedFile {
  return { path, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content }
}

/** Files in a zip. */
export function zipOf(path: string, files: readonly UploadedFile[]): UploadedFile {
  return fileOf(path, zipSync(Object.fromEntries(files.map((file) => [file.path, file.bytes]))))
}

/** What was judged, from the report as printed. */
export function subjectsOf({ reportJson }: CheckResult): Report['subjects'] {
  // Printed by us a moment ago.
  return (JSON.parse(reportJson) as Report).subjects
}

/** Each thing that was judged: its kind and its path. */
export function namesOf(result: CheckResult): readonly string[] {
  return subjectsOf(result).map(({ kind, path }) => `${kind} ${path}`)
}

/** What was said of a family, and whose word it is. */
export function outcomeOf({ families }: CheckResult, id: string): readonly [outcome: string, word: string] | undefined {
  const fact = families[id]
  return fact && [fact.outcome, fact.reported === true ? 'reported' : 'seen']
}
