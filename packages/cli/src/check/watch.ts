import { existsSync, statSync, watch as watchPath } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'

const quietMilliseconds = 150

/**
 * Runs a check now and after every change, until the process is interrupted. Changes that come close together count
 * as one; a file that is being written is simply checked again when it rests.
 */
export async function watch(
  paths: readonly string[],
  console: Console,
  run: () => Promise<ExitCode>,
): Promise<ExitCode> {
  const folders = paths
    .map((path) => resolve(console.folder, path))
    .map((path) => (isFolder(path) ? path : dirname(path)))
  for (const folder of folders) {
    if (!existsSync(folder)) {
      throw new Failure(
        exitCodes.unreadable,
        `${folder} does not exist.`,
        'There is nothing to watch.',
        'Check the path.',
      )
    }
  }
  let isRunning = false
  let isStale = false
  let last: ExitCode = exitCodes.fine
  let timer: NodeJS.Timeout | undefined
  const runAgain = async (): Promise<void> => {
    if (isRunning) {
      isStale = true
      return
    }
    isRunning = true
    last = await run().catch((error: unknown) => sayAndGoOn(error, console))
    console.error('Watching for changes; Ctrl-C ends.\n')
    isRunning = false
    if (!isStale) return
    isStale = false
    await runAgain()
  }
  const watchers = folders.map((folder) =>
    watchPath(folder, { recursive: true }, () => {
      clearTimeout(timer)
      timer = setTimeout(() => void runAgain(), quietMilliseconds)
    }),
  )
  for (const watcher of watchers) watcher.on('error', (error) => void sayAndGoOn(error, console))
  await runAgain()
  await new Promise<void>((done) => {
    process.once('SIGINT', () => done())
    process.once('SIGTERM', () => done())
  })
  clearTimeout(timer)
  for (const watcher of watchers) watcher.close()
  return last
}

/** A file that vanishes or a configuration that is half typed must not end the watching. */
function sayAndGoOn(error: unknown, console: Console): ExitCode {
  if (error instanceof Failure) {
    console.error(`sevenstep: ${error.message}\n  why: ${error.why}\n  do:  ${error.fix}\n`)
    return error.exitCode
  }
  console.error(`sevenstep: ${error instanceof Error ? error.message : String(error)}\n`)
  return exitCodes.fault
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}
