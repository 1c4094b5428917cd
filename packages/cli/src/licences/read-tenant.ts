import { readdirSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { type Catalogue, gatherLicensing, type Licensing, type ReadLicenceFile } from '@sevenstep/licensing-checks'
import type { Console } from '../console.ts'
import { exitCodes } from '../exit-codes.ts'
import { Failure, onOneLine } from '../failure.ts'
import { readList } from '../kinds/licences.ts'

/**
 * Reads the lists of one tenant from files and folders; what cannot be used of them is said.
 *
 * @throws Failure when a path cannot be read, a file that was named is no such list, or there is none at all.
 */
export function readTenant(paths: readonly string[], catalogue: Catalogue, console: Console): Licensing {
  const files = paths.flatMap((path) => readPath(path, resolve(console.folder, path), catalogue))
  if (files.length === 0) {
    throw new Failure(
      exitCodes.unreadable,
      'There is no list of licences.',
      'The folder holds no JSON or CSV in which users, subscriptions or flows stand.',
      'Export users and subscriptions with Microsoft Graph, or users from the admin centre.',
    )
  }
  for (const { file, problems } of files) {
    for (const { what } of problems.slice(0, 5)) console.error(`sevenstep: ${onOneLine(`${file.path}: ${what}`)}.\n`)
    if (problems.length > 5)
      console.error(`sevenstep: ${file.path}: "sevenstep check" says the other ${problems.length - 5}.\n`)
  }
  return gatherLicensing(files)
}

function readPath(path: string, absolute: string, catalogue: Catalogue): readonly ReadLicenceFile[] {
  try {
    if (statSync(absolute).isDirectory()) {
      const names = readdirSync(absolute).filter((name) => /\.(?:json|csv)$/i.test(name))
      return names
        .sort()
        .map((name) => readList({ name, absolute: join(absolute, name) }, catalogue))
        .filter(({ format }) => format !== undefined)
    }
    const list = readList({ name: basename(absolute), absolute }, catalogue)
    if (list.format !== undefined) return [list]
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Failure(exitCodes.unreadable, `${path} cannot be read.`, why, 'Check the path, and that you may read it.')
  }
  throw new Failure(
    exitCodes.unreadable,
    `${path} is no list of licences.`,
    'Neither users with licences, nor subscriptions, nor flows stand in it.',
    'Give what Microsoft Graph, Partner Center or the admin centre exported.',
  )
}
