import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { openAssets } from './assets.ts'

const style = 'body{color:red}'

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'tracker-assets-'))
  writeFileSync(join(path, 'app-1a2b.css'), style)
  writeFileSync(join(path, 'app-1a2b.css.br'), brotliCompressSync(style))
  writeFileSync(join(path, 'app-1a2b.css.gz'), gzipSync(style))
  writeFileSync(join(path, 'inter-3c4d.woff2'), 'font')
  writeFileSync(join(path, 'manifest.json'), JSON.stringify({ 'app.css': 'app-1a2b.css' }))
  return path
}

describe('assets', () => {
  const assets = openAssets(folder())

  it.each([
    ['br, gzip', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['gzip;q=0.5, br;q=0.000', 'gzip'],
    ['identity', null],
    ['', null],
  ])('answers a browser that takes "%s" in %s', async (accepted, encoding) => {
    const answer = await assets.routes.request('/app-1a2b.css', { headers: { 'Accept-Encoding': accepted } })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-encoding')).toBe(encoding)
    expect(answer.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(answer.headers.get('vary')).toBe('Accept-Encoding')
    const bytes = Buffer.from(await answer.arrayBuffer())
    const expected = { br: brotliCompressSync(style), gzip: gzipSync(style), none: Buffer.from(style) }
    expect(bytes).toEqual(expected[encoding === 'br' || encoding === 'gzip' ? encoding : 'none'])
  })

  it.each(['/app.css', '/manifest.json', '/app-1a2b.css.br', '/..%2fmanifest.json', '/%2e%2e/assets.ts'])(
    'has nothing at %s',
    async (path) => {
      expect((await assets.routes.request(path)).status).toBe(404)
    },
  )

  it('serves fonts as they are', async () => {
    const answer = await assets.routes.request('/inter-3c4d.woff2', { headers: { 'Accept-Encoding': 'br, gzip' } })
    expect(answer.headers.get('content-type')).toBe('font/woff2')
    expect(answer.headers.get('content-encoding')).toBeNull()
  })

  it('gives the hashed address of a name, and says which names there are', () => {
    expect(assets.url('app.css')).toBe('/assets/app-1a2b.css')
    expect(() => assets.url('other.css')).toThrow('There is no asset other.css; the bundler makes app.css.')
  })

  it('says to build first where nothing was bundled', () => {
    expect(() => openAssets(mkdtempSync(join(tmpdir(), 'tracker-assets-')))).toThrow('Build the tracker first')
  })
})
