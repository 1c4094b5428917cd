import { defineRuleFamily } from '../../engine/rule-family.ts'
import type { RedirectAddress } from '../../registration/app-registration.ts'

const consentHost = /^[a-z0-9-]+\.consent\.azure-apim\.net$/

/** Whether a connector's connections can come back from their sign-in. */
export const connectorRedirect = defineRuleFamily({
  id: 'connector-redirect',
  group: 'Redirect addresses',
  rules: {
    'connector-redirect-registered': {
      title: 'The client of a connector registers the connectors’ consent address.',
      setting: 'error',
      sources: ['connector-entra'],
      confidence: 'low',
      messages: {
        found: {
          what: 'The registration is a connector’s client, but has no address of the connectors’ consent server.',
          why: 'Creating a connection ends with AADSTS50011: the reply address does not match.',
          fix: 'Add https://global.consent.azure-apim.net/redirect, or the address with the connector’s name that its security page shows, as a Web address.',
        },
        platform: {
          what: '"{address}" is not registered for the platform Web.',
          why: 'The consent server redeems the code with a secret, which only Web addresses may.',
          fix: 'Move the address to the platform Web.',
        },
      },
    },
    'connector-redirect-current': {
      title: 'The consent address is today’s, not that of the seeds.',
      setting: 'warning',
      exceptions: [{ editions: ['2018-02'], setting: 'off', because: 'the address was the one of that time' }],
      sources: ['connector-entra'],
      confidence: 'low',
      messages: {
        found: {
          what: '"{address}" is the consent address that connectors used years ago.',
          why: 'Connectors made today come back to another address; this one alone would not do.',
          fix: 'Add the address that the connector’s security page shows, and remove this one when nothing uses it.',
        },
      },
    },
  },
  check({ subject: { registration, capabilities }, report, notChecked }) {
    const addresses = registration.redirects.filter(isConsentAddress)
    for (const { node, value: address, url } of addresses) {
      if (url?.hostname.startsWith('msmanaged-')) report('connector-redirect-current', node, { data: { address } })
    }
    if (capabilities === undefined) {
      notChecked('connector-redirect-registered', 'Nobody said what the application does (no capabilities were named).')
      return
    }
    if (!capabilities.has('connector-client')) return
    const [first] = addresses
    if (first === undefined) {
      report('connector-redirect-registered', registration.redirectLists[0] ?? registration.root)
    } else if (addresses.every(({ platform }) => platform !== 'web')) {
      report('connector-redirect-registered', first.node, { message: 'platform', data: { address: first.value } })
    }
  },
})

function isConsentAddress({ url }: RedirectAddress): boolean {
  return url !== undefined && consentHost.test(url.hostname) && /^\/redirect(\/|$)/.test(url.pathname)
}
