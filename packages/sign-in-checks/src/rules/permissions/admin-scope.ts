import { defineRuleFamily } from '../../engine/rule-family.ts'
import { knownPermissions } from './requested-permissions.ts'

/** Whether somebody knows that an administrator has to agree. */
export const adminScope = defineRuleFamily({
  id: 'admin-scope',
  group: 'Permissions',
  rules: {
    'admin-consent-expected': {
      title: 'Permissions that only an administrator can grant are asked for on purpose.',
      setting: 'warning',
      severityByMessage: { other: 'info', role: 'info' },
      sources: ['admin-consent', 'public-code', 'graph-permissions'],
      messages: {
        found: {
          what: '{scope} of {api} can be granted by an administrator only.',
          why: 'Users see a page that sends them to their administrator, and many give up there.',
          fix: 'Ask for the scopes of single features instead, or send administrators to the consent address first.',
        },
        other: {
          what: '{scope} of {api} can be granted by an administrator only.',
          why: 'Users see a page that sends them to their administrator, and many give up there.',
          fix: 'Ask for it when the feature is first used, or send administrators to the consent address first.',
        },
        role: {
          what: 'The application permission {id} of {api} can be granted by an administrator only.',
          why: 'Nobody signs in for it, so a person of each customer has to agree beforehand.',
          fix: 'Send administrators to the consent address, or use a delegated permission.',
        },
      },
    },
  },
  check({ subject: { registration }, report }) {
    for (const { api, permission, scope } of knownPermissions(registration)) {
      const { node, type, id } = permission
      if (type === 'Role' && api.isDelegatedOnly !== true) {
        report('admin-consent-expected', node, { message: 'role', data: { api: api.name, id } })
      } else if (scope?.consent === 'admin') {
        const message = api.key === 'flow' ? 'found' : 'other'
        report('admin-consent-expected', node, { message, data: { api: api.name, scope: scope.value } })
      }
    }
  },
})
