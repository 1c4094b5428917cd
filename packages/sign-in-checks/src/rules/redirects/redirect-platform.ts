import { widgetCapabilities } from '../../data/capabilities.ts'
import { defineRuleFamily } from '../../engine/rule-family.ts'

/** Whether applications in browsers are registered as such. */
export const redirectPlatform = defineRuleFamily({
  id: 'redirect-platform',
  group: 'Redirect addresses',
  rules: {
    'redirect-spa-platform': {
      title: 'An application that runs in the browser has SPA addresses.',
      setting: 'warning',
      exceptions: [{ editions: ['2018-02'], setting: 'off', because: 'the platform did not exist yet' }],
      sources: ['reply-url', 'embed'],
      messages: {
        found: {
          what: 'Widgets are embedded, but the registration has Web addresses alone and nothing to prove itself with.',
          why: 'Without a secret or certificate a Web address cannot redeem a code, and without the SPA type the browser may not.',
          fix: 'Register the address of the page as a SPA address, or add a certificate when a server gets the tokens.',
        },
      },
    },
  },
  check({ subject: { registration, capabilities }, report, notChecked }) {
    if (capabilities === undefined) {
      notChecked('redirect-spa-platform', 'Nobody said what the application does (no capabilities were named).')
      return
    }
    const { redirects, credentials } = registration
    const isInBrowser = [...capabilities].some((id) => widgetCapabilities.has(id)) && credentials.length === 0
    const web = redirects.find(({ platform }) => platform === 'web')
    if (!isInBrowser || web === undefined || redirects.some(({ platform }) => platform === 'spa')) return
    report('redirect-spa-platform', web.node)
  },
})
