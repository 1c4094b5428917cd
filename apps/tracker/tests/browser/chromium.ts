import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** A Chromium on this machine: the one `CHROMIUM_PATH` names, else one in a usual place; undefined where there is none. */
export const chromiumPath = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path))

/** True where a suite that cannot run has to fail instead of being named as skipped. */
export const requireAll = process.env.SEVENSTEP_REQUIRE_ALL === '1'

/** Starts the browser. @throws where there is none. */
export async function openChromium(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('No Chromium was found. Set CHROMIUM_PATH to one.')
  return chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] })
}
