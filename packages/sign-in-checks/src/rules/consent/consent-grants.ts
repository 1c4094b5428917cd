import { defineRuleFamily } from '../../engine/rule-family.ts'
import { knownPermissions } from '../permissions/requested-permissions.ts'

/** Whether what the application asks for has been granted in the customer's tenant. */
export const consentGrants = defineRuleFamily({
  id: 'consent-grants',
  group: 'Consent',
  rules: {
    'consent-covers-scopes': {
      title: 'The consent that is recorded covers every scope asked for.',
      setting: 'error',
      severityByMessage: { some: 'warning' },
      sources: ['admin-consent'],
      messages: {
        found: {
          what: 'Nobody in the customer’s tenant has agreed to {scope} of {api}.',
          why: 'Calls that need it end with AADSTS65001, and a widget shows an error.',
          fix: 'Send an administrator to the consent address, or let users agree when they sign in.',
        },
        some: {
          what: 'Only single users have agreed to {scope} of {api}.',
          why: 'Everybody else is asked at the first sign-in, or refused where users may not agree.',
          fix: 'Send an administrator to the consent address, who agrees for everybody.',
        },
      },
    },
  },
  check({
    subject: {
      registration,
      facts: { grants },
    },
    report,
    notChecked,
  }) {
    if (grants === undefined) {
      notChecked('consent-covers-scopes', 'Nothing was looked up in a tenant.')
      return
    }
    for (const { api, permission, scope } of knownPermissions(registration)) {
      if (scope === undefined) continue
      const covering = grants.filter(
        ({ resourceAppId, scopes }) => resourceAppId.toLowerCase() === api.appId && scopes.includes(scope.value),
      )
      if (covering.some(({ isForAll }) => isForAll)) continue
      const message = covering.length > 0 ? 'some' : 'found'
      report('consent-covers-scopes', permission.node, { message, data: { scope: scope.value, api: api.name } })
    }
  },
})
