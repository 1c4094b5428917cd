import type { ArchiveLimits } from './archive-budget.ts'
import { type ArchiveProblem, archiveProblem, type ProblemPlace } from './archive-problem.ts'
import type { ArchiveProblemCode } from './archive-problem-texts.ts'

export interface JudgedName {
  /** Relative, with `/` between folders, without `.` segments and without a slash at the end. */
  readonly path: string
  readonly isFolder: boolean
  /** Left behind by an operating system: `__MACOSX/`, `.DS_Store`, `Thumbs.db`, `desktop.ini`. */
  readonly isPlatformJunk: boolean
  /** Of effect `none` only, or exactly one of effect `entry`: then the name must not be used. */
  readonly problems: readonly ArchiveProblem[]
}

/** Brings the name of an entry into its one form, or refuses it. `place` says where the entry stands. */
export function judgeName(name: string, limits: ArchiveLimits, place: ProblemPlace): JudgedName {
  const slashed = name.replaceAll('\\', '/')
  const segments = slashed.split('/').filter((segment) => segment !== '' && segment !== '.')
  const path = segments.join('/')
  const isFolder = slashed.endsWith('/')
  const refusal = refuseName(name, slashed, segments, limits)
  if (refusal) {
    const problem = archiveProblem(refusal.code, { ...place, path: name, ...refusal })
    return { path, isFolder, isPlatformJunk: false, problems: [problem] }
  }
  const problems: ArchiveProblem[] = []
  if (slashed !== name) problems.push(archiveProblem('name-backslash', { ...place, path }))
  const trouble = windowsTrouble(segments)
  if (trouble) problems.push(archiveProblem('name-not-portable', { ...place, path, detail: trouble }))
  return { path, isFolder, isPlatformJunk: isJunk(segments), problems }
}

/** Two names with the same key are the same file on Windows and macOS. */
export function collisionKey(path: string): string {
  return path.normalize('NFC').toLowerCase()
}

interface Refusal {
  readonly code: ArchiveProblemCode
  readonly detail?: string
}

// Line and direction characters too: "gpj.exe" can be made to read as "exe.jpg".
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controlCharacters = /[\0-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]/

function refuseName(name: string, slashed: string, segments: string[], limits: ArchiveLimits): Refusal | undefined {
  if (controlCharacters.test(name)) return { code: 'name-control-character' }
  if (segments.includes('..')) return { code: 'name-traversal' }
  if (slashed.startsWith('/') || /^[A-Za-z]:/.test(slashed)) return { code: 'name-absolute' }
  if (segments.length === 0) return { code: 'name-empty' }
  if (segments.length > limits.maxNameSegments) {
    const detail = `${segments.length} levels of folders, where ${limits.maxNameSegments} are allowed`
    return { code: 'name-too-long', detail }
  }
  if (segments.includes('__proto__')) return { code: 'name-reserved' }
  return undefined
}

function windowsTrouble(segments: readonly string[]): string | undefined {
  for (const segment of segments) {
    const forbidden = /[<>:"|?*]/.exec(segment)
    if (forbidden) return `it contains ${forbidden[0]}`
    if (/[. ]$/.test(segment)) return 'a part of it ends in a dot or a blank'
    if (/^(con|prn|aux|nul|com[1-9]|lpt[1-9])(\.|$)/i.test(segment)) return 'a part of it names a device'
  }
  return undefined
}

const junkFiles: ReadonlySet<string> = new Set(['.ds_store', 'thumbs.db', 'desktop.ini'])

function isJunk(segments: readonly string[]): boolean {
  return segments.includes('__MACOSX') || junkFiles.has((segments.at(-1) ?? '').toLowerCase())
}
