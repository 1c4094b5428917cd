import { flowService } from '../../data/permissions.ts'
import { defineRuleFamily } from '../../engine/rule-family.ts'

/** Whether the customer's tenant knows the application and the services it calls. */
export const servicePrincipals = defineRuleFamily({
  id: 'service-principals',
  group: 'Consent',
  rules: {
    'service-principals-present': {
      title: 'The application and the services it asks for exist in the customer’s tenant.',
      setting: 'error',
      sources: ['embed', 'admin-consent'],
      messages: {
        found: {
          what: 'The application does not exist in the customer’s tenant.',
          why: 'Nobody has agreed to it there yet, so sign-ins that may not ask for consent end with AADSTS700016.',
          fix: 'Send an administrator of the tenant to the consent address.',
        },
        flow: {
          what: 'The Power Automate service does not exist in the customer’s tenant.',
          why: 'It comes into being when somebody of the tenant opens Power Automate; until then no consent to it can be given.',
          fix: 'Let one person of the tenant sign in at make.powerautomate.com, then try again.',
        },
        other: {
          what: 'The API {appId} does not exist in the customer’s tenant.',
          why: 'Consent to its scopes cannot be given there (AADSTS650052).',
          fix: 'Check that the tenant has a subscription to the service.',
        },
      },
    },
  },
  check({ subject: { registration, facts }, report, notChecked }) {
    if (facts.servicePrincipals === undefined) {
      notChecked('service-principals-present', 'Nothing was looked up in a tenant.')
      return
    }
    const present = new Set(facts.servicePrincipals.map((id) => id.toLowerCase()))
    const own = registration.member('appId')
    if (own !== undefined && !present.has(String(own.value).toLowerCase())) report('service-principals-present', own)
    for (const { node, appId } of registration.apis) {
      if (present.has(appId)) continue
      const message = appId === flowService.appId ? 'flow' : 'other'
      report('service-principals-present', node, { message, data: { appId } })
    }
  },
})
