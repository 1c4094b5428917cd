import { readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { decodeText } from '@sevenstep/connector-schema'
import { type AppRegistration, readAppRegistration } from '@sevenstep/sign-in-checks'
import type { Console } from './console.ts'
import { exitCodes } from './exit-codes.ts'
import { Failure } from './failure.ts'

/**
 * Reads an app registration from a file that was named on the command line.
 *
 * @throws Failure when it cannot be read, or is none.
 */
export function readRegistrationFile(path: string, { folder }: Pick<Console, 'folder'>): AppRegistration {
  const { registration } = readFile(path, resolve(folder, path))
  if (registration !== undefined) return registration
  throw new Failure(
    exitCodes.unreadable,
    `${path} is no app registration.`,
    'None of the three formats of app manifests fits it.',
    'Export the manifest in the portal, or save what GET /applications/ with its id answers.',
  )
}

function readFile(path: string, absolute: string): ReturnType<typeof readAppRegistration> {
  try {
    const { text, isUtf8 } = decodeText(path, readFileSync(absolute))
    return readAppRegistration(basename(path), text, isUtf8)
  } catch (error) {
    throw new Failure(
      exitCodes.unreadable,
      `${path} cannot be read.`,
      error instanceof Error ? error.message : String(error),
      'Check the path, and that you may read it.',
    )
  }
}
