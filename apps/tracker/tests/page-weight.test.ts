import { gzipSync } from 'node:zlib'
import { items } from '@sevenstep/onboarding'
import { beforeAll, describe, expect, test } from 'vitest'
import { embeddedDatabases } from '../src/testing/databases.ts'
import { openTracker, type TestTracker } from '../src/testing/tracker.ts'

/** At most, compressed, in bytes. */
const limits = { page: 60 * 1024, script: 30 * 1024 }

describe('Every main page', () => {
  const open = embeddedDatabases()
  let tracker: TestTracker
  beforeAll(async () => {
    tracker = await openTracker(open)
  })

  const itemId = items.find(({ verification }) => verification.by === 'evidence')?.id
  const pages = ['', '/goals', '/steps/1', '/steps/7', `/items/${itemId}`, '/checks'].map((end) => `/products/*${end}`)

  test.each([
    ...pages,
    '/portfolio?view=all',
    '/reviews',
    '/waivers',
    '/submissions',
    '/audit',
    '/members',
    '/account',
  ])('weighs at most 60 KB with its styles, and 30 KB of script: %s', async (pattern) => {
    const { administrator, contoso, reviewer } = tracker.programme
    const path = pattern.replace('*', contoso.productId)
    const person = path.startsWith('/products/') ? contoso.admin : path === '/members' ? administrator : reviewer
    const answer = await person.request(path)
    expect(answer.status).toBe(200)
    const html = await answer.text()
    const filesOf = (form: RegExp) => [...html.matchAll(form)].map(([, file = '']) => file)
    const styles = filesOf(/<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g)
    const scripts = filesOf(/<script[^>]*src="([^"]+)"/g)
    expect([styles.length > 0, scripts.length > 0]).toEqual([true, true])
    const weigh = async (files: readonly string[]) => {
      const bodies = await Promise.all(files.map(async (file) => (await tracker.anonymous(file)).arrayBuffer()))
      return bodies.reduce((sum, body) => sum + gzipSync(new Uint8Array(body)).length, 0)
    }
    expect(gzipSync(html).length + (await weigh(styles))).toBeLessThanOrEqual(limits.page)
    expect(await weigh(scripts)).toBeLessThanOrEqual(limits.script)
  })
})
