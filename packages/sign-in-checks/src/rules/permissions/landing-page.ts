import { type CapabilityId, capabilityOf } from '../../data/capabilities.ts'
import { apiById, scopeById } from '../../data/permissions.ts'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { noCapabilities } from './needed-scopes.ts'

/** Whether buyers of an AppSource offer get in without help. */
export const landingPage = defineRuleFamily({
  id: 'landing-page',
  group: 'Permissions',
  rules: {
    'landing-page-personal-accounts': {
      title: 'A landing page lets personal accounts in.',
      setting: 'error',
      sources: ['landing-page'],
      messages: {
        found: {
          what: 'The landing page’s registration does not let personal accounts in.',
          why: 'Some buyers have only such an account, and cannot activate what they bought.',
          fix: 'Set signInAudience to AzureADandPersonalMicrosoftAccount, in a registration of the landing page’s own.',
        },
      },
    },
    'landing-page-no-admin-consent': {
      title: 'A landing page asks for nothing that an administrator has to grant.',
      setting: 'error',
      severityByMessage: { unknown: 'warning' },
      sources: ['landing-page', 'graph-permissions'],
      messages: {
        found: {
          what: 'The landing page asks for {permission}, which only an administrator can grant.',
          why: 'The buyer stands before a page that says to call the administrator, and the activation ends there.',
          fix: 'Ask for User.Read of Microsoft Graph alone; ask for the rest in another registration, once it is needed.',
        },
        unknown: {
          what: 'The landing page asks for {permission}; whether users may grant it themselves is not known.',
          why: 'If they may not, the activation ends at a page that says to call the administrator.',
          fix: 'Look it up in the portal ("admin consent required"), or leave it out of this registration.',
        },
      },
    },
    'landing-page-apart': {
      title: 'A landing page has a registration of its own.',
      setting: 'warning',
      sources: ['landing-page', 'embed'],
      deviation: 'The advice is ours: the two sources ask for what does not go together.',
      messages: {
        found: {
          what: 'The landing page and {others} share one registration.',
          why: 'A landing page has to admit personal accounts and ask for next to nothing; Power Automate wants work accounts and wide scopes.',
          fix: 'Register the landing page by itself, or ask for the other scopes step by step, when a feature first needs them.',
        },
      },
    },
  },
  check(context) {
    const { registration, capabilities } = context.subject
    if (capabilities === undefined) {
      for (const rule of Object.keys(landingPage.rules)) context.notChecked(rule, noCapabilities)
      return
    }
    if (!capabilities.has('landing-page')) return
    const { audience, root } = registration
    const at = registration.field('audience') ?? root
    if (audience !== 'AzureADandPersonalMicrosoftAccount') context.report('landing-page-personal-accounts', at)
    reportPermissions(context)
    const others = [...capabilities].filter(needsMore).map((id) => capabilityOf(id)?.title ?? id)
    const [first] = others
    if (first === undefined) return
    const more = others.length > 1 ? ` and ${others.length - 1} more` : ''
    context.report('landing-page-apart', at, { data: { others: `"${first}"${more}` } })
  },
})

function needsMore(id: CapabilityId): boolean {
  return id !== 'landing-page' && id !== 'read-profile' && (capabilityOf(id)?.needs.length ?? 0) > 0
}

function reportPermissions({ subject: { registration }, report }: CheckContext): void {
  for (const { appId, permissions } of registration.apis) {
    const api = apiById(appId)
    for (const { node, id, type } of permissions) {
      const scope = api === undefined ? undefined : scopeById(api, id)
      const permission = `${scope?.value ?? id} of ${api?.name ?? appId}`
      const consent = type === 'Role' ? 'admin' : (scope?.consent ?? 'unknown')
      if (consent === 'user') continue
      const message = consent === 'admin' ? 'found' : 'unknown'
      report('landing-page-no-admin-consent', node, { message, data: { permission } })
    }
  }
}
