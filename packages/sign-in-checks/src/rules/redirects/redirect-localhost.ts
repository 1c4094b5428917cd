import { defineRuleFamily } from '../../engine/rule-family.ts'
import { isLocal } from './local-address.ts'

/** Whether a registration that customers use is free of addresses for development. */
export const redirectLocalhost = defineRuleFamily({
  id: 'redirect-localhost',
  group: 'Redirect addresses',
  rules: {
    'redirect-no-localhost': {
      title: 'A registration in production has no localhost address.',
      setting: 'error',
      exceptions: [
        { profiles: ['development'], setting: 'off', because: 'localhost is where applications are developed' },
      ],
      sources: ['reply-url'],
      messages: {
        found: {
          what: '"{address}" leads to the user’s own machine.',
          why: 'Any program there can wait for the code and sign in as the user, with what your customers agreed to.',
          fix: 'Keep a registration of its own for development; check that one with the profile "development".',
        },
      },
    },
  },
  check({ subject: { registration }, report }) {
    for (const redirect of registration.redirects) {
      // Applications on devices do return to the machine they run on.
      if (redirect.platform === 'public-client' || !isLocal(redirect)) continue
      report('redirect-no-localhost', redirect.node, { data: { address: redirect.value } })
    }
  },
})
