import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

/** Settings of a process; the offline demo's sign-in unless others are given. */
export type Environment = Readonly<Record<string, string>>

/** The built program. */
export const builtProgram = fileURLToPath(new URL('../../build/program/main.js', import.meta.url))

/** What a command said and how it ended. */
export interface CommandEnd {
  readonly code: number | null
  readonly output: string
  readonly errors: string
}

/** Runs a command of the built program to its end. */
export async function command(environment: Environment, ...words: readonly string[]): Promise<CommandEnd> {
  const child = start(environment, words)
  const said = { output: '', errors: '' }
  child.stdout?.on('data', (part: Buffer) => {
    said.output += part.toString()
  })
  child.stderr?.on('data', (part: Buffer) => {
    said.errors += part.toString()
  })
  const [code] = await once(child, 'close')
  return { code: typeof code === 'number' ? code : null, ...said }
}

/** A tracker that serves in a process of its own, with what it logs. */
export interface Serving {
  readonly url: string
  readonly child: ChildProcess
  /** Every line so far. */
  readonly lines: readonly string[]
}

/** Starts the built program and waits until it says that it is ready. */
export async function serving(environment: Environment): Promise<Serving> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const child = start({ ...environment, PORT: String(port), PUBLIC_URL: url }, [])
  const lines: string[] = []
  let rest = ''
  const take = (part: Buffer) => {
    const parts = `${rest}${part}`.split('\n')
    rest = parts.pop() ?? ''
    lines.push(...parts)
  }
  child.stdout?.on('data', take)
  child.stderr?.on('data', take)
  const ended = once(child, 'exit').then(() => {
    throw new Error(`The tracker did not start:\n${lines.join('\n')}`)
  })
  await Promise.race([ended, untilReady(url)])
  ended.catch(() => {})
  return { url, child, lines }
}

function start(environment: Environment, words: readonly string[]): ChildProcess {
  const { DATABASE_URL: _, ...inherited } = process.env
  const env = { ...inherited, DEMO: '1', LOG_LEVEL: 'info', ...environment }
  return spawn(process.execPath, [builtProgram, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] })
}

async function untilReady(url: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined)
    if (answer?.ok === true) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('A server has no address.')
  return address.port
}
