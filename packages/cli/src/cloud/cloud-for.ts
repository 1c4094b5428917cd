import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Cloud, CloudFailure, knownClouds, overrideCloud, parseCloudFile } from '@sevenstep/cloud-access'
import type { Console } from '../console.ts'
import { exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'

/** Which cloud a command is to talk to. */
export interface CloudFlags {
  readonly emulator?: string
  readonly cloudFile?: string
}

/**
 * The cloud that the options name; nothing where they name none.
 *
 * @throws Failure when the address is none, or the file cannot be read.
 */
export function cloudFor({ emulator, cloudFile }: CloudFlags, console: Pick<Console, 'folder'>): Cloud | undefined {
  if (emulator !== undefined) {
    if (!URL.canParse(emulator)) {
      const fix = 'Give the address that "sevenstep emulator" prints, such as http://127.0.0.1:4350.'
      throw new Failure(exitCodes.usage, `${emulator} is no address.`, '--emulator leads to a running emulator.', fix)
    }
    const through = `${new URL(emulator).origin}/https`
    return overrideCloud(knownClouds.public, { id: 'emulator', title: 'The emulator', through })
  }
  if (cloudFile === undefined) return undefined
  try {
    return parseCloudFile(readFileSync(resolve(console.folder, cloudFile), 'utf8'), cloudFile)
  } catch (error) {
    const why = error instanceof CloudFailure ? error.details.join(' ') : String(error)
    throw new Failure(
      exitCodes.unreadable,
      `${cloudFile} cannot be read as a cloud.`,
      why,
      'Correct the path or the file.',
    )
  }
}
