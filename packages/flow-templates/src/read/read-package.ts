import type { ArchiveBudget } from '@sevenstep/package-archives'
import type { FlowPackage } from '../model/flow-package.ts'
import type { GivenFile } from '../model/package-file.ts'
import type { PackageProblem } from '../problems/package-problem.ts'
import { type GatheredFiles, gatherFromArchive, gatherFromFiles } from './gather-files.ts'
import { PackageReader } from './package-reader.ts'
import { readExport } from './read-export.ts'
import { readSolution } from './read-solution.ts'

/** How a package is read. */
export interface ReadPackageOptions {
  /** What the package is called in problems: a file or folder name, as a rule. Default `package`. */
  readonly name?: string
  /** Shared by all archives one person handed in; a fresh one when left out. */
  readonly budget?: ArchiveBudget
}

/** A package as far as it could be understood, and everything that is wrong with it. */
export interface PackageReading {
  /** Nothing when it is no package, or a problem of effect `package` stands in the way. */
  readonly package?: FlowPackage
  readonly problems: readonly PackageProblem[]
  /** How many more problems there were than are listed. */
  readonly unreportedProblems: number
}

/**
 * Reads an exported flow package or a solution out of a zip archive (bytes) or the files of a folder. Never throws for
 * what it is given: whatever is wrong is among the problems, and what could be understood in one way only is read.
 */
export function readPackage(
  input: Uint8Array | readonly GivenFile[],
  options: ReadPackageOptions = {},
): PackageReading {
  const name = options.name ?? 'package'
  const isArchive = input instanceof Uint8Array
  const gathered = isArchive ? gatherFromArchive(input, name, options.budget) : gatherFromFiles(input, name)
  const reader = new PackageReader(name, gathered)
  const read = understand(reader, gathered, isArchive ? 'zip' : 'folder')
  const { problems, unreported: unreportedProblems } = reader
  return { ...(read === undefined ? {} : { package: read }), problems, unreportedProblems }
}

function understand(
  reader: PackageReader,
  gathered: GatheredFiles,
  form: FlowPackage['form'],
): FlowPackage | undefined {
  const { name } = reader
  const { lost } = gathered
  const kind = kindOf(reader, gathered)
  if (kind === undefined) return undefined
  if (kind === 'export') {
    const contents = readExport(reader)
    return contents && { kind, name, form, lost, files: reader.finish(), ...contents }
  }
  const contents = readSolution(reader, kind)
  return contents && { kind: 'solution', name, form, lost, files: reader.finish(), ...contents }
}

type Kind = 'export' | 'packed' | 'unpacked'

/** The file that each kind of package has at its top. */
const marks: readonly (readonly [Kind, string])[] = [
  ['packed', 'solution.xml'],
  ['unpacked', 'Other/Solution.xml'],
  ['export', 'manifest.json'],
]

function kindOf(reader: PackageReader, { problems, files, lost }: GatheredFiles): Kind | undefined {
  const found = marks.filter(([kind, path]) => reader.has(path) && (kind !== 'export' || isExport(reader)))
  const [first, second] = found
  if (first !== undefined && second === undefined) return first[0]
  if (first !== undefined && second !== undefined) {
    reader.report('two-packages', { file: reader.name }, { name: first[1], other: second[1] })
    return undefined
  }
  // An archive that could not be opened has been reported.
  if (problems.some((problem) => problem.effect === 'package')) return undefined
  const folder = nestedFolder(reader.paths)
  // The file that tells is there, and why it could not be read is reported.
  const isLost = lost.some((path) => marks.some(([, mark]) => mark.toLowerCase() === path.toLowerCase()))
  if (folder !== undefined) reader.report('nested-package', { file: reader.name }, { name: folder })
  else if (!isLost)
    reader.report('not-a-package', { file: reader.name }, { detail: describeContents(files.length, reader.paths) })
  return undefined
}

/** Other things have a manifest.json too, apps for Teams for one. */
function isExport(reader: PackageReader): boolean {
  if (reader.paths.some((path) => /^microsoft\.(flow|powerapps)\//i.test(path))) return true
  const bytes = reader.peek('manifest.json')
  return bytes !== undefined && /"resources"\s*:\s*\{/.test(new TextDecoder().decode(bytes.subarray(0, 1_000_000)))
}

/** The one folder at the top in which a package lies. */
function nestedFolder(paths: readonly string[]): string | undefined {
  const [folder] = paths[0]?.split('/', 1) ?? []
  if (folder === undefined || !paths.every((path) => path.startsWith(`${folder}/`))) return undefined
  const inner = new Set(paths.map((path) => path.slice(folder.length + 1).toLowerCase()))
  const isPackage =
    inner.has('solution.xml') || inner.has('other/solution.xml') || (inner.has('manifest.json') && hasFlows(inner))
  return isPackage ? folder : undefined
}

function hasFlows(paths: ReadonlySet<string>): boolean {
  return [...paths].some((path) => path.startsWith('microsoft.flow/'))
}

function describeContents(count: number, paths: readonly string[]): string {
  if (count === 0 || paths.length === 0) return 'it holds no files'
  return `it holds ${paths.length === 1 ? '1 file' : `${paths.length} files`}, but no manifest.json of an export and no solution.xml at its top`
}
