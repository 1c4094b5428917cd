import { realpathSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { roleOfPath } from '@sevenstep/connector-schema'
import type { ReportFlags } from '../commands/report-options.ts'
import { configurationFileName } from '../configuration/find-configuration.ts'
import type { Console } from '../console.ts'
import { exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'

/**
 * Makes sure that a report is not written over what the command reads: a file or archive that was named, a file of a
 * connector, one of the other `files`, a configuration or the baseline. `folders` are absolute paths of connectors.
 *
 * @throws Failure when it would be.
 */
export function expectOutputApart(
  { output, baseline }: Pick<ReportFlags, 'output' | 'baseline'>,
  paths: readonly string[],
  folders: readonly string[],
  console: Console,
  files: readonly string[] = [],
): void {
  if (output === undefined) return
  const target = genuine(resolve(console.folder, output))
  const name = basename(target)
  const read = [...paths, ...(baseline === undefined ? [] : [baseline])]
  const isRead =
    name === configurationFileName ||
    [...read, ...files].some((path) => genuine(resolve(console.folder, path)) === target) ||
    (roleOfPath(name) !== undefined && folders.some((folder) => genuine(folder) === dirname(target)))
  if (!isRead) return
  throw new Failure(
    exitCodes.usage,
    `${output} would be overwritten by the report.`,
    'It is something this command reads, not a report.',
    'Give --output the name of another file.',
  )
}

/** The path without links; of what is not there yet, its folder's. */
function genuine(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const parent = dirname(path)
    return parent === path ? path : resolve(genuine(parent), basename(path))
  }
}
