import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeInChromium, openChromium } from '../../src/testing/chromium.ts'
import { type DemoTracker, signIn, startDemo } from './demo-tracker.ts'

describeInChromium('The portfolio', () => {
  let browser: Browser
  let tracker: DemoTracker

  beforeAll(async () => {
    tracker = await startDemo()
    browser = await openChromium()
  })
  afterAll(async () => {
    await browser.close()
    await tracker.stop()
  })

  test.each([
    [1280, false],
    [1600, true],
  ])('at %i pixels says whether a column is left out, and ends at its frame', async (width, whole) => {
    const context = await signIn(browser, tracker, 'Daan', { viewport: { width, height: 800 } })
    const page = await context.newPage()
    await page.goto('/portfolio')
    expect(await page.getByRole('columnheader', { name: 'Owner' }).isVisible()).toBe(whole)
    expect(await page.getByText('A wider window shows the owners too').isVisible()).toBe(!whole)
    const last = page.getByRole('columnheader', { name: whole ? 'Owner' : 'Due' })
    expect(await last.evaluate('(header) => getComputedStyle(header).borderStartEndRadius')).not.toBe('0px')
    await context.close()
  })
})
