import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { authorizeParameters } from './fixtures/browser-of-tests.ts'
import { anna, directory, tracker } from './fixtures/directory.ts'
import { type RunningIdentityPlatform, startIdentityPlatform } from './start.ts'

const executable = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path))

describe.skipIf(executable === undefined)('in a real browser (needs CHROMIUM_PATH)', () => {
  let browser: Browser
  let platform: RunningIdentityPlatform
  let application: Server
  let received: { method: string; address: URL; body: URLSearchParams }[]
  let redirectUri: string

  beforeAll(async () => {
    received = []
    application = createServer(async (request, response) => {
      let body = ''
      for await (const chunk of request) body += String(chunk)
      const address = new URL(request.url ?? '/', 'http://localhost')
      if (address.pathname === '/callback') {
        received.push({ method: request.method ?? '', address, body: new URLSearchParams(body) })
      }
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>Application</title><p>back')
    })
    await new Promise<void>((resolve) => application.listen(0, 'localhost', resolve))
    const address = application.address()
    redirectUri = `http://localhost:${typeof address === 'object' ? address?.port : ''}/callback`
    platform = await startIdentityPlatform({
      ...directory,
      applications: [{ ...tracker, redirectUris: [redirectUri] }],
    })
    browser = await chromium.launch({
      ...(executable !== undefined && { executablePath: executable }),
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
    })
  })

  afterAll(async () => {
    await browser?.close()
    await platform?.stop()
    application?.closeAllConnections()
    application?.close()
  })

  const arrived = (address: URL) => address.pathname === '/callback'

  /** Runs a visit in a browser of its own; what the page complains of fails the test. */
  async function visit(
    options: BrowserContextOptions,
    changed: Record<string, string>,
    work: (page: Page) => Promise<void>,
  ) {
    const context = await browser.newContext(options)
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    try {
      const query = authorizeParameters({ redirect_uri: redirectUri, ...changed })
      await page.goto(`${platform.url}/organizations/oauth2/v2.0/authorize?${query}`)
      await work(page)
      expect(complaints).toEqual([])
    } finally {
      await context.close()
    }
  }

  test('without script and with the keyboard alone, somebody signs in', async () => {
    await visit({ javaScriptEnabled: false }, {}, async (page) => {
      await page.keyboard.press('Tab')
      const focused = page.locator(':focus')
      expect(await focused.textContent()).toContain('Reviewer')
      await Promise.all([page.waitForURL(arrived), page.keyboard.press('Enter')])
    })
    const { method, address } = received.at(-1) ?? { method: '', address: new URL('http://none') }
    expect(method).toBe('GET')
    expect(address.searchParams.get('code')).toMatch(/^1\./)
    expect(address.searchParams.get('state')).toBe('the-state')
  })

  test('the answer as a form is sent on by the person', async () => {
    await visit({ javaScriptEnabled: false }, { response_mode: 'form_post' }, async (page) => {
      await page.getByRole('button', { name: /Reviewer/ }).click()
      await Promise.all([page.waitForURL(arrived), page.getByRole('button', { name: 'Continue' }).click()])
    })
    const last = received.at(-1)
    expect(last?.method).toBe('POST')
    expect(last?.address.search).toBe('')
    expect(last?.body.get('code')).toMatch(/^1\./)
  })

  test('who comes back finds the account used last marked, and may cancel', async () => {
    await visit({ javaScriptEnabled: false }, {}, async (page) => {
      const start = page.url()
      await Promise.all([page.waitForURL(arrived), page.getByRole('button', { name: /Reviewer/ }).click()])
      await page.goto(start)
      expect(await page.locator('.account', { hasText: 'Last used' }).textContent()).toContain(anna.username)
      await Promise.all([page.waitForURL(arrived), page.getByRole('button', { name: 'Cancel and go back' }).click()])
    })
    expect(received.at(-1)?.address.searchParams.get('error')).toBe('access_denied')
  })

  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    test.each([
      ['en-GB', 1280],
      ['nl-NL', 320],
    ])('accessible in %s at %i pixels', async (locale, width) => {
      await visit(
        { colorScheme, locale, viewport: { width, height: 800 } },
        { response_mode: 'form_post' },
        async (page) => {
          const own = page.url()
          const steps = [
            () => Promise.resolve(),
            () => page.locator('.account').first().click(),
            () => page.goto(own.replace('/organizations/oauth2/v2.0/authorize', '/common/oauth2/v2.0/logout')),
          ]
          for (const step of steps) {
            await step()
            const { violations } = await new AxeBuilder({ page })
              .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
              .analyze()
            expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
            const overflow = await page.evaluate(
              'document.documentElement.scrollWidth - document.documentElement.clientWidth',
            )
            expect(overflow).toBe(0)
          }
        },
      )
    })
  })

  test('a refusal is accessible too', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`${platform.url}/organizations/oauth2/v2.0/authorize`)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('This sign-in request was refused')
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await context.close()
  })
})
