import { defineRuleFamily } from '../../engine/rule-family.ts'

const mostCharacters = 256

/** Whether addresses are short enough to be saved. */
export const redirectLength = defineRuleFamily({
  id: 'redirect-length',
  group: 'Redirect addresses',
  rules: {
    'redirect-max-length': {
      title: 'Redirect addresses have at most 256 characters.',
      setting: 'error',
      sources: ['reply-url'],
      messages: {
        found: {
          what: 'The redirect address has {count} characters; {most} are allowed.',
          why: 'The directory refuses to save it.',
          fix: 'Shorten the path, and carry what differs from user to user in the state parameter.',
        },
      },
    },
  },
  check({ subject: { registration }, report }) {
    for (const { node, value } of registration.redirects) {
      if (value.length <= mostCharacters) continue
      report('redirect-max-length', node, { data: { count: value.length, most: mostCharacters } })
    }
  },
})
