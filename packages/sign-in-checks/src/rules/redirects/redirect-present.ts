import { defineRuleFamily } from '../../engine/rule-family.ts'

/** Whether users can come back after signing in. */
export const redirectPresent = defineRuleFamily({
  id: 'redirect-present',
  group: 'Redirect addresses',
  rules: {
    'redirect-present': {
      title: 'There is at least one redirect address.',
      setting: 'error',
      sources: ['reply-url'],
      messages: {
        found: {
          what: 'The registration has no redirect address.',
          why: 'Every sign-in in a browser ends with AADSTS500113: no reply address is registered.',
          fix: 'Add the https address of the page that ends your sign-in, as a SPA address where a browser holds the token.',
        },
      },
    },
  },
  check({ subject: { registration, capabilities }, report }) {
    if (registration.redirects.length > 0) return
    // A code on another device, and a gallery without sign-in, come back to no address.
    const isNeedless =
      capabilities !== undefined &&
      capabilities.size > 0 &&
      [...capabilities].every((id) => id === 'device-code' || id === 'embed-gallery')
    if (!isNeedless) report('redirect-present', registration.redirectLists[0] ?? registration.root)
  },
})
