import { defineTokenFamily, tokenPlace } from '../../token/token-subject.ts'

/** Whether the token lets its bearer do what is wanted. */
export const tokenScopes = defineTokenFamily({
  id: 'token-scopes',
  group: 'Tokens',
  rules: {
    'token-scopes': {
      title: 'The token holds the scopes that are needed.',
      setting: 'error',
      sources: ['access-tokens', 'embed'],
      messages: {
        found: {
          what: 'The token lacks {missing}; it holds {held}.',
          why: 'The API refuses the calls that need it, and a widget shows an error.',
          fix: 'Name the scope when you ask for the token, and have consent to it.',
        },
      },
    },
  },
  check({ subject: { token, expected }, report }) {
    if (!token.ok || expected.api === 'sign-in') return
    const { scopes } = token.claims
    const missing = expected.scopes.filter((scope) => scopes?.includes(scope) !== true)
    if (missing.length === 0) return
    const held = scopes === undefined || scopes.length === 0 ? 'no scopes' : scopes.join(', ')
    report('token-scopes', tokenPlace, { data: { missing: missing.join(' and '), held } })
  },
})
