import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/**
 * What axe objects to on a page as it stands, one line for each rule that is broken; empty where there is nothing.
 *
 * @param tags the sets of rules to try; all that axe has unless given
 */
export async function objectionsTo(page: Page, tags?: readonly string[]): Promise<readonly string[]> {
  // Where axe is loaded already, since only the window was resized, it is not loaded again.
  const isLoaded = await page.evaluate<boolean>('typeof axe === "object"')
  // Our pages have no frames of another origin, for which axe would otherwise open a second page each time.
  const axe = new AxeBuilder({ page, ...(isLoaded && { axeSource: ';' }) }).setLegacyMode(true)
  // Of what is in order nothing is told, and style sheets are not fetched again: no rule that is on looks into them.
  axe.options({ resultTypes: ['violations'], preload: false, ...(tags && { runOnly: [...tags] }) })
  const { violations } = await axe.analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
}
