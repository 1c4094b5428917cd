import { defineRuleFamily } from '../../engine/rule-family.ts'
import type { RedirectAddress } from '../../registration/app-registration.ts'
import { isLocal } from './local-address.ts'

/** Whether local addresses differ in more than their port. */
export const redirectLocalhostPorts = defineRuleFamily({
  id: 'redirect-localhost-ports',
  group: 'Redirect addresses',
  rules: {
    'redirect-no-port-only-twins': {
      title: 'No two localhost addresses differ in their port alone.',
      setting: 'warning',
      sources: ['reply-url'],
      messages: {
        found: {
          what: '"{address}" differs from "{other}" in its port alone.',
          why: 'The port of localhost is not compared, so which of the two a sign-in comes back to is a matter of chance.',
          fix: 'Give each its own path, or register one of them.',
        },
      },
    },
  },
  check({ subject: { registration }, report }) {
    const first = new Map<string, RedirectAddress>()
    for (const redirect of registration.redirects) {
      if (!isLocal(redirect)) continue
      const key = withoutPort(redirect)
      const other = first.get(key)
      if (other === undefined) first.set(key, redirect)
      else if (other.url?.port !== redirect.url?.port) {
        report('redirect-no-port-only-twins', redirect.node, {
          data: { address: redirect.value, other: other.value },
          related: [{ at: other.node, note: 'The other one.' }],
        })
      }
    }
  },
})

function withoutPort({ url, platform }: RedirectAddress): string {
  return `${platform} ${url?.protocol} ${url?.hostname} ${url?.pathname}${url?.search}`
}
