import { wholeOf } from '../../engine/places-of.ts'
import { defineRuleFamily } from '../../engine/rule-family.ts'

/** Whether the partner may buy for the customer. */
export const partnerStanding = defineRuleFamily({
  id: 'partner-standing',
  group: 'Buying',
  rules: {
    'licence-partner-relationship': {
      title: 'The customer accepted the relationship with the partner.',
      setting: 'error',
      sources: ['partner-center'],
      messages: {
        found: {
          what: 'The customer has not accepted the relationship with the partner.',
          why: 'Without it Partner Center knows no such customer, and nothing can be ordered.',
          fix: 'Send the customer’s administrator the invitation that Partner Center makes, and wait for the answer.',
        },
      },
    },
    'licence-customer-agreement': {
      title: 'The customer accepted Microsoft’s customer agreement.',
      setting: 'error',
      sources: ['partner-center'],
      messages: {
        found: {
          what: 'No acceptance of Microsoft’s customer agreement is recorded for the customer.',
          why: 'Orders are refused until it is.',
          fix: 'Have the customer accept it, and record who accepted it on which day in Partner Center.',
        },
      },
    },
  },
  check({ subject, report, notChecked }) {
    const { partner } = subject.facts
    const whole = wholeOf(subject)
    const unsaid = 'Nobody said how the partner stands with the customer.'
    const handIn = 'Hand in how the partner stands as facts: "partner" with "hasRelationship" and "hasAgreement".'
    if (partner?.hasRelationship === undefined) notChecked('licence-partner-relationship', unsaid, handIn)
    else if (!partner.hasRelationship) report('licence-partner-relationship', whole)
    if (partner?.hasAgreement === undefined) notChecked('licence-customer-agreement', unsaid, handIn)
    else if (!partner.hasAgreement) report('licence-customer-agreement', whole)
  },
})
