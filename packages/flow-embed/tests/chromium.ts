import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'
import { describe } from 'vitest'

/** A Chromium on this machine: the one `CHROMIUM_PATH` names, else one in a usual place; undefined where there is none. */
const chromiumPath = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path))

const requireAll = process.env.SEVENSTEP_REQUIRE_ALL === '1'
const args = ['--no-sandbox', '--disable-gpu', '--no-first-run']

/** Declares tests that need a browser; without one they are named as skipped, or fail where SEVENSTEP_REQUIRE_ALL is 1. */
export function describeInChromium(name: string, tests: () => void): void {
  describe.skipIf(chromiumPath === undefined && !requireAll)(`${name} (needs CHROMIUM_PATH)`, tests)
}

/** A browser and how to end it. */
export interface OpenBrowser {
  readonly context: BrowserContext
  close(): Promise<void>
}

/**
 * Starts a browser with a profile of its own that lets frames of other sites keep cookies and storage, or keeps both from
 * them; a private window would always do the latter.
 *
 * @throws Error where there is no browser
 */
export async function openChromium(thirdPartyCookies: 'allowed' | 'blocked'): Promise<OpenBrowser> {
  if (chromiumPath === undefined) throw new Error('No Chromium was found. Set CHROMIUM_PATH to one.')
  const isBlocked = thirdPartyCookies === 'blocked'
  const folder = mkdtempSync(join(tmpdir(), 'flow-embed-'))
  mkdirSync(join(folder, 'Default'))
  const preferences = { profile: { cookie_controls_mode: isBlocked ? 1 : 0, block_third_party_cookies: isBlocked } }
  writeFileSync(join(folder, 'Default/Preferences'), JSON.stringify(preferences))
  const context = await chromium.launchPersistentContext(folder, { executablePath: chromiumPath, args })
  return {
    context,
    async close() {
      await context.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
