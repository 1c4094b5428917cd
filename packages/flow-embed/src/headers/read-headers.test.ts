import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readHeaders, recogniseHeaders } from './read-headers.ts'

const policy = "default-src 'self'"
const header = (name: string, value: string) => ({ name, value })

function recording(...entries: readonly object[]): string {
  return JSON.stringify({ log: { version: '1.2', entries } })
}

function answer(url: string, type: string, more: { readonly status?: number; readonly referrer?: string } = {}) {
  const { status = 200, referrer } = more
  return {
    request: { url, headers: referrer === undefined ? [] : [header('referer', referrer)] },
    response: { status, headers: [header('Content-Type', type), header('X-Of', url)] },
  }
}

describe('headers of a page', () => {
  test.each([
    ['a line each', 'text', `HTTP/1.1 200 OK\r\nContent-Security-Policy: ${policy}\r\n\r\n`],
    ['an object', 'json', JSON.stringify({ 'Content-Security-Policy': policy })],
    ['an object with lists', 'json', JSON.stringify({ 'Content-Security-Policy': [policy] })],
    ['pairs', 'json', JSON.stringify([['Content-Security-Policy', policy]])],
    ['names and values', 'json', JSON.stringify([header('Content-Security-Policy', policy)])],
  ])('as %s', (_, form, text) => {
    expect(recogniseHeaders(text)).toBe(form)
    expect(readHeaders(text)).toEqual({ ok: true, facts: { headers: [['Content-Security-Policy', policy]] } })
  })

  test('of several answers the last one counts, to which redirects led', () => {
    const text = 'HTTP/2 301\nlocation: /flows\nx-frame-options: DENY\n\nHTTP/2 200\ncontent-type: text/html\n'
    expect(readHeaders(text)).toMatchObject({ facts: { headers: [['content-type', 'text/html']] } })
  })

  test('a recording tells of the page that asked for the script, wherever else the browser went', () => {
    const page = 'https://fleetdesk.example/flows'
    const script = 'https://make.powerautomate.com/scripts/msflowsdk-1.1.js'
    const text = recording(
      answer('https://login.example/', 'text/html'),
      answer(page, 'text/html; charset=utf-8'),
      answer(script, 'text/javascript', { referrer: page }),
      answer('https://make.powerautomate.com/widget', 'text/html'),
    )
    expect(recogniseHeaders(text)).toBe('har')
    expect(readHeaders(text)).toMatchObject({
      ok: true,
      facts: {
        pageAddress: page,
        headers: [
          ['Content-Type', 'text/html; charset=utf-8'],
          ['X-Of', page],
        ],
        sdkAnswer: { address: script, status: 200, contentType: 'text/javascript' },
      },
    })
  })

  test('without the script the last page that came counts, and one that failed does not', () => {
    const failed = answer('https://b.example/', 'text/html', { status: 502 })
    expect(readHeaders(recording(answer('https://a.example/', 'text/html'), failed))).toMatchObject({
      facts: { pageAddress: 'https://a.example/' },
    })
    expect(readHeaders(recording(failed))).toMatchObject({
      ok: false,
      problem: { what: 'No answer in the recording is a page.' },
    })
  })

  test.each([
    ['nothing', ''],
    ['a sentence', 'Note: ship it on Friday'],
    ['YAML that looks alike', 'offerType: saas\nofferId: a\n'],
    ['other JSON', '{"name":"a","value":"b"}'],
    ['half a JSON', '{"content-type": "te'],
    ['a list of numbers', '[1,2]'],
  ])('%s is none', (_, text) => {
    expect(recogniseHeaders(text)).toBeUndefined()
  })

  test('no text makes it throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        recogniseHeaders(text)
        const read = readHeaders(text)
        if (!read.ok) expect(read.problem.fix.length).toBeGreaterThan(0)
      }),
    )
  })
})

test('a line of blanks takes no longer than its length', () => {
  const begun = process.cpuUsage().user
  const text = `Content-Type: a${' '.repeat(200_000)}b\nX-A:${' '.repeat(200_000)}\u2028x`
  expect(recogniseHeaders(text)).toBeUndefined()
  readHeaders(text)
  expect(process.cpuUsage().user - begun).toBeLessThan(5_000_000)
})
