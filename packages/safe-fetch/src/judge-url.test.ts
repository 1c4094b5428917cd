import { expect, test } from 'vitest'
import { defaultPolicy } from './fetch-policy.ts'
import { judgeUrl } from './judge-url.ts'

test.each([
  ['https://example.com/privacy#part', 'https://example.com/privacy'],
  ['http://example.com:80/', 'http://example.com/'],
  ['https://example.com:443', 'https://example.com/'],
  ['HTTPS://EXAMPLE.com', 'https://example.com/'],
  // What looks like a number or a path is an address all the same; it is judged as one afterwards.
  ['http://2130706433/', 'http://127.0.0.1/'],
  ['http://0x7f.1/', 'http://127.0.0.1/'],
  ['http:\\\\example.com', 'http://example.com/'],
])('%s is read as %s', (text, href) => {
  expect(judgeUrl(text, defaultPolicy)).toMatchObject({ url: { href } })
})

test.each([
  ['', 'address-malformed'],
  ['example.com', 'address-malformed'],
  ['/privacy', 'address-malformed'],
  ['https://', 'address-malformed'],
  ['https://exa mple.com', 'address-malformed'],
  ['ftp://example.com', 'scheme-refused'],
  ['file:///etc/passwd', 'scheme-refused'],
  ['javascript:alert(1)', 'scheme-refused'],
  ['data:text/html,x', 'scheme-refused'],
  ['https://example.com:8443', 'port-refused'],
  ['http://example.com:22', 'port-refused'],
  ['https://anna:hunter2@example.com', 'credentials-refused'],
  ['https://anna@example.com', 'credentials-refused'],
])('%s is refused: %s', (text, code) => {
  const judged = judgeUrl(text, defaultPolicy)
  expect(judged).toMatchObject({ problem: { code } })
  expect(JSON.stringify(judged)).not.toMatch(/hunter2|\{\w+\}/)
})
