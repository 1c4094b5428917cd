import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { describe } from 'vitest'

/** A Chromium on this machine: the one `CHROMIUM_PATH` names, else one in a usual place; undefined where there is none. */
const chromiumPath = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path))

const requireAll = process.env.SEVENSTEP_REQUIRE_ALL === '1'

/** Declares tests that need a browser; without one they are named as skipped, or fail where SEVENSTEP_REQUIRE_ALL is 1. */
export function describeInChromium(name: string, tests: () => void): void {
  describe.skipIf(chromiumPath === undefined && !requireAll)(`${name} (needs CHROMIUM_PATH)`, tests)
}

/** Starts the browser. @throws where there is none. */
export async function openChromium(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('No Chromium was found. Set CHROMIUM_PATH to one.')
  return chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] })
}
