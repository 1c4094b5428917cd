import { defineRuleFamily } from '../../engine/rule-family.ts'

const forbidden = /[!$'(),;]/

/** Whether addresses keep to the characters that are supported. */
export const redirectCharacters = defineRuleFamily({
  id: 'redirect-characters',
  group: 'Redirect addresses',
  rules: {
    'redirect-supported-characters': {
      title: 'Redirect addresses have none of the characters that are not supported.',
      setting: 'warning',
      sources: ['reply-url'],
      messages: {
        found: {
          what: '"{address}" holds {character}, which is not supported in redirect addresses.',
          why: 'Sign-ins that return there fail, because the address is not compared as it is written.',
          fix: "Choose an address without any of ! $ ' ( ) , ; in it.",
        },
      },
    },
  },
  check({ subject: { registration }, report }) {
    for (const { node, value: address } of registration.redirects) {
      const character = forbidden.exec(address)?.[0]
      if (character !== undefined) report('redirect-supported-characters', node, { data: { address, character } })
    }
  },
})
