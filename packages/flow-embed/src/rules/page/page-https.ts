import { defineRuleFamily } from '../../engine/rule-family.ts'

/** Whether the page itself is served securely. */
export const pageHttps = defineRuleFamily({
  id: 'page-https',
  group: 'The page',
  rules: {
    'embed-page-https': {
      title: 'The page is served over https.',
      setting: 'error',
      exceptions: [{ profiles: ['development'], setting: 'info', because: 'on the way to production' }],
      sources: ['embed'],
      messages: {
        found: {
          what: 'The page is served from {address}, without https.',
          why: 'Sign-in does not come back to such a page, and anybody on the way can read the token.',
          fix: 'Serve it over https, and let the server redirect http to it.',
        },
        none: {
          what: '"{address}" is no address of a page.',
          why: 'Rules about the page’s origin cannot be judged by it.',
          fix: 'Give the whole address, beginning with https://.',
        },
      },
    },
  },
  check({ subject: { facts }, report, notChecked }) {
    const address = facts.pageAddress
    if (address === undefined)
      return notChecked(
        'embed-page-https',
        'The address of the page was not given.',
        'Hand in what "sevenstep embed facts ADDRESS" prints, or a fact named pageAddress.',
      )
    const url = URL.canParse(address) ? new URL(address) : undefined
    const at = { path: 'response headers' }
    if (url === undefined) return report('embed-page-https', at, { message: 'none', data: { address } })
    const isOfThisMachine = /^(localhost|127\.0\.0\.1|\[::1\]|[\w-]+\.localhost)$/.test(url.hostname)
    if (url.protocol !== 'https:' && !isOfThisMachine) report('embed-page-https', at, { data: { address: url.origin } })
  },
})
