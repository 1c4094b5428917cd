import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hostHeaders } from '../src/checks/index.ts'
import { describeInChromium, type OpenBrowser, openChromium } from './chromium.ts'
import { bundle, openTwoOrigins, type TwoOrigins } from './two-origins.ts'

const fakeToken = `eyJhbGciOiJub25lIn0.${btoa(JSON.stringify({ exp: 32503680000 }))}.fake`

describeInChromium('embedding with the wrapper', () => {
  let browser: OpenBrowser
  let origins: TwoOrigins
  beforeAll(async () => {
    browser = await openChromium('allowed')
    origins = await openTwoOrigins()
    const body = await bundle(join(import.meta.dirname, '../src/index.ts'))
    origins.serve('/flow-embed.js', { body, type: 'text/javascript' })
    origins.serve('/host.js', { body: hostScript, type: 'text/javascript' })
    origins.serve('/', { body: pageWith(origins.widgets) })
  })
  afterAll(async () => {
    await browser?.close()
    await origins?.close()
  })

  const open = async (path: string): Promise<Page> => {
    const page = await browser.context.newPage()
    await page.goto(origins.page + path)
    return page
  }
  const noted = (page: Page) => page.evaluate(() => JSON.parse(document.body.dataset.noted ?? '[]') as unknown[])
  const note = (page: Page, text: string) =>
    page.waitForFunction((wanted) => (document.body.dataset.noted ?? '').includes(wanted), text)

  test('the widget gets a token and texts, becomes ready, and every listener hears its events', async () => {
    const page = await open('/')
    await note(page, 'ready')
    const frame = page.frameLocator('iframe')
    await frame.getByText('FLOW_CREATION_SUCCEEDED').click()
    await note(page, 'second: ')
    expect(await noted(page)).toEqual([
      'asked: https://service.flow.microsoft.com false',
      'ready',
      `first: ${origins.widgets}/flows/1`,
      `second: ${origins.widgets}/flows/1`,
    ])
    expect(await frame.locator('#heading').textContent()).toBe('New flow')
    const iframe = page.locator('iframe')
    expect(await iframe.getAttribute('title')).toBe('Your flows')
    expect(await iframe.getAttribute('src')).not.toContain('eyJ')
    await page.close()
  })

  test('actions wait until the widget is ready, and fail with what the widget said', async () => {
    const page = await open('/?type=flowsRuntime')
    await note(page, 'ready')
    expect(await page.evaluate('early.then((answer) => answer.flowName)')).toBe('f1')
    expect(await page.evaluate("widget.ask('dance').catch((error) => [error.code, error.cause.code])")).toEqual([
      'widget-failed',
      'UnknownAction',
    ])
    await page.evaluate('widget.dispose()')
    expect(await page.locator('iframe').count()).toBe(0)
    expect(await page.evaluate("widget.ask('triggerFlow', {}).catch((error) => error.code)")).toBe('disposed')
    await page.close()
  })

  test('what the code asks beyond tokens and texts is answered, and a handler that fails is an answer too', async () => {
    const page = await open('/?type=flowsRuntime&implicit=row-7')
    await note(page, 'ready')
    expect(await page.evaluate('early.then((answer) => answer.implicitData)')).toEqual({ row: 'row-7' })
    const again = "try { widget.answer('GET_IMPLICIT_DATA', () => 1) } catch (error) { error.code }"
    expect(await page.evaluate(again)).toBe('answered-already')
    const failing = await open('/?type=flowsRuntime&implicit=none')
    await note(failing, 'error: listener-failed')
    expect(await failing.evaluate('early.then((answer) => answer.implicitData === undefined)')).toBe(true)
    await page.close()
    await failing.close()
  })

  test('with enableRegionalPortal a token of the other resource is asked for first', async () => {
    const page = await open('/?regional=true')
    await note(page, 'ready')
    expect((await noted(page)).slice(0, 2)).toEqual([
      'asked: https://management.core.windows.net/ false',
      'asked: https://service.flow.microsoft.com false',
    ])
    await page.close()
  })

  test.each(['flowDetails', 'flowNew', 'connectionWizard', 'naturalLanguageToFlowWizard'])(
    'the widget %s of newer code is shown, with what the page says of itself',
    async (type) => {
      const page = await open(`/?type=${type}`)
      await note(page, 'ready')
      const { searchParams } = new URL((await page.locator('iframe').getAttribute('src')) ?? '')
      const told = ['widgetType', 'hostPlatform', 'hostVersion', 'hostLocale', 'flowName', 'pathAlias']
      const alias = type === 'flowNew' ? 'flowNewScheduled' : type
      expect(told.map((name) => searchParams.get(name))).toEqual([type, 'web', null, 'nl-nl', 'f1', alias])
      await page.close()
    },
  )

  test('a token that cannot be had is an answer too, and the page is told', async () => {
    const page = await open('/?token=none')
    await note(page, 'error: token-failed')
    const state = page.frameLocator('iframe').locator('#state')
    await expect.poll(() => state.textContent()).toBe('no token: token-failed')
    await page.close()
  })

  test('a container that is missing and a type nobody knows are said at once', async () => {
    const page = await open('/')
    await note(page, 'ready')
    const codes = await page.evaluate(`['flows', 'runtime'].map((type, at) => {
      try { widgets.render(type, { container: at === 0 ? 'nowhere' : 'flows' }) } catch (error) { return [error.code, error.cause?.message] }
    })`)
    expect(codes).toEqual([
      ['render-failed', undefined],
      ['render-failed', 'please provide a valid supported widget type.'],
    ])
    await page.close()
  })

  test('it works under the policy that is made for it, and says what to allow under one that lacks the host', async () => {
    const body = pageWith(origins.widgets)
    const headers = { ...hostHeaders({ host: origins.widgets, own: { 'style-src': ["'self'", "'unsafe-inline'"] } }) }
    origins.serve('/strict', { body, headers })
    origins.serve('/narrow', { body, headers: { 'content-security-policy': "default-src 'self'" } })
    const strict = await open('/strict')
    await note(strict, 'ready')
    const narrow = await open('/narrow')
    await note(narrow, 'sdk-not-loaded')
    expect(JSON.stringify(await noted(narrow))).toContain('script-src and frame-src')
    await strict.close()
    await narrow.close()
  })

  test('where cookies of other sites are blocked, the widget does not come and the page is told why', async () => {
    const { context, close } = await openChromium('blocked')
    try {
      const page = await context.newPage()
      await page.goto(`${origins.page}/?patience=1500`)
      const state = page.frameLocator('iframe').locator('#state')
      await expect.poll(() => state.textContent()).toContain('Cookies of this site are blocked')
      await note(page, 'error: not-ready')
      expect(await noted(page)).toEqual(['error: not-ready'])
    } finally {
      await close()
    }
  })
})

function pageWith(widgets: string): string {
  return `<!doctype html><html lang="en"><title>Host</title><body data-host="${widgets}">
<div id="flows" style="height: 400px"></div><script type="module" src="/host.js"></script></body></html>`
}

const hostScript = `
import { openFlowWidgets } from '/flow-embed.js'
const query = new URLSearchParams(location.search)
const type = query.get('type') ?? 'flows'
const notes = []
const note = (text) => { notes.push(text); document.body.dataset.noted = JSON.stringify(notes) }
try {
  globalThis.widgets = await openFlowWidgets({
    host: document.body.dataset.host,
    locale: 'en-us',
    readyTimeoutMs: Number(query.get('patience') ?? 60000),
    hostPlatform: 'web',
    hostLocale: 'nl-nl',
    getToken: async ({ resource, forceRefresh }) => {
      if (query.get('token') === 'none') throw new Error('nobody is signed in')
      note('asked: ' + resource + ' ' + forceRefresh)
      return '${fakeToken}'
    },
    onError: (error) => note('error: ' + error.code),
  })
  globalThis.widget = widgets.render(type, {
    container: 'flows',
    title: 'Your flows',
    texts: { FLOW_CREATION_HEADER: 'New flow' },
    flowName: 'f1',
    enableRegionalPortal: query.get('regional') === 'true',
    ...(type === 'flowNew' && { flowNewSettings: { tab: 'flowNewScheduled' } }),
  })
  const implicit = query.get('implicit')
  if (implicit !== null) {
    widget.answer('GET_IMPLICIT_DATA', async () => {
      if (implicit === 'none') throw new Error('no row is chosen')
      return { row: implicit }
    })
  }
  if (type === 'flowsRuntime') globalThis.early = widget.ask('triggerFlow', { flowName: 'f1' })
  else {
    widget.on('FLOW_CREATION_SUCCEEDED', ({ flowUrl }) => note('first: ' + flowUrl))
    widget.on('FLOW_CREATION_SUCCEEDED', ({ flowUrl }) => note('second: ' + flowUrl))
  }
  widget.ready.then(() => note('ready'))
} catch (error) {
  note('error: ' + error.code + ' ' + error.message)
}
`
