import { defineRuleFamily } from '../../engine/rule-family.ts'
import { admitsPersonalAccounts } from '../../registration/app-registration.ts'

const mostAddresses = 256
const mostWithPersonalAccounts = 100

/** Whether there are not too many addresses. */
export const redirectCount = defineRuleFamily({
  id: 'redirect-count',
  group: 'Redirect addresses',
  rules: {
    'redirect-max-count': {
      title: 'There are at most 256 redirect addresses, 100 where personal accounts may sign in.',
      setting: 'error',
      sources: ['reply-url'],
      messages: {
        found: {
          what: 'The registration has {count} redirect addresses; {most} are allowed for its audience.',
          why: 'The directory refuses to save more.',
          fix: 'Return to one address and go on from there by the state parameter, or remove what nobody uses.',
        },
      },
    },
  },
  check({ subject: { registration }, report }) {
    const most = admitsPersonalAccounts(registration) ? mostWithPersonalAccounts : mostAddresses
    const count = registration.redirects.length
    const firstTooMany = registration.redirects[most]
    if (firstTooMany !== undefined) report('redirect-max-count', firstTooMany.node, { data: { count, most } })
  },
})
