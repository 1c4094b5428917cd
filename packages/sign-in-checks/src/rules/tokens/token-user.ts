import { apiOf } from '../../data/permissions.ts'
import { defineTokenFamily, tokenPlace } from '../../token/token-subject.ts'

/** Whether a person stands behind the token where the API asks for one. */
export const tokenUser = defineTokenFamily({
  id: 'token-user',
  group: 'Tokens',
  rules: {
    'token-for-user': {
      title: 'A user stands behind the token.',
      setting: 'error',
      severityByMessage: { other: 'warning' },
      sources: ['access-tokens', 'public-code'],
      messages: {
        found: {
          what: 'The token is the application’s own: no user signed in for it.',
          why: '{api} takes delegated tokens only; it answers ClientScopeAuthorizationFailed, and no widget works.',
          fix: 'Let the user sign in, with a code and PKCE or a device code; for deploying without users, use Dataverse.',
        },
        other: {
          what: 'The token is the application’s own: no user signed in for it.',
          why: '{api} takes such tokens only where an administrator has let the application in.',
          fix: 'Make the application known there (as an application user or a management application), or let a user sign in.',
        },
      },
    },
  },
  check({ subject: { token, expected }, report }) {
    if (!token.ok || expected.api === 'sign-in') return
    const { kind, scopes, roleCount } = token.claims
    const isApplications = kind === 'app' || (kind === undefined && scopes === undefined && roleCount > 0)
    if (!isApplications) return
    const { name, isDelegatedOnly } = apiOf(expected.api)
    const data = { api: name }
    report('token-for-user', tokenPlace, isDelegatedOnly === true ? { data } : { message: 'other', data })
  },
})
