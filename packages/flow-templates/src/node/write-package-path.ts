import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { FlowPackage } from '../model/flow-package.ts'
import type { PackageProblem } from '../problems/package-problem.ts'
import { packageProblem } from '../problems/package-problem.ts'
import { writePackage } from '../write-package.ts'
import { pathProblem } from './path-problem.ts'

/** Done, or what stood in the way; then nothing is left at the path that was not there before. */
export type PathWriting = { readonly ok: true } | { readonly ok: false; readonly problem: PackageProblem }

/** Writes a package as a zip archive to a path where nothing is yet. The file appears whole or not at all. */
export function writePackageFile(flowPackage: FlowPackage, path: string): PathWriting {
  const written = writePackage(flowPackage)
  if (!written.ok) return written
  let beside: string | undefined
  try {
    beside = mkdtempSync(`${resolve(path)}-`)
    const whole = join(beside, 'package.zip')
    writeFileSync(whole, written.bytes, { flag: 'wx' })
    putInPlace(whole, path)
    return { ok: true }
  } catch (error) {
    return { ok: false, problem: pathProblem(error, path) }
  } finally {
    if (beside !== undefined) rmSync(beside, { recursive: true, force: true })
  }
}

/** Never over another file, which renaming would be. Where the disk knows no second names, by copying. */
function putInPlace(whole: string, path: string): void {
  try {
    linkSync(whole, path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw error
    copyFileSync(whole, path, constants.COPYFILE_EXCL)
  }
}

/**
 * Writes the files of a package into a folder that does not exist yet or is empty. They are written beside it first and
 * put in place in one step, so that a half-written package is never found there. Refuses what {@link writePackage}
 * refuses: a package of which parts were lost, and names that would lead anywhere else.
 */
export function writePackageFolder(flowPackage: FlowPackage, path: string): PathWriting {
  // Judges every name, and that none is there twice.
  const judged = writePackage(flowPackage)
  if (!judged.ok) return judged
  const target = resolve(path)
  let beside: string | undefined
  try {
    if (!isFree(target)) return { ok: false, problem: packageProblem('path-exists', { file: path }) }
    mkdirSync(dirname(target), { recursive: true })
    beside = mkdtempSync(join(dirname(target), `.${basename(target)}-`))
    writeFiles(flowPackage, beside)
    // Takes the place of an empty folder and of nothing else: one with something in it cannot be removed so.
    if (existsSync(target)) rmdirSync(target)
    renameSync(beside, target)
    return { ok: true }
  } catch (error) {
    if (beside !== undefined) rmSync(beside, { recursive: true, force: true })
    return { ok: false, problem: pathProblem(error, path) }
  }
}

function isFree(target: string): boolean {
  try {
    return statSync(target).isDirectory() && readdirSync(target).length === 0
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return true
    throw error
  }
}

function writeFiles({ files }: FlowPackage, folder: string): void {
  for (const { path, bytes, isFolder } of files) {
    const full = join(folder, path)
    mkdirSync(isFolder ? full : dirname(full), { recursive: true })
    // New files only: two names that are one on this disk are a fault, not a file with the content of either.
    if (!isFolder) writeFileSync(full, bytes, { flag: 'wx' })
  }
}
