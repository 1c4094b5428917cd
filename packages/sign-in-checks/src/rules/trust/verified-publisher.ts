import { defineRuleFamily } from '../../engine/rule-family.ts'
import { isMultiTenant } from '../../registration/app-registration.ts'

/** Whether users of other directories may agree by themselves. */
export const verifiedPublisher = defineRuleFamily({
  id: 'verified-publisher',
  group: 'Trust',
  rules: {
    'publisher-verified': {
      title: 'The publisher is verified.',
      setting: 'warning',
      exceptions: [
        { editions: ['2018-02'], setting: 'off', because: 'verification did not exist yet' },
        { profiles: ['development'], setting: 'off', because: 'customers do not see it' },
      ],
      sources: ['publisher-verification'],
      messages: {
        found: {
          what: 'The publisher of this registration is not verified.',
          why: 'Users of other directories cannot agree to more than their basic profile by themselves, so not to scopes of Power Automate either.',
          fix: 'Tie the registration to your verified partner account (Branding & properties, then Publisher verification).',
        },
      },
    },
  },
  check({ subject: { registration, facts }, report, notChecked }) {
    if (!isMultiTenant(registration)) return
    const node = registration.root.member('verifiedPublisher')
    const known = facts.verifiedPublisher
    if (known === undefined && node === undefined) {
      notChecked(
        'publisher-verified',
        'This format does not say whether the publisher is verified, and nothing was looked up.',
      )
      return
    }
    const isVerified = known === undefined ? (node?.text('displayName') ?? '') !== '' : known !== null
    if (!isVerified) report('publisher-verified', node ?? registration.member('publisherDomain') ?? registration.root)
  },
})
