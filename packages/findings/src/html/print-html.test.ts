import fc from 'fast-check'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { expect, test } from 'vitest'
import { anyReport, hostileText } from '../fixtures/any-report.ts'
import { sampleReport, sampleText } from '../fixtures/sample-report.ts'
import { printHtml } from './print-html.ts'

type Node = DefaultTreeAdapterTypes.ChildNode

const ownElements = new Set(
  'html head meta title style body header h1 p span main div table thead tbody tr th td a section figure figcaption img h2 h3 h4 article code pre b i dl dt dd details summary ul li footer'.split(
    ' ',
  ),
)

function walk(
  node: Node | DefaultTreeAdapterTypes.Document,
  visit: (element: DefaultTreeAdapterTypes.Element) => void,
): void {
  if ('tagName' in node) visit(node)
  if ('childNodes' in node) for (const child of node.childNodes) walk(child, visit)
}

test('the answer comes first, frames are marked, nothing is loaded', () => {
  const page = printHtml(sampleReport, {
    sources: (_subject, file) => (file.endsWith('.swagger.json') ? sampleText : undefined),
    date: '2026-03-01',
  })
  for (const part of [
    '<h1>1 of 2 connectors meets the requirements we check.</h1>',
    "default-src 'none'",
    '<td><a href="#subject-1">connectors/Contoso&#39;s Invoices</a></td><td><span class="tag error">! not yet</span></td>',
    '<p class="place">line 4, column 14 <code>/info/title</code></p>',
    '<b>^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^</b>',
    '<dt>Fix</dt><dd>Shorten the title to 30 characters.</dd>',
    '<details class="notes"><summary>1 note</summary>',
    'Rules: certification 1.2.3 · 2026-03-01',
  ]) {
    expect(page).toContain(part)
  }
  expect(page).not.toMatch(/<script|<link|<img|src=|@import|url\(/)
})

test('no text becomes an element, an attribute or an address', () => {
  fc.assert(
    fc.property(anyReport, hostileText, (report, text) => {
      const page = printHtml(report, { sources: () => text, date: text })
      const errors: string[] = []
      walk(parse(page, { onParseError: ({ code }) => errors.push(code) }), ({ tagName, attrs }) => {
        expect(ownElements).toContain(tagName)
        for (const { name, value } of attrs) {
          expect(['lang', 'charset', 'http-equiv', 'content', 'name', 'class', 'id', 'href']).toContain(name)
          if (name === 'href') expect(value).toMatch(/^(?:https?:\/\/|#subject-\d+$)/)
        }
      })
      expect(errors).toEqual([])
    }),
  )
})

test('a subject whose findings are all set aside still says so', () => {
  const [subject] = sampleReport.subjects
  const [finding] = subject?.findings ?? []
  if (subject === undefined || finding === undefined) throw new Error('sample has no finding')
  const setAside = [{ finding, by: 'suppression' as const, reason: 'agreed with the owner' }]
  const report = { ...sampleReport, subjects: [{ ...subject, findings: [], notChecked: [], setAside }] }
  expect(printHtml(report)).toContain('agreed with the owner')
})

test('drawings are images with their words, and nothing in them is part of the page', () => {
  const name = '<b>Sell</b> "cars"'
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  const page = printHtml(sampleReport, {
    drawings: ({ path }) => [{ name: `${name} ${path}`, svg, words: '1. <Send>' }],
  })
  expect(page).toContain('&lt;b&gt;Sell&lt;/b&gt;')
  expect(page).toContain('<pre>1. &lt;Send&gt;</pre>')
  expect(page).not.toContain('<script')
  const [, encoded = ''] = /src="data:image\/svg\+xml;base64,([^"]+)"/.exec(page) ?? []
  expect(atob(encoded)).toBe(svg)
  expect(page.match(/<figure>/g)).toHaveLength(sampleReport.subjects.length)
})
