import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { partnerStanding } from './partner-standing.ts'

testRuleFamily(partnerStanding, import.meta.url, {
  passes: [
    { name: 'nobody said', given: { list: {} } },
    { name: 'both', given: { list: {}, facts: { partner: { hasRelationship: true, hasAgreement: true } } } },
  ],
  fails: [
    {
      name: 'neither',
      given: { list: {}, facts: { partner: { hasRelationship: false, hasAgreement: false } } },
      finds: [
        { rule: 'licence-partner-relationship', at: '' },
        { rule: 'licence-customer-agreement', at: '' },
      ],
    },
  ],
})
