import { fstatSync, statSync, writeSync } from 'node:fs'
import { systemCode } from './failure.ts'

/** The outside world of a command: where it prints, where it stands and what it may know. */
export interface Console {
  readonly out: (text: string) => void
  readonly error: (text: string) => void
  /** Replaces the line the terminal stands on; for text of our own only. */
  readonly status: (text: string) => void
  readonly isOutTerminal: boolean
  readonly isErrorTerminal: boolean
  /** Width of the terminal in columns; 100 where there is none. */
  readonly width: number
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly folder: string
  /** Today, for suppressions that end: `YYYY-MM-DD`. */
  readonly today: string
  /** All of standard input as text; from a terminal one line, which is not shown. Empty when left out. */
  readonly input?: () => Promise<string>
}

/** The console of this process. */
export function processConsole(): Console {
  const error = writerTo(2, () => process.stderr)
  return {
    out: writerTo(1, () => process.stdout),
    error,
    status: (text) => error(`\r\u001b[2K${text}`),
    get isOutTerminal() {
      return isTerminal(1, () => process.stdout)
    },
    get isErrorTerminal() {
      return isTerminal(2, () => process.stderr)
    },
    get width() {
      return isTerminal(1, () => process.stdout) ? (process.stdout.columns ?? 100) : 100
    },
    environment: process.env,
    folder: process.cwd(),
    today: new Date().toISOString().slice(0, 10),
    input: async () => {
      const { readSecretInput } = await import('./token/read-secret-input.ts')
      return readSecretInput(error)
    },
  }
}

/** Whether to colour what goes to stdout: the option first, then FORCE_COLOR, NO_COLOR, CI, then whether it is a terminal. */
export function wantsColor(console: Console, option: 'auto' | 'always' | 'never'): boolean {
  if (option !== 'auto') return option === 'always'
  const { FORCE_COLOR: forced, NO_COLOR: none, CI: ci, TERM: terminal } = console.environment
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false'
  if (none !== undefined && none !== '') return false
  if (ci !== undefined && ci !== '' && ci !== 'false') return false
  return console.isOutTerminal && terminal !== 'dumb'
}

type GetStream = () => NodeJS.WriteStream

/**
 * Writes to a file or pipe directly: Node's stream for it costs several milliseconds to start, a good part of a short
 * check. Terminals, Windows and pipes that are full for the moment get the stream. A reader that has gone
 * (`| head`) is no fault: what it does not want is dropped.
 */
function writerTo(descriptor: number, stream: GetStream): (text: string) => void {
  let isDirect = process.platform !== 'win32' && !isTerminal(descriptor, stream)
  let isClosed = false
  let hasListener = false
  const writeToStream = (rest: Uint8Array): void => {
    if (!hasListener) stream().on('error', ignoreClosedPipe)
    hasListener = true
    stream().write(rest)
  }
  return (text) => {
    let rest: Uint8Array = Buffer.from(text)
    while (isDirect && !isClosed && rest.length > 0) {
      try {
        rest = rest.subarray(writeSync(descriptor, rest))
      } catch (error) {
        isClosed = systemCode(error) === 'EPIPE'
        isDirect = false
      }
    }
    if (!isClosed && rest.length > 0) writeToStream(rest)
  }
}

function ignoreClosedPipe(error: Error): void {
  if (systemCode(error) !== 'EPIPE') throw error
}

/** Only a character device can be a terminal; asking the stream of anything else would start it for nothing. */
function isTerminal(descriptor: number, stream: GetStream): boolean {
  try {
    const status = fstatSync(descriptor)
    return status.isCharacterDevice() && status.rdev !== discardingDevice() && stream().isTTY === true
  } catch {
    return false
  }
}

/** What `> /dev/null` writes to, a character device, too; nothing where there is none. */
function discardingDevice(): number | undefined {
  return statSync('/dev/null', { throwIfNoEntry: false })?.rdev
}
