import { existsSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emulatorOfTests, send } from '../src/fixtures/emulator-of-tests.ts'
import { smallOperations } from '../src/fixtures/small-operations.ts'
import { defaultEntrance } from '../src/seed/default-seed.ts'
import type { RunningEmulator } from '../src/start-emulator.ts'

const executable = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
)

describe.skipIf(executable === undefined)('the page in a real browser (needs CHROMIUM_PATH)', () => {
  let browser: Browser
  let emulator: RunningEmulator

  beforeAll(async () => {
    emulator = await emulatorOfTests({ operations: smallOperations })
    await send(emulator, 'https://api.powerapps.com/nowhere')
    browser = await chromium.launch({
      ...(executable !== undefined && { executablePath: executable }),
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
    })
  })

  afterAll(() => browser?.close())

  test.each([
    ['light', 1280],
    ['dark', 320],
  ] as const)(
    '%s at %i pixels: accessible, no wider than the screen, usable by keyboard without script',
    async (colorScheme, width) => {
      const options = { colorScheme, viewport: { width, height: 900 } }
      // axe needs scripts in the page to look at it; the page itself has none.
      const open = await browser.newContext({ ...options, bypassCSP: true })
      const looking = await open.newPage()
      await looking.goto(`${emulator.url}/emulator`)
      const { violations } = await new AxeBuilder({ page: looking }).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
      expect(await looking.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      await photograph(looking, colorScheme)
      await open.close()
      const context = await browser.newContext({ ...options, javaScriptEnabled: false })
      const page = await context.newPage()
      await page.goto(`${emulator.url}/emulator`)
      const name = page.getByLabel('Name')
      await name.focus()
      await page.keyboard.type(`before ${colorScheme}`)
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: `Restore before ${colorScheme}` }).waitFor()
      expect(emulator.store.snapshots()).toContain(`before ${colorScheme}`)
      await context.close()
    },
  )

  test.each([
    ['light', 320, 'nl-NL'],
    ['dark', 1280, 'en-GB'],
  ] as const)('the pages of a device’s sign-in and of consent, %s at %i pixels', async (colorScheme, width, locale) => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, locale, bypassCSP: true })
    const page = await context.newPage()
    const look = async (name: string) => {
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      await photograph(page, `${name}-${colorScheme}`)
    }
    const begun = await fetch(`${emulator.url}/organizations/oauth2/v2.0/devicecode`, {
      method: 'POST',
      body: new URLSearchParams({
        client_id: defaultEntrance.clientId,
        scope: 'https://graph.microsoft.com/Calendars.Read',
      }),
    })
    const { user_code: code, verification_uri: address } = Object(await begun.json())
    await page.goto(address)
    await page.locator('#user_code').fill('WRONG')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    await look('device')
    await page.locator('#user_code').fill(code)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /Femke Bakker/ }).click()
    await page.getByText('Microsoft Graph: Calendars.Read').waitFor()
    await look('consent')
    await page.locator('button[value=decline]').click()
    await page.waitForLoadState()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/refused|geweigerd/)
    await context.close()
  })

  /** For whoever wants to look: a folder named in SCREENSHOTS gets a picture of each. */
  async function photograph(page: Page, name: string): Promise<void> {
    const folder = process.env.SCREENSHOTS
    if (folder !== undefined) await page.screenshot({ path: `${folder}/emulator-${name}.png`, fullPage: true })
  }
})
