import { expect, test } from 'vitest'
import { checkHostPage } from '../../engine/check-host-page.ts'
import { readHostPage } from '../../page/read-host-page.ts'

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n')
const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`

test.each([
  [
    'frames',
    policy + lines(10_000, (port) => `<iframe src="http://localhost:${port}/en-us/widgets/templates/"></iframe>`),
  ],
  ['libraries', policy + lines(10_000, (index) => `<script src="https://a${index}.example/msal.js"></script>`)],
  [
    'policies',
    lines(5_000, () => policy) + lines(2_000, (index) => `<script src="//a${index}.example/msal.js"></script>`),
  ],
])('a page of many %s is judged in its length, and no fix grows with it', (_, html) => {
  const text = `${html}<script src="https://make.powerautomate.com/Content/msflowsdk-1.1.js"></script>`
  const begun = process.cpuUsage().user
  const { findings } = checkHostPage(readHostPage([{ path: 'index.html', text }])).subject
  expect(process.cpuUsage().user - begun).toBeLessThan(8_000_000)
  expect(findings.length).toBeGreaterThan(0)
  expect(Math.max(...findings.map(({ message }) => message.fix.length))).toBeLessThan(1000)
})

test('of more policies than are looked at, the rest is said to be unseen', () => {
  const text = `${lines(21, () => policy)}<script src="https://make.powerautomate.com/Content/msflowsdk-1.1.js"></script>`
  const { notChecked, findings } = checkHostPage(readHostPage([{ path: 'index.html', text }])).subject
  expect(findings.filter(({ ruleId }) => ruleId === 'embed-csp-script').length).toBe(20)
  expect(notChecked?.map(({ reason }) => reason)).toContain(
    'More than 20 policies hold for the page; only the first of them were looked at.',
  )
})
