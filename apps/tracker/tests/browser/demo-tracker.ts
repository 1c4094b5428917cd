import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core'
import { demoId } from '../../src/demo/demo-id.ts'
import { builtProgram } from '../../src/testing/command-line.ts'
import { filledDemo } from '../../src/testing/filled-demo.ts'
import { freePort } from '../tracker-process.ts'

/** The demo as `npm start` brings it up, in a process of its own. */
export interface DemoTracker {
  readonly url: string
  readonly stop: () => Promise<void>
}

/**
 * Starts the built program with the demo's vendors and its offline sign-in.
 *
 * @param from `nothing`, as on the first start, which fills the demo; or `copy`, as on a later start of the same day
 */
export async function startDemo(from: 'nothing' | 'copy' = 'copy'): Promise<DemoTracker> {
  const folder = await mkdtemp(join(tmpdir(), 'sevenstep-demo-'))
  if (from === 'copy') await cp(await filledDemo(), folder, { recursive: true })
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const { DATABASE_URL: _, ENTRA_CLIENT_ID: __, ...inherited } = process.env
  const child = spawn(process.execPath, [builtProgram], {
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
