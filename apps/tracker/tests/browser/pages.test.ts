import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { objectionsTo } from '../../src/testing/axe.ts'
import { describeInChromium, openChromium } from '../../src/testing/chromium.ts'
import { overflowAt } from '../../src/testing/overflow.ts'
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
  /** One page for each person: a new one each time would load everything, axe too, into a process of its own. */
  const people = new Map<string, Watched>()

  beforeAll(async () => {
    ;[tracker, browser] = await Promise.all([startDemo(), openChromium()])
    for (const who of new Set(demoPages.map((page) => page.who))) {
      people.set(who, await watch(await signIn(browser, tracker, who)))
    }
  })
  afterAll(async () => {
    await browser?.close()
    await tracker?.stop()
  })

  const watched = (who: string): Watched => {
    const found = people.get(who)
    if (found === undefined) throw new Error(`${who} is not signed in.`)
    return found
  }

  for (const { language, theme } of looks) {
    describe(`${language}, ${theme}`, () => {
      beforeAll(async () => {
        for (const { page } of people.values()) await prefer(page.context(), tracker.url, { language, theme })
      })

      it.each(demoPages.map((page) => [page.name, page] as const))('%s', async (_, shown) => {
        const { page, begin } = watched(shown.who)
        const told = begin(shown)
        const html = await open(page, shown)
        expect(await page.getAttribute('html', 'lang')).toBe(language)
        expect(await page.locator('h1').count()).toBe(1)
        expect(await page.title()).not.toBe('')
        expect(html).not.toMatch(/<[^>]*\sstyle=|<style|<script(?![^>]*src=)|<[^>]*\son\w+=/)
        // Where a form with errors was scrolled to, the bar on top would count as covering what is beneath it.
        await page.evaluate('scrollTo(0, 0)')
        expect(await objectionsTo(page, rules)).toEqual([])
        // At 320 pixels, and at 200 % of 1280, nothing has to be scrolled sideways but tables and code in their frames.
        for (const width of [640, 320]) expect(await overflowAt(page, width), `wider than ${width}`).toBe(0)
        expect(told.complaints).toEqual([])
        expect(gzipSync(html).length + told.styles, 'markup and styles').toBeLessThan(budgets.page)
        expect(told.scripts, 'scripts').toBeLessThan(budgets.scripts)
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

/** A page that is listened to. */
interface Watched {
  readonly page: Page
  /** Begins to collect anew, for the page that is opened next. */
  readonly begin: (shown: DemoPage) => Told
}

/** Opens a page and collects what goes wrong in it, and what is loaded. */
async function watch(context: BrowserContext): Promise<Watched> {
  const page = await context.newPage()
  let told: Told = { complaints: [], styles: 0, scripts: 0 }
  let status = 200
  page.on('pageerror', (error) => told.complaints.push(error.message))
  page.on('console', (message) => {
    // A page that answers with a status of its own is told of as well.
    const expected = message.text().includes(`status of ${status}`)
    if (message.type() === 'error' && !expected) told.complaints.push(message.text())
  })
  page.on('requestfailed', (request) => {
    const failure = request.failure()?.errorText ?? ''
    if (failure !== 'net::ERR_ABORTED') told.complaints.push(`${request.url()}: ${failure}`)
  })
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  const kinds = new Map<string, string>()
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId)
    if (kind === 'Stylesheet') told.styles = Math.max(told.styles, encodedDataLength)
    if (kind === 'Script') told.scripts += encodedDataLength
  })
  return {
    page,
    begin: (shown) => {
      // Forms with errors answer 422.
      status = shown.status ?? 422
      told = { complaints: [], styles: 0, scripts: 0 }
      return told
    },
  }
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
