import { closeSync, constants, fstatSync, openSync, readFileSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { packageProblem } from '../problems/package-problem.ts'
import { type PackageReading, type ReadPackageOptions, readPackage } from '../read/read-package.ts'
import { type FolderLimits, listFolder } from './list-folder.ts'
import { pathProblem } from './path-problem.ts'

/** How a path is read. The limits are those of a folder; `maxTotalBytes` also bounds an archive, still packed. */
export interface ReadPackagePathOptions extends ReadPackageOptions, FolderLimits {}

/**
 * Reads the package at a path: a zip archive, or the folder of an unpacked one. Never throws; what stands in the way is
 * among the problems. Symbolic links inside a folder are not followed, folders of tools (`.git`, `node_modules`, `bin`,
 * `obj`) are no part of a package.
 */
export function readPackagePath(path: string, options: ReadPackagePathOptions = {}): PackageReading {
  const named = { ...options, name: options.name ?? basename(resolve(path)) }
  try {
    if (!statSync(path).isDirectory()) return readFile(path, named)
  } catch (error) {
    return { problems: [pathProblem(error, path)], unreportedProblems: 0 }
  }
  const { files, problems, lost } = listFolder(path, options)
  if (problems.some((problem) => problem.effect === 'package')) return { problems, unreportedProblems: 0 }
  const reading = readPackage(files, named)
  const { package: read, unreportedProblems } = reading
  const all = [...problems, ...reading.problems]
  if (read === undefined) return { problems: all, unreportedProblems }
  return { package: { ...read, lost: [...read.lost, ...lost] }, problems: all, unreportedProblems }
}

function readFile(path: string, options: ReadPackagePathOptions): PackageReading {
  const fail = (problem: PackageReading['problems'][number]): PackageReading => ({
    problems: [problem],
    unreportedProblems: 0,
  })
  const maxBytes = options.maxTotalBytes ?? 256 * 1024 * 1024
  // Without waiting: a pipe that nobody writes to would hold the program up for ever.
  const handle = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const status = fstatSync(handle)
    if (!status.isFile()) {
      const problem = packageProblem('path-special', { file: path }, { detail: 'neither a file nor a folder' })
      return fail({ ...problem, effect: 'package' })
    }
    if (status.size > maxBytes) {
      return fail(packageProblem('folder-too-large', { file: path }, { detail: `more than ${maxBytes} bytes` }))
    }
    return readPackage(new Uint8Array(readFileSync(handle)), options)
  } finally {
    closeSync(handle)
  }
}
