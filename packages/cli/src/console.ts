/** The outside world of a command: where it prints, where it stands and what it may know. */
export interface Console {
  readonly out: (text: string) => void
  readonly error: (text: string) => void
  readonly isOutTerminal: boolean
  readonly isErrorTerminal: boolean
  /** Width of the terminal in columns; 100 where there is none. */
  readonly width: number
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly folder: string
  /** Today, for suppressions that end: `YYYY-MM-DD`. */
  readonly today: string
}

/** The console of this process. */
export function processConsole(): Console {
  const ignoreClosedPipe = (error: Error): void => {
    if (!('code' in error) || error.code !== 'EPIPE') throw error
  }
  process.stdout.on('error', ignoreClosedPipe)
  process.stderr.on('error', ignoreClosedPipe)
  return {
    out: (text) => void process.stdout.write(text),
    error: (text) => void process.stderr.write(text),
    isOutTerminal: process.stdout.isTTY === true,
    isErrorTerminal: process.stderr.isTTY === true,
    width: process.stdout.columns ?? 100,
    environment: process.env,
    folder: process.cwd(),
    today: new Date().toISOString().slice(0, 10),
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
