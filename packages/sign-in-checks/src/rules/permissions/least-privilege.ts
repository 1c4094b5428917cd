import { type Capability, type CapabilityId, capabilityOf } from '../../data/capabilities.ts'
import type { ApiKey } from '../../data/permissions.ts'
import { defineRuleFamily } from '../../engine/rule-family.ts'
import { noCapabilities } from './needed-scopes.ts'
import { knownPermissions } from './requested-permissions.ts'

/** What signing in itself takes: never too much. */
const signIn: ReadonlySet<string> = new Set(['openid', 'profile', 'email', 'offline_access', 'User.Read'])

/** Whether nothing is asked for that no feature uses. */
export const leastPrivilege = defineRuleFamily({
  id: 'least-privilege',
  group: 'Permissions',
  rules: {
    'scopes-least-privilege': {
      title: 'Every scope asked for is used by something the application does.',
      setting: 'warning',
      sources: ['isv-overview', 'public-code'],
      deviation: 'Which scopes a feature needs is partly inferred; see the capabilities’ confidence.',
      mend: 'proposed',
      messages: {
        found: {
          what: '{scope} of {api} is asked for, and nothing of what the application does ({does}) needs it.',
          why: 'Administrators refuse what they cannot explain, and a stolen token can do more than it has to.',
          fix: 'Remove the permission, or name the capability that uses it.',
        },
      },
    },
  },
  check({ subject: { registration, capabilities }, report, notChecked }) {
    if (capabilities === undefined) {
      notChecked('scopes-least-privilege', noCapabilities)
      return
    }
    for (const { api, permission, scope } of knownPermissions(registration)) {
      if (scope === undefined || (api.key === 'graph' && signIn.has(scope.value))) continue
      if (isUsed(capabilities, api.key, scope.value)) continue
      const does = [...capabilities].join(', ') || 'nothing was named'
      report('scopes-least-privilege', permission.node, { data: { scope: scope.value, api: api.name, does } })
    }
  },
  mends: {
    'scopes-least-privilege': ({ node, edit }) => {
      if (node !== undefined) edit.remove(node)
    },
  },
})

function isUsed(capabilities: ReadonlySet<CapabilityId>, api: ApiKey, value: string): boolean {
  const uses = ({ needs, mayUse }: Capability) =>
    [...needs, ...mayUse].some((need) => need.api === api && need.scopes.includes(value))
  return [...capabilities].some((id) => {
    const capability = capabilityOf(id)
    return capability !== undefined && uses(capability)
  })
}
