import { readdirSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { createLineTable } from '@sevenstep/findings'
import {
  type Catalogue,
  findLicenceLists,
  gatherLicensing,
  type Licensing,
  type ReadLicenceFile,
} from '@sevenstep/licensing-checks'
import type { Console } from '../console.ts'
import { exitCodes } from '../exit-codes.ts'
import { Failure, onOneLine } from '../failure.ts'
import { readFileText } from '../kinds/found-file.ts'
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
  for (const list of files) sayProblems(list, console)
  return gatherLicensing(files, catalogue)
}

function readPath(path: string, absolute: string, catalogue: Catalogue): readonly ReadLicenceFile[] {
  const whole = (name: string, shown: string, at: string) =>
    expectWhole(
      shown,
      readable(shown, () => readList({ name, absolute: at }, catalogue)),
    )
  if (!readable(path, () => statSync(absolute).isDirectory())) return [whole(basename(absolute), path, absolute)]
  const names = readdirSync(absolute).filter((name) => /\.(?:json|csv)$/i.test(name))
  const files = names.sort().map((name) => {
    const at = join(absolute, name)
    return { path: name, text: () => readable(join(path, name), () => readFileText(at).text) }
  })
  return findLicenceLists(files).map(({ path: name }) => whole(name, join(path, name), join(absolute, name)))
}

/** What reading gives; a file or folder that cannot be read is said as what the user named. */
function readable<Read>(path: string, read: () => Read): Read {
  try {
    return read()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Failure(exitCodes.unreadable, `${path} cannot be read.`, why, 'Check the path, and that you may read it.')
  }
}

/** A list that was read to its end; single entries that cannot be used are said beside the answers. */
function expectWhole(path: string, list: ReadLicenceFile): ReadLicenceFile {
  const broken = list.file.json?.problems.find(({ isRecovered }) => !isRecovered)
  if (broken !== undefined) {
    throw new Failure(
      exitCodes.unreadable,
      `${path}:${positionIn(list.file, broken.start)}: the JSON cannot be read from here on (${broken.code}).`,
      'Who stands behind this place may lack a licence, so that no answer would hold.',
      'Export the list again.',
    )
  }
  if (list.format !== undefined) return list
  throw new Failure(
    exitCodes.unreadable,
    `${path} is no list of licences.`,
    'Neither users with their licences, nor subscriptions, nor flows stand in it.',
    'Give what Microsoft Graph, Partner Center or the admin centre exported; "sevenstep check" says where it differs.',
  )
}

function sayProblems({ file, problems }: ReadLicenceFile, console: Console): void {
  for (const { what, at } of problems.slice(0, 5)) {
    const start = 'start' in at ? `:${positionIn(file, at.start)}` : ''
    console.error(`sevenstep: ${onOneLine(`${file.path}${start}: ${what}`)}.\n`)
  }
  if (problems.length > 5)
    console.error(`sevenstep: ${file.path}: "sevenstep check" says the other ${problems.length - 5}.\n`)
}

/** Line and column, as editors count them. */
function positionIn({ text }: ReadLicenceFile['file'], offset: number): string {
  const { line, column } = createLineTable(text).positionAt(offset)
  return `${line}:${column}`
}
