import {
  type ArchiveBudget,
  type ArchiveProblem,
  collisionKey,
  createBudget,
  defaultArchiveLimits,
  judgeName,
  openArchive,
} from '@sevenstep/package-archives'
import type { GivenFile } from '../model/package-file.ts'
import { type PackageProblem, packageProblem } from '../problems/package-problem.ts'

/** A file or folder whose meaning is not known yet. */
export interface RawFile {
  readonly path: string
  readonly bytes: Uint8Array
  readonly isFolder: boolean
  readonly isPlatformJunk: boolean
}

/** What a package consists of. */
export interface GatheredFiles {
  /** Unique names, sorted. */
  readonly files: readonly RawFile[]
  readonly lost: readonly string[]
  readonly problems: readonly PackageProblem[]
}

const nothing = new Uint8Array()
const encoder = new TextEncoder()

/** The entries of a zip archive, unpacked under the budget. */
export function gatherFromArchive(
  bytes: Uint8Array,
  name: string,
  budget: ArchiveBudget = createBudget(),
): GatheredFiles {
  const archive = openArchive(bytes, { name, budget })
  const found = [...archive.problems]
  const files: RawFile[] = []
  for (const { path, isFolder, isPlatformJunk, refusal, bytes: unpack } of archive.entries) {
    if (isFolder) {
      files.push({ path, bytes: nothing, isFolder, isPlatformJunk })
      continue
    }
    const content = unpack()
    if (content.ok) files.push({ path, bytes: content.bytes, isFolder, isPlatformJunk })
    else if (refusal === undefined) found.push(content.problem)
  }
  const lost = found.filter((problem) => problem.effect !== 'none').map((problem) => problem.path ?? name)
  return { files: sorted(files), lost: [...new Set(lost)], problems: found.map((problem) => ofArchive(problem, name)) }
}

/** Files that were given one by one, judged like those of an archive. */
export function gatherFromFiles(given: readonly GivenFile[], name: string): GatheredFiles {
  const problems: PackageProblem[] = []
  const lost: string[] = []
  const byPath = new Map<string, RawFile>()
  const twice = new Set<string>()
  for (const { path: stored, content } of given) {
    const judged = judgeName(stored, defaultArchiveLimits, { archive: name })
    const refusal = judged.problems.find((problem) => problem.effect !== 'none')
    if (refusal !== undefined) {
      problems.push(packageProblem('file-name-refused', { file: name }, { detail: refusal.what }))
      lost.push(stored)
      continue
    }
    const { path, isFolder, isPlatformJunk } = judged
    if (byPath.has(path)) twice.add(path)
    const bytes = typeof content === 'string' ? encoder.encode(content) : content
    byPath.set(path, { path, bytes: isFolder ? nothing : bytes, isFolder, isPlatformJunk })
  }
  for (const path of twice) {
    byPath.delete(path)
    lost.push(path)
    problems.push(packageProblem('duplicate-file', { file: path }, { name: path }))
  }
  return { files: sorted([...byPath.values()]), lost, problems }
}

/** The key under which names that differ only in case are the same. */
export function caseKey(path: string): string {
  return collisionKey(path)
}

function sorted(files: readonly RawFile[]): readonly RawFile[] {
  return [...files].sort((left, right) => (left.path < right.path ? -1 : left.path > right.path ? 1 : 0))
}

function ofArchive({ code, effect, what, why, fix, path }: ArchiveProblem, name: string): PackageProblem {
  const costs = effect === 'archive' ? 'package' : effect === 'entry' ? 'part' : 'none'
  return { code, effect: costs, message: { what, why, fix }, file: path ?? name }
}
