import { type LicenceNeed, licenceNeedOf } from '../../checks/licence-need.ts'
import { defineRuleFamily } from '../../checks/rule-family.ts'
import { connectorTiersSeen } from '../../data/connector-tiers.ts'

/** What licence the customer needs for the flow. */
export const licenceTier = defineRuleFamily({
  id: 'licence-tier',
  group: 'Connectors',
  rules: {
    'flow-licence-tier': {
      title: 'The licence the flow takes is known, and is the one every customer has.',
      setting: 'info',
      sources: ['licences', 'overview'],
      confidence: 'low',
      deviation: `Which connector is of which tier was collected by us on ${connectorTiersSeen}; no page that could be read lists them.`,
      messages: {
        found: {
          what: 'The flow takes a premium licence of {whose}, because of {names}.',
          why: 'Licences that come with Office 365 do not cover it; unlicensed, it is switched off after some weeks.',
          fix: 'Say so in the template’s description, and see to the licences (step 6).',
        },
        likely: {
          what: 'The flow probably takes a premium licence of {whose}, because of {names}.',
          why: 'Licences that come with Office 365 would not cover it; unlicensed, it is switched off after some weeks.',
          fix: 'Look the connector’s tier up on its page. If it is premium, say so in the description, and see to the licences (step 6).',
        },
        unknown: {
          what: 'What licence the flow takes is not known: the tier of {names} is in no table of ours.',
          why: 'If it is premium, licences that come with Office 365 do not cover the flow.',
          fix: 'Look the tier up on the connector’s page, and hand it in as a fact.',
        },
      },
    },
  },
  check({ subject, report }) {
    for (const placed of subject.flows) {
      const need = licenceNeedOf(placed, subject.facts)
      const [first, ...others] = need.because
      if (first === undefined) continue
      const names = [...new Set(need.because.map(({ name }) => name))].join(', ')
      const whose = need.whose === 'owner' ? 'its owner' : 'each person who runs it'
      const related = others.slice(0, 10).map(({ node, name }) => ({ at: node, note: `${name} too` }))
      report('flow-licence-tier', first.node, { message: messageOf(need), data: { names, whose }, related })
    }
  },
})

function messageOf({ tier, confidence }: LicenceNeed): string {
  if (tier === 'unknown') return 'unknown'
  return confidence === 'high' ? 'found' : 'likely'
}
