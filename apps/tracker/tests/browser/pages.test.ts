import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { objectionsTo } from '../../src/testing/axe.ts'
import { describeInChromium, openChromium } from '../../src/testing/chromium.ts'
import { type DemoPage, demoPages } from './demo-pages.ts'
import { type DemoTracker, signIn, startDemo } from './demo-tracker.ts'

/** Bytes on the wire: markup with styles, and scripts. */
const budgets = { page: 60_000, scripts: 30_000 }
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Each page once in each language and in each theme; `npm run test:long` looks at all four combinations. */
const looks = [
  { language: 'en', theme: 'light' },
  { language: 'nl', theme: 'dark' },
  ...(process.env.SEVENSTEP_LONG === '1'
    ? [
        { language: 'en', theme: 'dark' },
        { language: 'nl', theme: 'light' },
      ]
    : []),
]

describeInChromium('pages in a real browser', () => {
  let browser: Browser
  let tracker: DemoTracker
  const people = new Map<string, BrowserContext>()

  beforeAll(async () => {
    ;[tracker, browser] = await Promise.all([startDemo(), openChromium()])
    for (const who of new Set(demoPages.map((page) => page.who))) people.set(who, await signIn(browser, tracker, who))
  })
  afterAll(async () => {
    await browser?.close()
    await tracker?.stop()
  })

  const contextOf = (who: string): BrowserContext => {
    const context = people.get(who)
    if (context === undefined) throw new Error(`${who} is not signed in.`)
    return context
  }

  for (const { language, theme } of looks) {
    describe(`${language}, ${theme}`, () => {
      beforeAll(async () => {
        for (const context of people.values()) await prefer(context, tracker.url, { language, theme })
      })

      it.concurrent.each(demoPages.map((page) => [page.name, page] as const))('%s', async (_, shown) => {
        const page = await contextOf(shown.who).newPage()
        const told = await listen(page, shown)
        const html = await open(page, shown)
        expect(await page.getAttribute('html', 'lang')).toBe(language)
        expect(await page.locator('h1').count()).toBe(1)
        expect(await page.title()).not.toBe('')
        expect(html).not.toMatch(/<[^>]*\sstyle=|<style|<script(?![^>]*src=)|<[^>]*\son\w+=/)
        // Where a form with errors was scrolled to, the bar on top would count as covering what is beneath it.
        await page.evaluate('scrollTo(0, 0)')
        expect(await objectionsTo(page, rules)).toEqual([])
        await reflows(page)
        expect(told.complaints).toEqual([])
        expect(gzipSync(html).length + told.styles, 'markup and styles').toBeLessThan(budgets.page)
        expect(told.scripts, 'scripts').toBeLessThan(budgets.scripts)
        await page.close()
      })
    })
  }
})

async function prefer(context: BrowserContext, url: string, wishes: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(wishes)) {
    const answer = await context.request.post('/preferences', { form: { [name]: value }, headers: { Origin: url } })
    expect(answer.ok()).toBe(true)
  }
}

interface Told {
  /** What the browser's console, and requests that failed, complain about. */
  readonly complaints: string[]
  /** Bytes on the wire so far. */
  styles: number
  scripts: number
}

/** Collects what goes wrong, and weighs what is loaded. */
async function listen(page: Page, { status }: DemoPage): Promise<Told> {
  const told: Told = { complaints: [], styles: 0, scripts: 0 }
  page.on('pageerror', (error) => told.complaints.push(error.message))
  page.on('console', (message) => {
    // A page that answers with a status of its own is told of as well; forms with errors answer 422.
    const expected = message.text().includes(`status of ${status ?? 422}`)
    if (message.type() === 'error' && !expected) told.complaints.push(message.text())
  })
  page.on('requestfailed', (request) => {
    const failure = request.failure()?.errorText ?? ''
    if (failure !== 'net::ERR_ABORTED') told.complaints.push(`${request.url()}: ${failure}`)
  })
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  const kinds = new Map<string, string>()
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId)
    if (kind === 'Stylesheet') told.styles = Math.max(told.styles, encodedDataLength)
    if (kind === 'Script') told.scripts += encodedDataLength
  })
  return told
}

/** Opens the page, brings it into its state, and gives its markup as it came. */
async function open(page: Page, { path, status = 200, clicks = [] }: DemoPage): Promise<string> {
  await page.setViewportSize({ width: 1440, height: 900 })
  const answer = await page.goto(path, { waitUntil: 'load' })
  expect(answer?.status()).toBe(status)
  let html = (await answer?.text()) ?? ''
  for (const selector of clicks) {
    await page.locator(selector).first().click()
    await page.waitForLoadState('load')
    html = await page.content()
  }
  return html
}

/** At 320 pixels, and at 200 % of 1280, nothing has to be scrolled sideways but tables and code in their frames. */
async function reflows(page: Page): Promise<void> {
  for (const width of [640, 320]) {
    await page.setViewportSize({ width, height: 900 })
    const state = () =>
      page.evaluate<{ window: number; wider: number }>(
        '({ window: innerWidth, wider: document.documentElement.scrollWidth - innerWidth })',
      )
    // The page is laid out anew some time after the window has changed.
    let now = await state()
    for (let looks = 0; looks < 100 && (now.window !== width || now.wider > 0); looks++) {
      await page.waitForTimeout(50)
      now = await state()
    }
    expect(now).toEqual({ window: width, wider: expect.toSatisfy((wider: number) => wider <= 0) })
  }
}
