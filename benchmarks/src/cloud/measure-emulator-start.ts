import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Figure } from '../results.ts'
import { ratio, takeTurns } from '../tracker/take-turns.ts'

// Texts, so that no process has to load what takes types out of a file.
const ask = `
  const answered = await new Promise((resolve, reject) => get(url, resolve).on('error', reject))
  console.log(answered.statusCode)`
const hono = `
  import { serve } from '@hono/node-server'
  import { Hono } from 'hono'
  const app = new Hono()
  app.get('/', (context) => context.text('ready'))
  const url = await new Promise((resolve) =>
    serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve('http://127.0.0.1:' + port)))`
const emulator = `
  import { startEmulator } from '@sevenstep/cloud-emulator'
  const { url: origin } = await startEmulator({ keyFolder: process.env.KEYS })
  const url = origin + '/emulator/health'`
const withGet = (text: string): string => `import { get } from 'node:http'\n${text}`

/** Whole processes from their start until they say that they are ready; the emulator's keys were made before. */
export async function measureEmulatorStart(rounds: number): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sevenstep-bench-keys-'))
  const module = (text: string) => ['--input-type=module', '-e', text]
  const until = (args: readonly string[]) => () => untilReady(args, folder)
  const steps = {
    honoListens: until(module(`${hono}\nconsole.log(url)`)),
    listens: until(module(`${emulator}\nconsole.log(url)`)),
    honoAnswers: until(module(withGet(hono + ask))),
    answers: until(module(withGet(emulator + ask))),
  }
  try {
    const times = await takeTurns(steps, rounds, 1)
    const unit = 'an empty Hono server'
    return [
      { what: 'the emulator until it listens', unit, value: ratio(times, 'listens', 'honoListens'), goal: 2 },
      { what: 'the emulator until it answers', unit, value: ratio(times, 'answers', 'honoAnswers'), goal: 2 },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function untilReady(args: readonly string[], folder: string): Promise<void> {
  const child = spawn(process.execPath, args, {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, KEYS: folder, XDG_CACHE_HOME: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  await firstWords(child)
  child.kill('SIGKILL')
  await ended
}

async function firstWords({ stdout }: ChildProcess): Promise<void> {
  if (stdout === null) return
  const [words] = await Promise.race([once(stdout, 'data'), once(stdout, 'end')])
  if (words === undefined) throw new Error('The process ended before it was ready.')
}
