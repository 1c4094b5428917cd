import { join } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeCheckPool } from '../../checks/check-pool.ts'
import { objectionsTo } from '../../testing/axe.ts'
import { describeInChromium, openChromium } from '../../testing/chromium.ts'
import { embeddedDatabases } from '../../testing/databases.ts'
import { sample } from '../../testing/sample-files.ts'
import { openTracker, type TestPerson } from '../../testing/tracker.ts'

const example = join(import.meta.dirname, '../../../../../examples/planted-faults/car-rental')

/** Lets a browser use the tracker as one person. */
function serveAs(person: TestPerson): Promise<{ readonly server: ServerType; readonly url: string }> {
  const fetch = async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url)
    const headers = new Headers(request.headers)
    // The browser's own address is another than the one the tracker believes to have.
    headers.delete('Origin')
    const body = request.method === 'GET' ? undefined : await request.arrayBuffer()
    return person.request(`${pathname}${search}`, { method: request.method, headers, ...(body && { body }) })
  }
  return new Promise((resolve) => {
    const server = serve({ fetch, port: 0 }, ({ port }) => resolve({ server, url: `http://localhost:${port}` }))
  })
}

describeInChromium('The file check in a browser', () => {
  const open = embeddedDatabases()
  let browser: Browser | undefined
  let server: ServerType | undefined
  let at = ''

  beforeAll(async () => {
    const { contoso } = (await openTracker(open)).programme
    const served = await serveAs(contoso.admin)
    server = served.server
    at = `${served.url}/products/${contoso.productId}/checks`
    browser = await openChromium()
  })
  afterAll(async () => {
    await browser?.close()
    server?.close()
    await closeCheckPool()
  })

  const openPage = async (options: BrowserContextOptions = {}) => {
    const context = await browser?.newContext(options)
    if (context === undefined) throw new Error('There is no browser.')
    const page = await context.newPage()
    // Only a hang may end a test.
    page.setDefaultTimeout(100_000)
    await page.goto(at)
    return { page, close: () => context.close() }
  }

  test('a folder is picked, and the page goes on to what was found', async () => {
    const { page, close } = await openPage()
    await page.setInputFiles('#folder', example)
    await page.waitForURL(/\/run_[0-9a-f]+$/)
    expect(await page.textContent('h1')).toContain('does not yet meet the requirements')
    // What was handed in, and no file that is only advised.
    expect(await page.locator('.file-row').count()).toBe(5)
    expect(await objectionsTo(page)).toEqual([])
    await close()
  })

  test('without scripts the same form gives the same result, also as a try and on a phone in Dutch', async () => {
    const { page, close } = await openPage({
      javaScriptEnabled: false,
      viewport: { width: 390, height: 800 },
    })
    await page.click('button[lang="nl"]')
    await page.waitForURL(at)
    await page.locator('html[lang="nl"]').waitFor()
    await page.setInputFiles(
      '#files',
      sample('').map(({ path, bytes }) => ({
        name: path,
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(bytes),
      })),
    )
    await page.check('input[name="only-try"]')
    await page.click('.drop-zone button')
    await page.waitForURL(/\/run_[0-9a-f]+$/)
    // Where the check is not done yet, the page looks again by itself.
    await page.getByText('voldoet nog niet aan de eisen').first().waitFor()
    expect(await page.textContent('main')).toContain('Alleen een proef: geen enkel punt rust erop.')
    // The language is the person's, who goes on in the tests below.
    await page.click('button[lang="en"]')
    await page.locator('html[lang="en"]').waitFor()
    await close()
  })

  test('a flow is drawn: on a phone the drawing opens at its first step and scrolls in its box, in the page’s own colours', async () => {
    const { page, close } = await openPage({ viewport: { width: 390, height: 800 }, colorScheme: 'dark' })
    const drop = page.locator('.drop-title')
    expect(await drop.isVisible()).toBe(false)
    await page.setViewportSize({ width: 1280, height: 800 })
    // It shows once the script that takes what is dropped has begun.
    await drop.waitFor({ state: 'visible' })
    await page.setViewportSize({ width: 390, height: 800 })
    const branch = (name: string) => ({
      type: 'If',
      expression: {},
      actions: { [name]: { type: 'Compose' } },
      else: { actions: {} },
    })
    const actions = { Choose: { type: 'Scope', actions: { One: branch('A'), Two: branch('B'), Three: branch('C') } } }
    const flow = {
      properties: { displayName: 'Wide', definition: { triggers: { Start: { type: 'Request' } }, actions } },
    }
    await page.setInputFiles('#files', [
      { name: 'definition.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(flow)) },
    ])
    await page.waitForURL(/\/run_[0-9a-f]+$/)
    const figure = page.locator('.flow-figure')
    await figure.scrollIntoViewIfNeeded()
    const [box, first] = await Promise.all([figure.boundingBox(), figure.locator('.trigger').boundingBox()])
    expect(first?.x).toBeGreaterThan(box?.x ?? Number.NaN)
    expect((first?.x ?? Number.NaN) + (first?.width ?? Number.NaN)).toBeLessThan((box?.x ?? 0) + (box?.width ?? 0))
    expect(await figure.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)).toBe(true)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    // It fades at the edges behind which it goes on, and says how to see the rest.
    const cut = async () => (await figure.getAttribute('class'))?.match(/is-cut-\w+/g) ?? []
    const wider = page.getByText('Wider than your screen: move it sideways to see all of it.')
    await expect.poll(cut).toEqual(['is-cut-left', 'is-cut-right'])
    expect(await wider.isVisible()).toBe(true)
    await figure.evaluate((element) => element.scrollTo(10_000, 0))
    await expect.poll(cut).toEqual(['is-cut-left'])
    const fill = await figure.locator('.paper').evaluate((paper) => getComputedStyle(paper).fill)
    expect(fill).toBe('rgb(27, 29, 36)')
    expect(await objectionsTo(page)).toEqual([])
    // Where all of it is seen, nothing fades; the box is measured anew with the window.
    await figure.locator('svg').evaluate((drawing) => drawing.setAttribute('width', '100'))
    await page.setViewportSize({ width: 600, height: 800 })
    await expect.poll(cut).toEqual([])
    expect(await wider.isVisible()).toBe(false)
    await close()
  })
})
