import { existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { Failure, sayError } from '../failure.ts'
import { watchFolder } from './watch-folder.ts'

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
    // A file that vanishes or a configuration that is half typed must not end the watching.
    last = await run().catch((error: unknown) => sayError(error, console))
    console.error('Watching for changes; Ctrl-C ends.\n')
    isRunning = false
    if (!isStale) return
    isStale = false
    await runAgain()
  }
  const onChange = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void runAgain(), quietMilliseconds)
  }
  const endings = folders.map((folder) => watchFolder(folder, onChange))
  const interrupted = new Promise<void>((done) => {
    process.once('SIGINT', () => done())
    process.once('SIGTERM', () => done())
  })
  await runAgain()
  await interrupted
  clearTimeout(timer)
  for (const end of endings) end()
  return last
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}
