import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core'
import { demoId } from '../../src/demo/demo-id.ts'
import { command } from '../../src/testing/command-line.ts'
import { freePort } from '../tracker-process.ts'

/** The demo as `npm start` brings it up, in a process of its own. */
export interface DemoTracker {
  readonly url: string
  readonly stop: () => Promise<void>
}

const main = fileURLToPath(new URL('../../build/program/main.js', import.meta.url))

/**
 * Starts the built program with the demo's vendors and its offline sign-in.
 *
 * @param from `nothing`, as on the first start, which fills the demo; or `copy`, as on a later start of the same day
 */
export async function startDemo(from: 'nothing' | 'copy' = 'copy'): Promise<DemoTracker> {
  const folder = await mkdtemp(join(tmpdir(), 'sevenstep-demo-'))
  if (from === 'copy') await cp(await filledDirectory(), folder, { recursive: true })
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const { DATABASE_URL: _, ENTRA_CLIENT_ID: __, ...inherited } = process.env
  const child = spawn(process.execPath, [main], {
    env: {
      ...inherited,
      DEMO: '1',
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: url,
      DATA_DIRECTORY: folder,
      LOG_LEVEL: 'warn',
      // A suite signs in more often in a minute than a person.
      RATE_LIMIT_CHANGES: '10000',
      RATE_LIMIT_SIGN_IN: '10000',
      RATE_LIMIT_UPLOADS: '10000',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const told: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => told.push(part.toString()))
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The tracker ended with ${child.exitCode}: ${told.join('')}`)
    const answer = await fetch(`${url}/readyz`).catch(() => undefined)
    if (answer?.ok === true) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const gone = once(child, 'exit')
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM')
      await gone
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A data directory with the demo as it is filled today, kept for the suites that follow: filling it takes long. */
async function filledDirectory(): Promise<string> {
  const cache = fileURLToPath(new URL('../../node_modules/.cache/demo/', import.meta.url))
  const program = createHash('sha256')
    .update(await readFile(main))
    .digest('hex')
    .slice(0, 16)
  const kept = join(cache, `${new Date().toISOString().slice(0, 10)}-${program}`)
  if (existsSync(kept)) return kept
  for (const old of await readdir(cache).catch(() => [])) {
    if (!old.startsWith('made-')) await rm(join(cache, old), { recursive: true, force: true })
  }
  await mkdir(cache, { recursive: true })
  const own = await mkdtemp(join(cache, 'made-'))
  const seeded = await command({ DATA_DIRECTORY: own }, 'seed')
  if (seeded.code !== 0) throw new Error(`The demo was not filled: ${seeded.errors}`)
  // Several workers may do this at once; the first puts the whole directory in place.
  await rename(own, kept).catch(() => rm(own, { recursive: true, force: true }))
  return kept
}

/** Where the pages of a demo vendor stand. */
export function placeOf(vendor: string, product: string): { readonly isv: string; readonly product: string } {
  return { isv: `/isvs/${demoId('isv', vendor)}`, product: `/products/${demoId('prd', product)}` }
}

/** Signs in on the offline page as somebody of the demo, as a newcomer does. */
export async function signIn(
  browser: Browser,
  tracker: DemoTracker,
  name: string,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: tracker.url,
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...options,
  })
  // Only a hang may end a test.
  context.setDefaultTimeout(100_000)
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: /demo/i }).click()
  await page.getByRole('button', { name }).click()
  await page.waitForURL((address) => address.href.startsWith(tracker.url))
  await page.close()
  return context
}
