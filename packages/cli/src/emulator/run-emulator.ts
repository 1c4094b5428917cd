import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import {
  defaultSeed,
  EmulatorSettingsError,
  entranceOf,
  type RunningEmulator,
  readSeed,
  type Seed,
  startEmulator,
} from '@sevenstep/cloud-emulator'
import type { EmulatorFlags } from '../commands/emulator-command.ts'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { Failure, systemCode } from '../failure.ts'
import { clientEnvironment, shellAssignments } from './client-environment.ts'

/** Starts the emulator and keeps it running until the process is told to end. */
export async function runEmulator(flags: EmulatorFlags, console: Console): Promise<ExitCode> {
  const port = portOf(flags.port)
  const seed = flags.seed === undefined ? undefined : await seedFrom(resolve(console.folder, flags.seed), flags.seed)
  const emulator = await started(flags, console, port, seed)
  const ended = endAsked()
  const entrance = entranceOf(seed ?? defaultSeed)
  const environment = clientEnvironment(emulator, entrance)
  if (flags.printEnv) console.out(shellAssignments(environment))
  else console.out(welcome(emulator, environment))
  if (emulator.keptEarlier && seed !== undefined) {
    console.error(
      `sevenstep: ${flags.data} holds a cloud already, so ${flags.seed} was not planted. Choose another folder, or remove this one.\n`,
    )
  }
  if (flags.listen !== '127.0.0.1' && flags.listen !== 'localhost' && flags.listen !== '::1') {
    console.error(
      `sevenstep: the emulator listens on ${flags.listen}: whoever can reach it gets in without a password, and it is not made for that.\n`,
    )
  }
  await ended
  await emulator.stop()
  return exitCodes.fine
}

async function started(
  flags: EmulatorFlags,
  console: Console,
  port: number,
  seed: Seed | undefined,
): Promise<RunningEmulator> {
  try {
    return await startEmulator({
      port,
      listen: flags.listen,
      ...(seed === undefined ? {} : { seed }),
      ...(flags.data === undefined ? {} : { dataFolder: resolve(console.folder, flags.data) }),
    })
  } catch (error) {
    if (!(error instanceof EmulatorSettingsError)) throw error
    throw settingsFailure(error)
  }
}

async function seedFrom(path: string, name: string): Promise<Seed> {
  try {
    return await readSeed(await readFile(path, 'utf8'), name)
  } catch (error) {
    if (error instanceof EmulatorSettingsError) throw settingsFailure(error)
    throw new Failure(
      exitCodes.unreadable,
      `${name} cannot be read.`,
      systemCode(error) === 'ENOENT' ? 'There is no such file.' : String(error),
      'Check the path given to --seed.',
    )
  }
}

function settingsFailure(error: EmulatorSettingsError): Failure {
  return new Failure(
    exitCodes.usage,
    'the emulator was not started.',
    error.message,
    'Correct what is named above and start it again.',
  )
}

function portOf(text: string): number {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port
  throw new Failure(
    exitCodes.usage,
    `"${text}" is no port.`,
    'A port is a number from 1 to 65535, or 0 for any that is free.',
    'Give another number to --port.',
  )
}

/** The first signal ends the emulator in order; a second one ends the process as usual. */
async function endAsked(): Promise<void> {
  const waiting = new AbortController()
  const signals = (['SIGINT', 'SIGTERM'] as const).map((signal) => once(process, signal, { signal: waiting.signal }))
  await Promise.race(signals)
  waiting.abort()
  await Promise.allSettled(signals)
}

function welcome({ port, url }: RunningEmulator, environment: Readonly<Record<string, string>>): string {
  return [
    'The cloud emulator is ready. It is not Microsoft, and nothing leaves this machine.',
    '',
    `  Page and controls   http://localhost:${port}/emulator`,
    `  Plain HTTP          ${url}/https/api.flow.microsoft.com/…`,
    `  HTTPS               https://localhost:${port}`,
    '  Through the proxy   set these for your client:',
    '',
    ...shellAssignments(environment)
      .trimEnd()
      .split('\n')
      .map((line) => `    ${line}`),
    '',
    'Ctrl-C ends it.',
    '',
  ].join('\n')
}
