import { defineRuleFamily } from '../../engine/rule-family.ts'
import { admitsPersonalAccounts } from '../../registration/app-registration.ts'

/** Whether addresses have no query where none is allowed. */
export const redirectQuery = defineRuleFamily({
  id: 'redirect-query',
  group: 'Redirect addresses',
  rules: {
    'redirect-no-query': {
      title: 'Redirect addresses have no query where personal accounts may sign in.',
      setting: 'warning',
      sources: ['reply-url'],
      messages: {
        found: {
          what: '"{address}" has a query, and personal accounts may sign in.',
          why: 'Queries are not allowed for this audience, so sign-ins do not come back to this address.',
          fix: 'Leave the query out, and carry what it says in the state parameter.',
        },
      },
    },
  },
  check({ subject: { registration }, report }) {
    if (!admitsPersonalAccounts(registration)) return
    for (const { node, value: address, url } of registration.redirects) {
      if ((url?.search ?? '') !== '') report('redirect-no-query', node, { data: { address } })
    }
  },
})
