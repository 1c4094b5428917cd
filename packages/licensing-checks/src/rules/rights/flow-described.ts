import { noteLacking } from '../../engine/lacking.ts'
import { listed } from '../../engine/places-of.ts'
import { defineRuleFamily } from '../../engine/rule-family.ts'
import { knownTierOf } from '../../entitlement/connector-tiers.ts'
import { flowNeed } from '../../entitlement/flow-need.ts'

const rulesOfFlows = [
  'licence-connector-tier-known',
  'licence-trigger-known',
  'licence-context-recorded',
  'licence-request-estimate',
  'licence-five-minute-limit',
] as const

/** Whether each flow is described well enough to say which licence it asks for. */
export const flowDescribed = defineRuleFamily({
  id: 'flow-described',
  group: 'Coverage',
  rules: {
    'licence-connector-tier-known': {
      title: 'The tier of each connector is known.',
      setting: 'warning',
      severityByMessage: { assumed: 'info' },
      sources: ['licence-types'],
      messages: {
        found: {
          what: 'Whether {connector} in "{flow}" is a standard, premium or custom connector is not said.',
          why: 'Premium and custom connectors ask for a licence that Office 365 does not bring.',
          fix: 'Give its "tier". A connector of your own is custom until it is certified, and premium from then on unless Microsoft says otherwise.',
        },
        assumed: {
          what: 'That {connectors} in "{flow}" {are} is what our table says; nobody has looked it up.',
          why: 'Microsoft moves connectors between tiers, and no page of Microsoft’s that could be read lists them. What only holds if they are standard stays a question.',
          fix: 'Look it up in Microsoft’s list of connectors and give the "tier", without a "confidence" of "low".',
        },
        differs: {
          what: '{connector} in "{flow}" is called standard, and as far as we know it is {known}.',
          why: 'With a premium or custom connector many licences do not suffice that look as if they did.',
          fix: 'Look it up in Microsoft’s list of connectors; correct the "tier", or suppress this where Microsoft has moved the connector.',
        },
      },
    },
    'licence-trigger-known': {
      title: 'The trigger of each flow is known.',
      setting: 'warning',
      sources: ['licensing-questions'],
      messages: {
        found: {
          what: 'How "{flow}" begins is not said.',
          why: 'For automated and scheduled flows the owner’s licence counts, for instant ones that of whoever runs them.',
          fix: 'Give its "trigger": automated, scheduled, instant, http-request or child.',
        },
      },
    },
    'licence-context-recorded': {
      title:
        'For flows beyond standard connectors it is recorded whether they belong to a Power App or to Dynamics 365.',
      setting: 'info',
      sources: ['seeded-licences'],
      messages: {
        found: {
          what: 'Whether "{flow}" belongs to a Power App or to Dynamics 365 is not said.',
          why: 'Licences of these products cover such flows in their context only; without it every answer about them stays open.',
          fix: 'Give its "context": "none", or an object with powerApp, dynamics or teams set to true.',
        },
      },
    },
    'licence-request-estimate': {
      title: 'The requests of each flow in 24 hours are estimated.',
      setting: 'info',
      sources: ['request-limits'],
      messages: {
        found: {
          what: 'How many requests "{flow}" makes in 24 hours is not estimated.',
          why: 'A licence covers a number of requests; beyond it flows are slowed down.',
          fix: 'Give "requestsPerDay": the runs of a busy day times the actions of a run.',
        },
      },
    },
    'licence-five-minute-limit': {
      title: 'No flow does more than 100,000 actions in five minutes.',
      setting: 'error',
      sources: ['request-limits'],
      messages: {
        found: {
          what: '"{flow}" is estimated to do {actions} actions in five minutes.',
          why: 'More than 100,000 are for nobody, whatever is bought.',
          fix: 'Spread the work: fewer items in a run, longer pauses, or several flows one after the other.',
        },
      },
    },
  },
  check(context) {
    const { report, notChecked } = context
    const { flows } = context.subject
    noteLacking(context, rulesOfFlows, 'flows')
    if (flows.some(({ actionsPerFiveMinutes }) => actionsPerFiveMinutes === undefined)) {
      const lacking = 'It is not said of every flow how much it does in five minutes.'
      const handIn = 'Give "actionsPerFiveMinutes" of each flow, as estimated for its busiest time.'
      notChecked('licence-five-minute-limit', lacking, handIn)
    }
    for (const flow of flows) {
      const data = { flow: flow.name }
      for (const { id, tier, at } of flow.connectors) {
        const known = knownTierOf(id)
        if (tier === 'unknown') report('licence-connector-tier-known', at, { data: { ...data, connector: id } })
        else if (tier === 'standard' && known !== 'unknown' && known !== 'standard')
          report('licence-connector-tier-known', at, { message: 'differs', data: { ...data, connector: id, known } })
      }
      const assumed = flow.connectors.filter(({ tier, isTierAssumed }) => tier === 'standard' && isTierAssumed)
      const [first] = assumed
      if (first !== undefined) {
        const are = assumed.length === 1 ? 'is a standard connector' : 'are standard connectors'
        const connectors = listed(assumed.map(({ id }) => id))
        report('licence-connector-tier-known', first.at, { message: 'assumed', data: { ...data, connectors, are } })
      }
      if (flow.trigger === 'unknown') report('licence-trigger-known', flow.at, { data })
      const need = flowNeed(flow)
      if (
        need.tier !== 'standard' &&
        flow.context === undefined &&
        !flow.isPayAsYouGo &&
        flow.hasProcessLicence !== true
      )
        report('licence-context-recorded', flow.at, { data })
      if (flow.requestsPerDay === undefined) report('licence-request-estimate', flow.at, { data })
      if (need.isOverFiveMinutes)
        report('licence-five-minute-limit', flow.at, { data: { ...data, actions: flow.actionsPerFiveMinutes ?? 0 } })
    }
  },
})
