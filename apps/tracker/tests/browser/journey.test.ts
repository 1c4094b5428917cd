import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { describeInChromium, openChromium } from '../../src/testing/chromium.ts'
import { type DemoTracker, placeOf, signIn, startDemo } from './demo-tracker.ts'

const example = join(import.meta.dirname, '../../../../examples/mended/car-rental')
const files = ['apiDefinition.swagger.json', 'apiProperties.json', 'icon.png', 'readme.md', 'script.csx']
const fleet = placeOf('Contoso Fleet', 'Fleet Connect').product

/** The five minutes that the README promises, each step as it is told there. */
async function fiveMinutes(as: (name: string) => Promise<BrowserContext>, hasScripts: boolean): Promise<void> {
  const daan = await (await as('Daan Bakker')).newPage()
  const stood = await strip(daan)
  const anna = await (await as('Anna de Vries')).newPage()
  await anna.goto('/')
  expect(await headline(anna)).toMatch(/^\d+ of \d+ required items proved$/)
  const before = await proved(anna, 1)
  await triesGoals(anna, hasScripts)
  await checksConnector(anna, hasScripts)
  await anna.goto(fleet)
  expect(await proved(anna, 1)).toBeGreaterThan(before)
  await handsInAndAsks(anna)
  const eva = await (await as('Eva Lindqvist')).newPage()
  await decides(eva)
  expect(await strip(daan)).not.toBe(stood)
  await daan.goto('/audit')
  const told = (await daan.textContent('main')) ?? ''
  expect(told).toMatch(/Eva Lindqvist.*approved in the review of step 4 of Fleet Connect/)
  expect(told).toMatch(/Anna de Vries.*asked for a review of step 4 of Fleet Connect/)
}

/** What an answer would change is shown, and nothing is saved. */
async function triesGoals(page: Page, hasScripts: boolean): Promise<void> {
  await page.goto(`${fleet}/goals`)
  await page.locator('input[name="embed-ui"][value="yes"]').check()
  if (!hasScripts) await page.locator('button[name="intent"][value="preview"]').click()
  await page.getByText('It makes step 3 required.').first().waitFor()
  await page.goto(`${fleet}/goals`)
  expect(await page.locator('input[name="embed-ui"][value="no"]').isChecked()).toBe(true)
}

async function checksConnector(page: Page, hasScripts: boolean): Promise<void> {
  await page.goto(`${fleet}/checks`)
  if (hasScripts) await page.setInputFiles('#folder', example)
  else {
    await page.setInputFiles(
      '#files',
      files.map((file) => join(example, file)),
    )
    await page.click('.drop-zone button')
  }
  await page.waitForURL(/\/run_[0-9a-f]+$/)
  await page.getByRole('heading', { level: 1, name: /meets the requirements/ }).waitFor()
}

/** Hands in what the step still lacks, then asks for its review. */
async function handsInAndAsks(page: Page): Promise<void> {
  await page.goto(`${fleet}/steps/4`)
  await page.locator('main a[href*="/items/4."]').first().click()
  await page.locator('input[name="link"]').fill('https://contoso-fleet.example/terms')
  await page.getByRole('button', { name: 'Hand in' }).click()
  await page.getByRole('link', { name: 'https://contoso-fleet.example/terms' }).waitFor()
  await page.goto(`${fleet}/steps/4`)
  await page.getByRole('button', { name: 'Submit for review' }).click()
  await page
    .getByText(/asked for a review|with a reviewer|in review/i)
    .first()
    .waitFor()
}

async function decides(page: Page): Promise<void> {
  await page.goto('/reviews')
  await page.locator('tr', { hasText: 'Fleet Connect' }).locator('a').first().click()
  await page.getByRole('button', { name: 'Take up' }).click()
  for (const approve of await page.locator('input[name^="decision."][value="approved"]').all()) await approve.check()
  await page.locator('button[name="decision"][value="approved"]').click()
  await page
    .getByText(/approved/i)
    .first()
    .waitFor()
}

/** The seven cells of Fleet Connect in the portfolio. */
async function strip(page: Page): Promise<string> {
  await page.goto('/portfolio')
  return page.locator('tr', { hasText: 'Fleet Connect' }).locator('svg.strip').first().innerHTML()
}

/** How many required items of a step the checklist says are proved. */
async function proved(page: Page, step: number): Promise<number> {
  const cell = await page
    .locator('.steps > li')
    .nth(step - 1)
    .textContent()
  return Number(/(\d+) of \d+/.exec(cell ?? '')?.[1])
}

async function headline(page: Page): Promise<string> {
  return (await page.locator('h1').textContent()) ?? ''
}

describeInChromium('the five minutes of the README', () => {
  let browser: Browser
  let tracker: DemoTracker
  beforeAll(async () => {
    browser = await openChromium()
  })
  afterAll(() => browser?.close())
  afterEach(() => tracker?.stop())

  it.each([
    ['with scripts', 'nothing', {}],
    ['without scripts', 'copy', { javaScriptEnabled: false }],
  ] satisfies [string, 'nothing' | 'copy', BrowserContextOptions][])('are true %s', async (_, from, options) => {
    tracker = await startDemo(from)
    await fiveMinutes((name) => signIn(browser, tracker, name, options), !('javaScriptEnabled' in options))
  })
})
