import type { Page } from 'playwright-core'

/**
 * By how many pixels a page is wider than a window of so many pixels; 0 where nothing has to be scrolled sideways. The
 * window keeps that width.
 */
export async function overflowAt(page: Page, width: number): Promise<number> {
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
  if (now.window !== width) throw new Error(`The window is ${now.window} pixels wide instead of ${width}.`)
  return Math.max(0, now.wider)
}
