import { defineRuleFamily } from '../../engine/rule-family.ts'
import type { RedirectAddress } from '../../registration/app-registration.ts'
import { isLocal } from './local-address.ts'

/** Whether codes and tokens reach users over protected connections only. */
export const redirectScheme = defineRuleFamily({
  id: 'redirect-scheme',
  group: 'Redirect addresses',
  rules: {
    'redirect-absolute': {
      title: 'Redirect addresses are whole addresses.',
      setting: 'error',
      sources: ['reply-url'],
      messages: {
        found: {
          what: '"{address}" is no whole address.',
          why: 'A redirect address has to be compared character by character with the one a sign-in names.',
          fix: 'Write it with its scheme and host, such as https://app.example/signed-in.',
        },
      },
    },
    'redirect-https': {
      title: 'Redirect addresses use https, except localhost.',
      setting: 'error',
      sources: ['reply-url'],
      mend: 'proposed',
      mendByMessage: { scheme: 'none' },
      messages: {
        found: {
          what: '"{address}" uses http.',
          why: 'Whoever listens on the way can take the code or token; the portal refuses such an address.',
          fix: 'Use https, and let the server redirect http to it.',
        },
        scheme: {
          what: '"{address}" uses the scheme {scheme}, which only applications on devices may.',
          why: 'Addresses of the platforms Web and SPA have to be https.',
          fix: 'Move it to the platform for mobile and desktop applications, or replace it by an https address.',
        },
      },
    },
    'redirect-no-ipv6-loopback': {
      title: 'No redirect address is the IPv6 loopback.',
      setting: 'error',
      sources: ['reply-url'],
      messages: {
        found: {
          what: '"{address}" names the IPv6 loopback [::1].',
          why: 'It is not supported as a redirect address.',
          fix: 'Use http://localhost, or http://127.0.0.1 through the manifest.',
        },
      },
    },
  },
  check({ subject: { registration }, report }) {
    for (const redirect of registration.redirects) {
      const { node, value: address, url, platform } = redirect
      if (url === undefined) report('redirect-absolute', node, { data: { address } })
      else if (url.hostname === '[::1]') report('redirect-no-ipv6-loopback', node, { data: { address } })
      else if (url.protocol === 'http:' && !isLocal(redirect)) report('redirect-https', node, { data: { address } })
      else if (platform !== 'public-client' && !isWeb(redirect)) {
        report('redirect-https', node, { message: 'scheme', data: { address, scheme: url.protocol } })
      }
    }
  },
  mends: {
    'redirect-https': ({ node, data, edit }) => {
      if (node !== undefined) edit.set(node, String(data.address).replace(/^http:/i, 'https:'))
    },
  },
})

function isWeb({ url }: RedirectAddress): boolean {
  return url?.protocol === 'https:' || url?.protocol === 'http:'
}
