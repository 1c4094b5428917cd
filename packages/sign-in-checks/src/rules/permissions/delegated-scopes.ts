import { scopeById } from '../../data/permissions.ts'
import { defineRuleFamily } from '../../engine/rule-family.ts'
import { knownPermissions } from './requested-permissions.ts'

/** Whether the Power Automate service is asked for as the user, which is the only way it knows. */
export const delegatedScopes = defineRuleFamily({
  id: 'delegated-scopes',
  group: 'Permissions',
  rules: {
    'flow-scopes-delegated': {
      title: 'Permissions of the Power Automate service are delegated ones.',
      setting: 'error',
      sources: ['public-code', 'embed'],
      mend: 'proposed',
      mendByMessage: { unknown: 'none' },
      messages: {
        found: {
          what: '{scope} of {api} is asked for as an application permission.',
          why: 'The service has delegated permissions only; it refuses tokens without a user, and so do the widgets.',
          fix: 'Write "Scope" as its type.',
        },
        unknown: {
          what: 'An application permission ({id}) of {api} is asked for.',
          why: 'The service has delegated permissions only; it refuses tokens without a user, and so do the widgets.',
          fix: 'Remove it, and ask for the delegated permissions that your widgets need.',
        },
      },
    },
  },
  check({ subject: { registration }, report }) {
    for (const { api, permission } of knownPermissions(registration)) {
      if (api.isDelegatedOnly !== true || permission.type !== 'Role') continue
      const scope = scopeById(api, permission.id)?.value
      const at = permission.node.member('type') ?? permission.node
      report('flow-scopes-delegated', at, {
        ...(scope === undefined && { message: 'unknown' }),
        data: { scope: scope ?? '', api: api.name, id: permission.id },
      })
    }
  },
  mends: {
    'flow-scopes-delegated': ({ node, edit }) => {
      if (node !== undefined) edit.set(node, 'Scope')
    },
  },
})
