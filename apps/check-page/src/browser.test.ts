import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { servePage } from '../tools/serve-page.ts'
import { checkFiles } from './check-files.ts'

const executable = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path))
const root = join(import.meta.dirname, '../../..')
const date = '2026-01-15'

interface NamedFile {
  readonly path: string
  readonly content: Uint8Array
}

describe.skipIf(executable === undefined)('in a real browser (needs CHROMIUM_PATH)', () => {
  let browser: Browser
  let server: Server
  let page: Page

  beforeAll(async () => {
    const served = await servePage(join(import.meta.dirname, '../dist'), 0)
    server = served.server
    browser = await chromium.launch({
      ...(executable !== undefined && { executablePath: executable }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    })
    page = await browser.newPage()
    await page.goto(served.address)
  })

  afterAll(async () => {
    await browser?.close()
    server?.close()
  })

  it.each(folders().map((folder) => [folder.name, folder.files] as const))(
    'gives the same bytes as Node for %s',
    async (_, files) => {
      const fromNode = checkFiles(files, date)
      const given = files.map(({ path, content }) => ({ path, base64: Buffer.from(content).toString('base64') }))
      const fromBrowser = await page.evaluate<{ json: string; html: string }>(
        checkInPage({ given, date, address: page.url() }),
      )
      expect(fromBrowser.json).toBe(fromNode.json)
      expect(fromBrowser.html).toBe(fromNode.html)
      expect(JSON.parse(fromNode.json).subjects).toHaveLength(1)
    },
  )

  it('shows what it found after files are chosen, and keeps them to itself', async () => {
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    const definition = JSON.stringify({ swagger: '2.0', info: { title: 'Fleet API', version: '1' }, paths: {} })
    await page.locator('#files').setInputFiles({
      name: 'apiDefinition.swagger.json',
      mimeType: 'application/json',
      buffer: Buffer.from(definition),
    })
    await page.locator('#status').filter({ hasText: 'errors' }).waitFor()
    // The result is a page of its own, which is there a moment after the count.
    const found = page.frameLocator('#result').getByText('The title contains the word "API".')
    await found.first().waitFor({ state: 'attached' })
    expect(requests.filter((address) => address.startsWith('http'))).toEqual([])
  })
})

test('files that are no connector’s are not called fine', () => {
  const { report, problems } = checkFiles([{ path: 'page.html', content: '<p>' }], date)
  expect(report.subjects).toEqual([])
  expect(problems.join()).toContain('Nothing was checked.')
})

/** A script that loads the bundle in the browser and checks what it is given. A text, because test runners rewrite imports in code. */
function checkInPage(input: {
  given: readonly { path: string; base64: string }[]
  date: string
  address: string
}): string {
  return `(async ({ given, date, address }) => {
    const { checkFiles } = await import(address + 'check.js')
    const bytes = (base64) => Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))
    const { json, html } = checkFiles(given.map(({ path, base64 }) => ({ path, content: bytes(base64) })), date)
    return { json, html }
  })(${JSON.stringify(input)})`
}

function folders(): readonly { readonly name: string; readonly files: readonly NamedFile[] }[] {
  const examples = join(root, 'examples')
  const own = existsSync(examples) ? readdirSync(examples).map((name) => join(examples, name)) : []
  const corpus = process.env.CONNECTOR_CORPUS ?? ''
  const groups =
    corpus === '' ? [] : ['certified-connectors', 'independent-publisher-connectors'].map((name) => join(corpus, name))
  const real = groups.flatMap((group) =>
    readdirSync(group)
      .sort()
      .filter((_, index) => index % 25 === 0)
      .map((name) => join(group, name)),
  )
  return [...own, ...real]
    .map((folder) => ({ name: folder.split('/').slice(-2).join('/'), files: filesIn(folder) }))
    .filter(({ files }) => files.some(({ path }) => /^api.*\.json$/i.test(path)))
}

function filesIn(folder: string): readonly NamedFile[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => ({ path: name, content: new Uint8Array(readFileSync(join(folder, name))) }))
    .sort((left, right) => (left.path < right.path ? -1 : 1))
}
