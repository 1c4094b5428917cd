import {
  type ArchiveEntry,
  type ArchiveReading,
  createBudget,
  isArchive,
  openArchive,
} from '@sevenstep/package-archives'
import type { Failure } from '../../domain/failure.ts'
import { textOf } from './media-types.ts'
import { refuse } from './refusals.ts'
import { refuseSecrets } from './refuse-secrets.ts'

const mebibyte = 1024 * 1024

/** Evidence is read by people: what unpacks to more than this is none. */
const limits = {
  maxEntries: 2000,
  maxTotalBytes: 96 * mebibyte,
  maxEntryBytes: 48 * mebibyte,
  maxDepth: 3,
} as const

/** Larger texts than this are data, and are not searched for secrets. */
const largestText = 8 * mebibyte

/**
 * Looks into an archive and every archive in it, in memory and within a budget: nothing that leads out of its folder, no
 * bomb, nothing damaged, no secret in a text.
 *
 * @throws Failure `unreadable-upload` or `secret-found`
 */
export function inspectArchive(name: string, bytes: Uint8Array): void {
  inspect(openArchive(bytes, { name, budget: createBudget(limits) }), name)
}

function inspect(reading: ArchiveReading, name: string): void {
  const problem = reading.problems.find(({ effect }) => effect !== 'none')
  if (problem !== undefined) throw unreadable(name, problem)
  for (const entry of reading.entries) if (!entry.isFolder) inspectEntry(entry, name)
}

function inspectEntry(entry: ArchiveEntry, name: string): void {
  const read = entry.bytes()
  if (!read.ok) throw unreadable(name, read.problem)
  if (isArchive(read.bytes)) {
    inspect(entry.archive(), `${name}!${entry.path}`)
    return
  }
  if (read.bytes.length > largestText) return
  const text = textOf(read.bytes)
  const where = `${name}!${entry.path}`
  if (text !== undefined) refuseSecrets(text, { en: where, nl: where }, 'file')
}

function unreadable(
  name: string,
  problem: { readonly what: string; readonly why: string; readonly fix: string },
): Failure {
  return refuse('unreadable-upload', 'file', {
    what: { en: `“${name}” was refused. ${problem.what}`, nl: `“${name}” is geweigerd. ${problem.what}` },
    why: { en: problem.why, nl: problem.why },
    fix: { en: problem.fix, nl: 'Maak het archief opnieuw met alleen de bedoelde bestanden en dien het nog eens in.' },
  })
}
