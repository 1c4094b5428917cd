import { resolve } from 'node:path'
import type { FlowPackage, PackageProblem } from '@sevenstep/flow-templates'
import { readPackagePath } from '@sevenstep/flow-templates/node'
import type { Console } from '../console.ts'
import { exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'

/**
 * The package at a path of the command line.
 *
 * @throws Failure when there is none, or nothing of it could be read.
 */
export function readGivenPackage(path: string, { folder }: Pick<Console, 'folder'>): FlowPackage {
  const { package: read, problems } = readPackagePath(resolve(folder, path))
  if (read !== undefined) return read
  throw packageFailure(path, problems.find(({ effect }) => effect === 'package') ?? problems[0])
}

/** A problem of a package as the command line says it. */
export function packageFailure(path: string, problem: PackageProblem | undefined): Failure {
  const { what, why, fix } = problem?.message ?? {
    what: 'Nothing of it could be read.',
    why: 'It is neither an exported flow nor a solution.',
    fix: 'Give a zip that Power Automate exported, or its unpacked folder.',
  }
  return new Failure(exitCodes.unreadable, `${path}: ${what}`, why, fix)
}
