import { expect, test } from 'vitest'
import { CommentText } from './comment-text.tsx'

const shown = (text: string) => String(<CommentText text={text} />)

test.each([
  ['markup', '<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['an address', 'See https://example.com/a?b=1&c=2.', 'href="https://example.com/a?b=1&amp;c=2"'],
  ['line breaks', 'one\ntwo', 'one\ntwo'],
])('%s is shown safely', (_, text, expected) => {
  expect(shown(text)).toContain(expected)
})

test.each([
  'javascript:alert(1)',
  'data:text/html,<b>',
  '//evil.example',
  'ftp://a.example',
  'example.com',
  'a@b.example',
])('%s is no link', (text) => {
  expect(shown(text)).not.toContain('<a')
})

test('an address cannot break out of its attribute', () => {
  expect(shown('https://example.com/"onmouseover="alert(1)')).not.toMatch(/<a[^>]*\sonmouseover/)
})
