import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInChromium, openChromium } from '../../src/testing/chromium.ts'
import { type DemoTracker, placeOf, signIn, startDemo } from './demo-tracker.ts'

const fleet = placeOf('Contoso Fleet', 'Fleet Connect').product

/** Of the element in focus: whether its own box is what one sees and would hit there, and whether the focus shows. */
const focusSeen = `(async () => {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  const element = document.activeElement
  const target = element.matches('input[type=radio], input[type=checkbox], input[type=file]') ? element.labels[0] : element
  const box = target.getBoundingClientRect()
  if (box.width < 2 || box.height < 2) return 'nothing to see: ' + target.outerHTML.slice(0, 120)
  // The middle of what is in view; a box may be larger than the window.
  const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2
  const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2
  const corners = [[x, y], [Math.max(box.left, 0) + 2, Math.max(box.top, 0) + 2]]
  const hit = corners.some(([left, top]) => {
    const found = document.elementFromPoint(left, top)
    return found !== null && (target.contains(found) || found.contains(target))
  })
  const cover = document.elementFromPoint(x, y)?.outerHTML.slice(0, 120)
  return hit ? 'seen' : 'covered: ' + target.outerHTML.slice(0, 120) + ' by ' + cover
})()`

describeInChromium('the tracker by keyboard alone', () => {
  let browser: Browser
  let tracker: DemoTracker
  let page: Page
  beforeAll(async () => {
    ;[tracker, browser] = await Promise.all([startDemo(), openChromium()])
    page = await (await signIn(browser, tracker, 'Daan Bakker')).newPage()
  })
  afterAll(async () => {
    await browser?.close()
    await tracker?.stop()
  })

  it('begins with a link past the bar on top', async () => {
    await page.goto('/portfolio')
    await page.keyboard.press('Tab')
    expect(await focused(page, 'textContent')).toMatch(/skip/i)
    await page.keyboard.press('Enter')
    expect(new URL(page.url()).hash).toBe('#content')
  })

  it('moves among rows by j and k, and opens one by Enter', async () => {
    await page.goto('/portfolio')
    await page.keyboard.press('j')
    const first = await focused(page, 'textContent')
    await page.keyboard.press('j')
    expect(await focused(page, 'textContent')).not.toBe(first)
    await page.keyboard.press('k')
    expect(await focused(page, 'textContent')).toBe(first)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/products\/prd_/)
  })

  it('goes to search by /, and finds', async () => {
    await page.goto('/portfolio')
    await page.keyboard.press('/')
    expect(await focused(page, 'id')).toBe('search')
    await page.keyboard.type('fleet')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/search\?q=fleet/)
    expect(await page.textContent('h1')).toContain('fleet')
  })

  it('lists the keys by ?, closes by Escape, and can be switched off for good', async () => {
    await page.goto('/portfolio')
    await page.keyboard.press('?')
    expect(await page.isVisible('#keyboard-help')).toBe(true)
    const kept = page.waitForResponse(/\/preferences/)
    await page.uncheck('#keyboard-help input')
    expect((await kept).status()).toBe(303)
    await page.keyboard.press('Escape')
    expect(await page.isVisible('#keyboard-help')).toBe(false)
    await page.goto('/portfolio')
    await page.keyboard.press('/')
    expect(await focused(page, 'id')).not.toBe('search')
  })

  it('shows what is in focus, and covers it by nothing', async () => {
    const anna = await (
      await signIn(browser, tracker, 'Anna de Vries', { viewport: { width: 1280, height: 600 } })
    ).newPage()
    for (const path of [fleet, `${fleet}/goals`, `${fleet}/items/4.manifest-format`, `${fleet}/checks`]) {
      await anna.goto(path)
      for (let presses = 0; presses < 60; presses++) {
        await anna.keyboard.press('Tab')
        if ((await focused(anna, 'tagName')) === 'BODY') break
        await expect
          .poll(() => anna.evaluate<string>(focusSeen), {
            message: `${path}, after ${presses + 1} tabs`,
          })
          .toBe('seen')
      }
    }
  })

  it('prints a checklist without what only a screen needs', async () => {
    await page.goto(fleet)
    await page.emulateMedia({ media: 'print' })
    expect(await page.isVisible('.navigation')).toBe(false)
    expect(await page.isVisible('h1')).toBe(true)
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)')
    await page.emulateMedia({ media: null })
  })
})

async function focused(page: Page, property: 'textContent' | 'id' | 'tagName'): Promise<string> {
  return page.evaluate<string>(`document.activeElement.${property}`)
}
