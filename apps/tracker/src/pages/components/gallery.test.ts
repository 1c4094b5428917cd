import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openAssets } from '../../http/assets/assets.ts'
import { objectionsTo } from '../../testing/axe.ts'
import { describeInChromium, openChromium } from '../../testing/chromium.ts'
import { overflowAt } from '../../testing/overflow.ts'
import { galleryPages } from './gallery-pages.tsx'

const folder = join(import.meta.dirname, '../../../build/assets')
const pages = galleryPages(folder)

/** Bytes of markup and styles that a page may weigh on the wire. */
const budget = 60_000

it.each(Object.keys(pages))('%s has no inline style or script, and stays within its weight', (name) => {
  const html = pages[name] ?? ''
  expect(html).not.toMatch(/\sstyle=/)
  expect(html).not.toMatch(/<style|<script(?![^>]*src=)|\son\w+=/)
  const styles = readdirSync(folder).find((file) => /^app-.*\.css\.gz$/.test(file)) ?? ''
  expect(gzipSync(html).length + statSync(join(folder, styles)).size).toBeLessThan(budget)
})

it('all scripts together stay within 30 kB on the wire', () => {
  const scripts = readdirSync(folder).filter((file) => file.endsWith('.js.gz'))
  expect(scripts.length).toBeGreaterThan(0)
  expect(scripts.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)).toBeLessThan(30_000)
})

describeInChromium('the gallery in a real browser', () => {
  let browser: Browser
  let server: ServerType
  let page: Page
  let origin: string
  const refused: string[] = []
  const kept: string[] = []

  beforeAll(async () => {
    ;({ server, origin } = await serveGallery(kept))
    browser = await openChromium()
    page = await (await browser.newContext()).newPage()
    page.on('console', (message) => {
      if (message.type() === 'error') refused.push(message.text())
    })
  })

  afterAll(async () => {
    await browser?.close()
    server?.close()
  })

  it.each(Object.keys(pages))('%s has nothing that axe objects to, wide, on a tablet and on a phone', async (name) => {
    // A phone in one language and theme each: what differs there is the layout, not the words or the colours.
    const widths = /-(en-light|nl-dark)$/.test(name) ? [1440, 1024, 390] : [1440]
    await page.goto(`${origin}/${name}`)
    for (const width of widths) {
      expect(await overflowAt(page, width), `wider than ${width}`).toBe(0)
      expect(await objectionsTo(page), `${width} wide`).toEqual([])
    }
  })

  it('breaks no rule of a strict content security policy', () => {
    expect(refused).toEqual([])
  })

  it('moves among rows by j and k, goes to search by /, and lists the keys by ?', async () => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(`${origin}/portfolio-en-light`)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    expect(await focusedText(page)).toBe('Proseware HR')
    await page.keyboard.press('k')
    expect(await focusedText(page)).toBe('Contoso Fleet')
    await page.keyboard.press('/')
    expect(await page.evaluate('document.activeElement.id')).toBe('search')
    await page.keyboard.type('j?')
    expect(await page.inputValue('#search')).toBe('j?')
    await page.locator('#search').blur()
    await page.keyboard.press('?')
    expect(await page.isVisible('#keyboard-help')).toBe(true)
    await page.uncheck('#keyboard-help input')
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    expect(await page.evaluate('document.activeElement.id')).not.toBe('search')
    await expect.poll(() => kept).toContain('shortcuts=off')
  })

  it('changes the theme at once and lets the server keep it', async () => {
    await page.goto(`${origin}/states-en-light`)
    await page.click('.menu > summary')
    await page.click('button[name="theme"][value="dark"]')
    expect(await page.getAttribute('html', 'data-theme')).toBe('dark')
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(20, 21, 24)')
    await expect.poll(() => kept).toContain('theme=dark')
  })

  it('gives back what was typed when a page is left before sending', async () => {
    await page.goto(`${origin}/forms-en-light`)
    await page.fill('#statement', 'Half a sentence')
    await page.goto(`${origin}/states-en-light`)
    await page.goto(`${origin}/forms-en-light`)
    expect(await page.inputValue('#statement')).toBe('Half a sentence')
    await page.click('text=Discard it')
    expect(await page.inputValue('#statement')).toBe('')
  })

  it('shows what an answer would change, without saving', async () => {
    await page.goto(`${origin}/forms-en-light`)
    await page.check('input[name="expose-data"][value="no"]')
    await page.waitForSelector('text=preview of expose-data=no')
    expect(await page.textContent('#live')).toBe('The page shows what would change. Nothing is saved yet.')
  })

  it('fills a row for each file while the server checks, then opens the result', async () => {
    await page.goto(`${origin}/package-en-light`)
    const file = { mimeType: 'application/json', buffer: Buffer.from('{}') }
    await page.setInputFiles('#files', [
      { name: 'a.json', ...file },
      { name: 'b.json', ...file },
    ])
    await page.waitForURL(`${origin}/checked?rows=b.json:passes`)
  })

  it('says why files are refused and lets the person try again', async () => {
    await page.goto(`${origin}/package-en-light`)
    await page.setInputFiles('#files', { name: 'secret.json', mimeType: 'application/json', buffer: Buffer.from('{}') })
    await page.waitForSelector('[data-upload-status]:text("Line 1 holds a secret.")')
    expect(await page.getAttribute('form[data-upload]', 'aria-busy')).toBe('false')
  })
})

async function focusedText(page: Page): Promise<string> {
  return page.evaluate<string>('document.activeElement.textContent')
}

/** The gallery with the answers its forms need; what preferences are sent is put in `kept`. */
async function serveGallery(kept: string[]): Promise<{ readonly server: ServerType; readonly origin: string }> {
  const app = new Hono()
  app.route('/assets', openAssets(folder).routes)
  app.get('/checked', (context) => context.text('checked'))
  app.get('/:name', (context) => {
    const html = pages[context.req.param('name')]
    context.header('Content-Security-Policy', "default-src 'self'; frame-ancestors 'none'; form-action 'self'")
    return html === undefined ? context.notFound() : context.html(html)
  })
  app.post('/preferences', async (context) => {
    kept.push(await context.req.text())
    return context.body(null, 204)
  })
  app.post('/preview-of-goals', async (context) => {
    const answers = await context.req.parseBody()
    const told = context.req.query('preview') === undefined ? 'saved' : 'preview'
    return context.html(`<p>${told} of expose-data=${String(answers['expose-data'])}</p>`)
  })
  app.post('/check', async (context) => {
    const { files } = await context.req.parseBody({ all: true })
    const names = [files].flat().map((file) => (file instanceof File ? file.name : ''))
    const events = names.includes('secret.json')
      ? [{ type: 'failed', message: 'Line 1 holds a secret.' }]
      : [
          ...names.map((path) => ({ type: 'file', path, html: `<li data-path="${path}">checking</li>` })),
          ...names.map((path) => ({ type: 'file', path, html: `<li data-path="${path}">passes</li>` })),
          { type: 'done', location: `/checked?rows=${names.at(-1)}:passes` },
        ]
    return context.body(events.map((event) => `${JSON.stringify(event)}\n`).join(''))
  })
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({ server, origin: `http://127.0.0.1:${port}` }),
    )
  })
}
