import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkHostPage, readHostPage, readOptionsFor, recogniseHostPage } from '../src/checks/index.ts'
import { describeInChromium, type OpenBrowser, openChromium } from './chromium.ts'
import { bundle, openTwoOrigins, type TwoOrigins } from './two-origins.ts'

const room = join(import.meta.dirname, '..')
const examples = join(room, '../../examples')
const filesIn = (folder: string) =>
  readdirSync(join(examples, folder)).map((path) => ({
    path,
    text: readFileSync(join(examples, folder, path), 'utf8'),
  }))

describe('what is found in the examples', () => {
  test('nothing in the clean one', () => {
    const files = filesIn('embed')
    expect(recogniseHostPage(files)).toBe('host page')
    const facts = { templateParameters: ['vehicle'] }
    expect(checkHostPage(readHostPage(files), { facts }).subject.findings).toEqual([])
  })

  test('the planted faults in the other', () => {
    const { findings } = checkHostPage(readHostPage(filesIn('embed-planted'))).subject
    expect([...new Set(findings.map(({ ruleId }) => ruleId))].sort()).toEqual([
      'embed-container-exists',
      'embed-container-width',
      'embed-csp-frame',
      'embed-debug-off',
      'embed-default-parameters',
      'embed-dispose',
      'embed-environment-id',
      'embed-error-handler',
      'embed-event-known',
      'embed-failure-events',
      'embed-filter',
      'embed-frame-sandbox',
      'embed-frame-title',
      'embed-gallery-address',
      'embed-host-name-given',
      'embed-listen-at-once',
      'embed-listen-once',
      'embed-locale-known',
      'embed-message-origin',
      'embed-notify-after-ready',
      'embed-option-key',
      'embed-page-size',
      'embed-sdk-from-microsoft',
      'embed-setting-group',
      'embed-setting-key',
      'embed-tab-value',
      'embed-token-answered',
      'embed-token-listened',
      'embed-token-not-exposed',
      'embed-token-shape',
      'embed-widget-title',
      'embed-widget-type',
    ])
  })

  test('React is read, and nothing is found in it', async () => {
    const files = filesIn('embed-react')
    const options = await readOptionsFor(files)
    expect(recogniseHostPage(files, options)).toBe('host page')
    const read = readHostPage(files, options)
    expect(read.page.renderings.map(({ by, listeners }) => [by, listeners.length])).toEqual([['wrapper', 4]])
    const { notChecked, findings } = checkHostPage(read).subject
    expect(findings).toEqual([])
    const followed = [
      'embed-container-exists',
      'embed-container-width',
      'embed-dispose',
      'embed-token-fresh',
      'embed-token-not-exposed',
      'embed-widget-type',
    ]
    const rules = notChecked?.flatMap((one) => one.rules)
    expect(rules?.filter((rule) => followed.includes(rule))).toEqual([])
  })
})

test('the React example has the types it says', () => {
  const folder = mkdtempSync(join(tmpdir(), 'flow-embed-'))
  try {
    const config = {
      extends: join(examples, 'embed-react/tsconfig.json'),
      compilerOptions: {
        // The packages of this folder stand in for those a reader installs.
        paths: {
          react: [join(room, 'node_modules/@types/react')],
          'react/*': [join(room, 'node_modules/@types/react/*')],
          'react-dom/*': [join(room, 'node_modules/@types/react-dom/*')],
          '@sevenstep/flow-embed': [join(room, 'src/index.ts')],
        },
      },
      include: [join(examples, 'embed-react/*.tsx')],
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
    const compiler = join(room, 'node_modules/typescript/bin/tsc')
    execFileSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8', stdio: 'pipe' })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

describeInChromium('the examples in a browser', () => {
  let browser: OpenBrowser
  let origins: TwoOrigins
  beforeAll(async () => {
    browser = await openChromium('allowed')
    origins = await openTwoOrigins()
    origins.serve('/flow-token', { body: '{ "token": "not-a-real-token" }', type: 'application/json' })
  })
  afterAll(async () => {
    await browser?.close()
    await origins?.close()
  })

  test('plain script', async () => {
    const microsoft = 'https://make.powerautomate.com'
    for (const { path, text } of filesIn('embed')) {
      const type = path.endsWith('.js') ? 'text/javascript' : 'text/html'
      origins.serve(`/${path}`, { body: text.replaceAll(microsoft, origins.widgets), type })
    }
    const page = await browser.context.newPage()
    await page.goto(`${origins.page}/index.html`)
    const status = page.getByRole('status')
    await expect.poll(() => status.textContent()).toBe('Here are your flows.')
    const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    const frame = page.frameLocator('#flows iframe')
    expect(await frame.locator('#heading').textContent()).toBe('New flow for your fleet')
    await frame.getByText('FLOW_CREATION_FAILED').click()
    await expect.poll(() => status.textContent()).toBe('The flow could not be made.')
    await frame.getByText('WIDGET_CLOSE').click()
    await expect.poll(() => page.locator('#flows iframe').count()).toBe(0)
    await page.close()
  })

  test('React', async () => {
    const body = await bundle(join(examples, 'embed-react/main.tsx'), { format: 'iife' })
    origins.serve('/react.js', { body, type: 'text/javascript' })
    const root = `<div id="root" data-host="${origins.widgets}"></div>`
    origins.serve('/react', { body: `<!doctype html><title>React</title>${root}<script src="/react.js"></script>` })
    const page = await browser.context.newPage()
    await page.goto(`${origins.page}/react`)
    await expect.poll(() => page.getByRole('status').textContent()).toBe('Here are your flows.')
    expect(await page.locator('iframe').count()).toBe(1)
    await page.frameLocator('iframe').getByText('FLOW_CREATION_SUCCEEDED').click()
    const created = () => page.locator('#root').getAttribute('data-created')
    await expect.poll(created).toBe(`${origins.widgets}/flows/1`)
    await page.close()
  })
})
