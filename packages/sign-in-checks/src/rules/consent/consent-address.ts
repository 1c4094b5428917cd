import { judgeConsentAddress } from '../../consent/consent-address.ts'
import { defineRuleFamily } from '../../engine/rule-family.ts'

const rule = 'consent-address'

/** Whether the address that administrators are sent to leads to a page on which they can agree. */
export const consentAddress = defineRuleFamily({
  id: 'consent-address',
  group: 'Consent',
  rules: {
    [rule]: {
      title: 'The admin consent address is whole and fits the registration.',
      setting: 'error',
      sources: ['admin-consent'],
      messages: { found: { what: '{what}', why: '{why}', fix: '{fix}' } },
    },
  },
  check({ subject: { registration, facts }, report, notChecked }) {
    if (facts.consentAddress === undefined) {
      notChecked(rule, 'No admin consent address was given.')
      return
    }
    const id = registration.member('appId')
    const faults = judgeConsentAddress(facts.consentAddress, {
      clientId: id === undefined ? undefined : String(id.value),
      redirectUris: registration.redirects.map(({ value }) => value),
    })
    for (const { part, what, why, fix } of faults) {
      const at = part === 'redirect' ? (registration.redirectLists[0] ?? registration.root) : (id ?? registration.root)
      report(rule, at, { data: { what, why, fix } })
    }
  },
})
