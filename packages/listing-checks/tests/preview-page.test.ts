import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readOffer } from '../src/index.ts'
import { initOffer } from '../src/init/index.ts'
import { previewOffer } from '../src/preview/index.ts'
import { offerFiles } from '../src/testing/given-offer.ts'

const { CHROMIUM_PATH } = process.env
const encoder = new TextEncoder()
const whole = offerFiles({ offer: {}, kind: 'dataverse' }).map(({ path, content }) => ({
  path,
  bytes: typeof content === 'string' ? encoder.encode(content) : content,
}))
const pages = {
  'a whole offer': previewOffer(readOffer(whole)),
  'a new offer': previewOffer(readOffer(initOffer('saas', { today: '2026-11-20' }))),
}

describe.skipIf(CHROMIUM_PATH === undefined)('the preview in a browser (needs CHROMIUM_PATH)', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM_PATH ?? '', args: ['--no-sandbox'] })
  }, 60_000)
  afterAll(() => browser.close())

  const looks = Object.keys(pages).flatMap((page) =>
    [1280, 375].flatMap((width) => (['light', 'dark'] as const).map((scheme) => ({ page, width, scheme }))),
  )
  test.each(looks)('$page at $width pixels, $scheme', { timeout: 60_000 }, async ({ page: name, width, scheme }) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('request', (request) => {
      if (!request.url().startsWith('data:')) complaints.push(request.url())
    })
    await page.setContent(pages[name as keyof typeof pages]) // a key of the table
    expect(complaints).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    // The styles are allowed by their hash: without them the logo would be as large as its file.
    expect((await page.locator('header .logo').boundingBox())?.width).toBe(96)
    expect(
      await page.locator('img').evaluateAll((all) => all.every((one) => Number(Reflect.get(one, 'naturalWidth')) > 0)),
    ).toBe(true)
    await page.context().setOffline(true)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
    await context.close()
  })
})
