import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { toSafeLines } from '@sevenstep/findings'
import type { InitFlags } from '../commands/init-command.ts'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import { writeFileWhole } from '../write-file-whole.ts'
import { configurationFileName } from './find-configuration.ts'

/** Where the schema of the configuration is once the command line is installed. */
const schemaPath = './node_modules/sevenstep/schemas/sevenstep.config.schema.json'

/** Writes a configuration that changes nothing, to start from. */
export function writeConfiguration(folder: string, flags: InitFlags, console: Console): ExitCode {
  const target = resolve(console.folder, folder)
  const path = join(target, configurationFileName)
  if (existsSync(path) && !flags.force) {
    throw new Failure(
      exitCodes.usage,
      `${path} is there already.`,
      'Writing over it would lose your settings.',
      'Edit it, or repeat the command with --force.',
    )
  }
  mkdirSync(target, { recursive: true })
  const configuration = {
    $schema: schemaPath,
    ...(flags.profile !== undefined && { profile: flags.profile }),
    failOn: 'error',
    rules: {},
    suppressions: [],
  }
  writeFileWhole(path, `${JSON.stringify(configuration, undefined, 2)}\n`)
  console.out(toSafeLines(`Wrote ${path}.\nNext: sevenstep check ${nextPath(target)}\n`))
  return exitCodes.fine
}

function nextPath(folder: string): string {
  return readdirSync(folder).some((name) => name.toLowerCase() === 'apidefinition.swagger.json') ? folder : 'PATH'
}
