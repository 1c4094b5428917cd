import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerStandIn } from '../src/stand-in/index.ts'
import { describeInChromium, type OpenBrowser, openChromium } from './chromium.ts'
import { bundle, openTwoOrigins, type TwoOrigins } from './two-origins.ts'

test('the stand-in answers with the script, pages of widgets, and nothing else', () => {
  const at = (path: string) => answerStandIn(`http://localhost:8080${path}`)
  expect(at('/Content/msflowsdk-1.1.js').headers['content-type']).toContain('javascript')
  expect(at('/nl-nl/widgets/manage/flows?widgetId=a').headers['content-type']).toContain('html')
  expect(at('/').status).toBe(404)
})

test('it is whole also when a bundler has made it small', async () => {
  for (const keepNames of [false, true]) {
    const bundled = await bundle(join(import.meta.dirname, '../src/stand-in/index.ts'), { keepNames })
    const { standInScript }: { standInScript(): string } = await import(
      `data:text/javascript,${encodeURIComponent(bundled)}`
    )
    const page: { failures?: string[] } = {}
    const script = `${standInScript()}
      failures = [() => new MsFlowSdk(), () => new MsFlowSdk({}).renderWidget('runtime', {})].map((attempt) => {
        try { attempt() } catch (error) { return error.message }
      })`
    runInNewContext(script, page)
    expect(page.failures).toEqual(['Sdk options are required', 'please provide a valid supported widget type.'])
  }
})

describeInChromium('the stand-in behaves as Microsoft’s script is known to', () => {
  let browser: OpenBrowser
  let origins: TwoOrigins
  let page: Page
  beforeAll(async () => {
    browser = await openChromium('allowed')
    origins = await openTwoOrigins()
    origins.serve('/', {
      body: `<!doctype html><title>Host</title><div id="flows" data-mswidget-scrolling="no"></div>
<script>window.msFlowSdkLoaded = () => { window.loaded = typeof MsFlowSdk }</script>
<script src="${origins.widgets}/Content/msflowsdk-1.1.js"></script>`,
    })
    page = await browser.context.newPage()
    await page.goto(origins.page)
    await page.evaluate((host) => Object.assign(globalThis, { host }), origins.widgets)
  })
  afterAll(async () => {
    await browser?.close()
    await origins?.close()
  })

  test('it calls msFlowSdkLoaded and leaves its globals', async () => {
    expect(await page.evaluate('[loaded, WidgetTypes.flowsRuntime, OAuthHandlers.oAuth]')).toEqual([
      'function',
      'flowsRuntime',
      'oAuth',
    ])
  })

  test.each([
    ['new MsFlowSdk()', 'Sdk options are required'],
    ['new MsFlowSdk({ hostName: 1 })', 'hostName should be a string'],
    [
      "new MsFlowSdk({ hostName: host }).renderWidget('runtime', { container: 'flows' })",
      'please provide a valid supported widget type.',
    ],
    ["new MsFlowSdk({ hostName: host }).renderWidget('flows', {})", 'Widget requires a container element.'],
    [
      "new MsFlowSdk({ hostName: host }).renderWidget('flows', { container: 'flows', oAuthHandler: 'x' })",
      'Invalid OAuth handler specified',
    ],
    [
      "new MsFlowSdk({ hostName: host }).renderWidget('flows', { container: 'flows', flowsSettings: { tab: 'x' } })",
      'Please provide a valid widget tab identifier for the specified widget type flows.',
    ],
  ])('%s throws', async (expression, message) => {
    const said = await page.evaluate(`(() => { try { ${expression} } catch (error) { return error.message } })()`)
    expect(said).toBe(message)
  })

  test('the frame has the attributes and the address of the original', async () => {
    const got = await page.evaluate(`(() => {
      const sdk = new MsFlowSdk({ hostName: host + '/', hostId: 'FleetDesk' })
      const widget = sdk.renderWidget('flows', {
        container: 'flows', widgetId: 'w1', environmentId: 'e1', iframeTitle: 'Flows',
        flowsSettings: { createFromBlankTemplateId: 't1', tab: 'sharedFlows' },
        templatesSettings: { searchTerm: 'a b', pageSize: 4, defaultParams: { 'parameters.x': 'y' } },
        widgetStyleSettings: { theme: 'dark' },
      })
      const { src, id, name, allow, title, sandbox } = document.getElementById('w1')
      const scrolling = document.getElementById('w1').getAttribute('scrolling')
      widget.dispose()
      return { src, id, name, allow, title, sandbox: sandbox.length, scrolling, left: document.querySelectorAll('iframe').length }
    })()`)
    expect(got).toMatchObject({
      id: 'w1',
      name: 'widgetIFrame',
      allow: 'geolocation',
      title: 'Flows',
      sandbox: 0,
      scrolling: 'no',
      left: 0,
    })
    const { origin, pathname, searchParams } = new URL(String(Object(got).src))
    expect(origin + pathname).toBe(`${origins.widgets}/en-us/widgets/manage/environments/e1/flows/shared`)
    expect(Object.fromEntries(searchParams)).toMatchObject({
      widgetId: 'w1',
      sdkVersion: '1.1',
      widgetType: 'flows',
      utm_medium: 'widget',
      utm_source: 'FleetDesk',
      oAuthHandler: 'oAuth',
      defaultTemplate: 't1',
      q: 'a b',
      pageSize: '4',
      'parameters.x': 'y',
      theme: 'dark',
      pathAlias: 'sharedFlows',
      allowOptionalEvents: 'true',
    })
  })

  test('notify is refused before WIDGET_READY, the first listener wins, and nobody listening is an error', async () => {
    const got = await page.evaluate(`(async () => {
      const heard = []
      const widget = new MsFlowSdk({ hostName: host }).renderWidget('flows', { container: 'flows' })
      const early = await widget.notify('closeWidget').catch((error) => error.code)
      widget.listen('GET_ACCESS_TOKEN', (request, done) => { heard.push('first'); done(null, { token: 't' }) })
      widget.listen('GET_ACCESS_TOKEN', (request, done) => { heard.push('second'); done(null, { token: 't' }) })
      await new Promise((resolve) => widget.listen('WIDGET_READY', (request, done) => { done(null, {}); resolve() }))
      return { early, heard }
    })()`)
    expect(got).toEqual({ early: 'WidgetNotReady', heard: ['first'] })
    const frame = page.frameLocator('iframe')
    await frame.getByText('FLOW_CREATION_FAILED').click()
    await expect.poll(() => frame.locator('#state').textContent()).toBe('not heard: UnlistenedEventCalled')
  })

  test('messages count by widget and by the end of their origin, with no dot before it', async () => {
    // Ends like the stand-in's host without being it: exactly what a dot would refuse.
    const port = new URL(origins.widgets).port
    const lookalike = `http://evillocalhost:${port}`
    const got = await page.evaluate(`(async () => {
      document.querySelectorAll('iframe').forEach((frame) => frame.remove())
      const asked = []
      const widget = new MsFlowSdk({ hostName: host }).renderWidget('templates', { container: 'flows', widgetId: 'w2' })
      widget.listen('TEMPLATE_LOAD_FAILED', (request) => asked.push(request.data))
      for (const [origin, signature] of [['${lookalike}', 'w2'], ['https://fleetdesk.example', 'w2'], [host, 'w3']]) {
        const data = { signature, kind: 'call', id: 1, name: 'TEMPLATE_LOAD_FAILED', data: origin }
        window.dispatchEvent(new MessageEvent('message', { origin, data }))
      }
      widget.dispose()
      return asked
    })()`)
    expect(got).toEqual([lookalike])
  })
})
