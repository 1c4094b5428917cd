import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type ArchiveProblem, openArchive } from '@sevenstep/package-archives'
import { findOthersBelow } from '../check/find-others.ts'
import { type Found, type Source, unreadableAt } from '../check/source.ts'

/**
 * What later steps judge in a zip that only wraps files: pages, lists of licences, an offer. It is unpacked, within the bounds
 * of the archive reader, into a folder that goes with the process; nothing in it is mended.
 */
export async function findInOpenedZip(path: string, absolute: string, content: Uint8Array): Promise<Found> {
  const { entries, problems } = openArchive(content, { name: path })
  const files = entries.filter(({ isFolder, isPlatformJunk }) => !isFolder && !isPlatformJunk)
  if (files.length === 0) return { sources: [], unreadable: problems.map(said(path)) }
  const folder = mkdtempSync(join(tmpdir(), 'sevenstep-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const unread: ArchiveProblem[] = [...problems]
  for (const entry of files) {
    const reading = entry.bytes()
    if (!reading.ok) unread.push(reading.problem)
    else {
      // Names of entries are relative, unique and lead nowhere else: the reader refuses all others.
      const place = join(folder, ...entry.path.split('/'))
      mkdirSync(dirname(place), { recursive: true })
      writeFileSync(place, reading.bytes)
    }
  }
  const found = await findOthersBelow({ path: `${path}!`, absolute: folder }, [])
  const sources = found.map((source) => withoutMends(source, absolute))
  return { sources, unreadable: sources.length === 0 ? [] : unread.map(said(path)) }
}

/** What lies in an archive is watched and configured where the archive is, and stays as it is. */
function withoutMends({ file: _, ...source }: Source, archive: string): Source {
  return { ...source, folder: undefined, location: dirname(archive), reads: [archive], mend: async () => [] }
}

function said(path: string): (problem: ArchiveProblem) => Found['unreadable'][number] {
  return (problem) => unreadableAt(problem, (at) => (at === '' || at === path ? path : `${path}!${at}`))
}
