import type { SourceKey } from '../data/sources.ts'

/** How an answer about an entitlement is known. */
export interface EntitlementRule {
  /** One sentence that ends the reason; `{licence}` stands for the licence that decided. */
  readonly says: string
  readonly sources: readonly SourceKey[]
  /** `low`: known at second hand, or our inference. */
  readonly confidence?: 'low'
}

/** Whether a rule is documented: one that is not gives "ask", never "covered". */
export function isSure(rule: EntitlementRuleId): boolean {
  const { confidence }: EntitlementRule = entitlementRules[rule]
  return confidence !== 'low'
}

/**
 * Every rule by which an answer is given. Where several apply, the better answer wins; among equal ones the first of
 * this list, so that the same question always gets the same reason.
 */
export const entitlementRules = {
  'payg-environment': {
    says: 'The flow runs in a pay-as-you-go environment, which bills each run instead of asking for a licence.',
    sources: ['licence-types'],
  },
  'process-licence': {
    says: 'A Process or per-flow licence is allocated to the flow, which covers whoever runs it.',
    sources: ['licence-types'],
  },
  'premium-covers': { says: '{licence} covers standard, premium and custom connectors.', sources: ['licence-types'] },
  'standard-covered': { says: '{licence} covers standard connectors.', sources: ['licence-types', 'seeded-licences'] },
  'seed-needs-nothing-more': {
    says: '{licence} was all that Office 365 and Dynamics 365 customers needed in 2018, provided they sign in with the account that holds it.',
    sources: ['developer-introduction'],
  },
  'plan-of-2018': {
    says: '{licence} is one of the two plans that gave everybody else the right in 2018.',
    sources: ['licensing-questions'],
    confidence: 'low',
  },
  'in-context-dynamics': {
    says: 'The flow belongs to Dynamics 365 or Dataverse, and {licence} covers flows in that context.',
    sources: ['seeded-licences'],
  },
  'in-context-app': {
    says: 'The flow belongs to a Power App, and {licence} covers flows in that context.',
    sources: ['seeded-licences'],
  },
  'in-context-teams': {
    says: 'The flow uses Dataverse for Teams only, which {licence} covers.',
    sources: ['seeded-licences'],
  },
  'trial-covers': { says: '{licence} covers it while the trial lasts.', sources: ['licence-types'] },
  'application-standard': {
    says: 'The flow belongs to an application and has standard connectors only, so that the tenant’s pool of requests should carry it.',
    sources: ['request-limits'],
    confidence: 'low',
  },
  'request-limit-unsure': {
    says: 'The estimate is above what {licence} gives alone, and below what counts in the transition period or with several licences.',
    sources: ['request-limits'],
  },
  'tier-unknown': {
    says: 'Nobody said whether a connector of the flow is standard, premium or custom; {licence} covers standard ones only.',
    sources: ['licence-types'],
  },
  'tier-assumed': {
    says: '{licence} covers standard connectors only, and that all connectors of the flow are standard is what our table says, not what somebody looked up.',
    sources: ['licence-types'],
    confidence: 'low',
  },
  'trigger-unknown': {
    says: 'Nobody said how the flow begins: either its owner’s licence counts or that of whoever runs it, and for one of them there is a gap.',
    sources: ['licensing-questions'],
  },
  'context-unknown': {
    says: '{licence} covers the flow only in the context of its product, and nobody said whether the flow belongs to it.',
    sources: ['seeded-licences'],
  },
  'app-pass-unseen': {
    says: '{licence} is a pass for one app, and a list of licences does not say for which.',
    sources: ['seeded-licences'],
  },
  'plan-pending': {
    says: 'The plan of {licence} is not provisioned yet, or waits for somebody.',
    sources: ['graph-licences'],
  },
  'plan-state-unknown': {
    says: 'The list does not say whether the Power Automate plan of {licence} is switched on.',
    sources: ['graph-licences'],
  },
  'licence-by-name': {
    says: 'This is probably {licence}, which the list names without its id; whether its plans are switched on it does not say.',
    sources: ['sku-table'],
  },
  'class-unsettled': {
    says: '{licence} brings Power Automate, but no source that could be read says for which flows.',
    sources: ['sku-table'],
    confidence: 'low',
  },
  'process-unseen': {
    says: 'The tenant holds Process or per-flow licences, and nobody said whether one is allocated to this flow.',
    sources: ['licence-types'],
  },
  'guest-elsewhere': {
    says: 'The account is a guest, whose licence may be held in the home tenant.',
    sources: ['licensing-questions'],
  },
  'person-not-listed': {
    says: 'The list of licences does not have this account.',
    sources: ['graph-licences'],
  },
  'plan-off': {
    says: 'The Power Automate plan of {licence} is switched off for this account.',
    sources: ['graph-licences'],
  },
  'trial-not-counted': {
    says: '{licence} is a trial and is not counted for work in production.',
    sources: ['licence-types'],
  },
  'out-of-context': {
    says: '{licence} covers such flows in the context of its product only, and this one is not part of it.',
    sources: ['seeded-licences'],
  },
  'five-minute-limit': {
    says: 'More than 100,000 actions in five minutes are for nobody, whatever is bought.',
    sources: ['request-limits'],
  },
  'request-limit': {
    says: 'The estimate is above the requests in 24 hours that the licences give.',
    sources: ['request-limits'],
  },
  'free-not-shared': { says: 'Flows of {licence} cannot be shared.', sources: ['licence-types'] },
  'desktop-flow': {
    says: 'Desktop flows ask for a licence of their own: Premium where a person is present, Process where nobody is.',
    sources: ['licence-types'],
  },
  'application-premium': {
    says: 'The flow belongs to an application and has premium or custom connectors, which asks for a Process licence.',
    sources: ['licensing-questions'],
  },
  'standard-only': {
    says: '{licence} covers standard connectors only.',
    sources: ['seeded-licences', 'licence-types'],
  },
  'no-licence': {
    says: 'The account holds no licence that brings Power Automate.',
    sources: ['developer-introduction', 'licence-types'],
  },
} as const satisfies Readonly<Record<string, EntitlementRule>>

/** A key of {@link entitlementRules}. */
export type EntitlementRuleId = keyof typeof entitlementRules

const order = new Map(Object.keys(entitlementRules).map((id, at) => [id, at]))

/** Where a rule stands in the list: the smaller number speaks. */
export function rankOf(rule: EntitlementRuleId): number {
  return order.get(rule) ?? order.size
}
