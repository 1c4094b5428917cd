import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { toSafeLines } from '@sevenstep/findings'
import { assumptionsOf, initOffer } from '@sevenstep/listing-checks/init'
import type { ListingInitFlags } from '../commands/listing-command.ts'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { Failure, systemCode } from '../failure.ts'

/**
 * `sevenstep listing init`: writes a complete offer folder to start from.
 *
 * @throws Failure when something is in its place, or it cannot be written.
 */
export function initListing(folder: string, { kind, ...answers }: ListingInitFlags, console: Console): ExitCode {
  const target = resolve(console.folder, folder)
  expectEmpty(target, folder)
  const files = initOffer(kind, { ...answers, today: console.today })
  try {
    for (const { path, bytes } of files) {
      mkdirSync(dirname(join(target, path)), { recursive: true })
      writeFileSync(join(target, path), bytes, { flag: 'wx' })
    }
  } catch (error) {
    throw cannotWrite(folder, error)
  }
  const list = files.map(({ path }) => `  ${path}\n`).join('')
  const assumed = assumptionsOf(kind).map(({ pointer, value }) => `  ${pointer}: ${value}\n`)
  console.out(
    toSafeLines(
      `Wrote ${folder}:\n${list}What only you can say is marked TODO. Assumed, so look at it:\n${assumed.join('')}Next: sevenstep check ${folder}\n`,
    ),
  )
  return exitCodes.fine
}

function expectEmpty(target: string, folder: string): void {
  let names: readonly string[]
  try {
    names = readdirSync(target)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return
    throw cannotWrite(folder, error)
  }
  if (names.length === 0) return
  throw new Failure(
    exitCodes.usage,
    `${folder} is not empty.`,
    'Nothing that is there is written over.',
    'Name a new folder.',
  )
}

function cannotWrite(folder: string, error: unknown): Failure {
  const why = error instanceof Error ? error.message : String(error)
  return new Failure(
    exitCodes.unreadable,
    `${folder} cannot be written.`,
    why,
    'Check the path, and that you may write there.',
  )
}
