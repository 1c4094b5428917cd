import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EmulatorSettingsError } from '../identity/settings-error.ts'
import type { EmulatorState } from './emulator-state.ts'
import { writeFileWhole } from './write-file-whole.ts'

/** A folder that keeps the state between runs. */
export interface Persistence {
  /** What an earlier run left. */
  readonly kept: EmulatorState | undefined
  /** Writes soon; many changes in a row are written once. */
  readonly write: (state: EmulatorState) => void
  /** Writes what is left to write, and lets go of the folder. */
  readonly close: (state?: EmulatorState) => Promise<void>
}

/** Milliseconds that pass between a change and its writing. */
const pause = 300

/**
 * Opens a folder for one emulator alone.
 *
 * @throws EmulatorSettingsError where another emulator has it, or what lies there cannot be read.
 */
export async function openPersistence(folder: string): Promise<Persistence> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const lock = join(folder, 'in-use')
  await takeLock(lock, folder)
  const file = join(folder, 'state.json')
  try {
    const kept = await readKept(file)
    return open(file, lock, kept)
  } catch (error) {
    await rm(lock, { force: true })
    throw error
  }
}

function open(file: string, lock: string, kept: EmulatorState | undefined): Persistence {
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<unknown> = Promise.resolve()
  let problem: unknown
  const flush = (state: EmulatorState) => {
    timer = undefined
    const text = JSON.stringify(state)
    writing = writing
      .then(() => writeFileWhole(file, text))
      .catch((error: unknown) => {
        problem = error
      })
  }
  return {
    kept,
    write: (state) => {
      timer ??= setTimeout(() => flush(state), pause)
    },
    close: async (state) => {
      clearTimeout(timer)
      if (state !== undefined) flush(state)
      await writing
      await rm(lock, { force: true })
      if (problem !== undefined) {
        throw new EmulatorSettingsError(`The state could not be written to ${file}: ${messageOf(problem)}`, {
          cause: problem,
        })
      }
    },
  }
}

async function takeLock(lock: string, folder: string): Promise<void> {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      await writeFile(lock, String(process.pid), { flag: 'wx' })
      return
    } catch (error) {
      if (Object(error).code !== 'EEXIST') {
        throw new EmulatorSettingsError(`The folder ${folder} cannot be used: ${messageOf(error)}`, { cause: error })
      }
      const owner = Number(await readFile(lock, 'utf8').catch(() => ''))
      if (owner > 0 && isRunning(owner)) {
        throw new EmulatorSettingsError(
          `Another emulator (process ${owner}) uses the folder ${folder}. Stop it, or choose another folder.`,
        )
      }
      // Its owner was killed before it could let go.
      await rm(lock, { force: true })
    }
  }
  throw new EmulatorSettingsError(
    `The folder ${folder} was taken by another emulator a moment ago. Choose another folder.`,
  )
}

function isRunning(owner: number): boolean {
  try {
    process.kill(owner, 0)
    return true
  } catch (error) {
    return Object(error).code === 'EPERM'
  }
}

async function readKept(file: string): Promise<EmulatorState | undefined> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if (Object(error).code === 'ENOENT') return undefined
    throw new EmulatorSettingsError(`${file} cannot be read: ${messageOf(error)}`, { cause: error })
  }
  try {
    const state: unknown = JSON.parse(text)
    if (Object(state).version === 1 && typeof Object(state).tenants === 'object') {
      // Written by an emulator of this version, whose own shape this is.
      return state as EmulatorState
    }
  } catch (error) {
    throw new EmulatorSettingsError(`${file} is no JSON: ${messageOf(error)}. Move it away to start anew.`, {
      cause: error,
    })
  }
  throw new EmulatorSettingsError(
    `${file} was not written by this version of the emulator. Move it away to start anew, or use the version that wrote it.`,
  )
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
