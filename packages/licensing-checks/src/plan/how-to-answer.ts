import type { EntitlementRuleId } from '../entitlement/entitlement-rules.ts'

const peopleFromGraph =
  'For people whose licences are not known for certain, hand in GET https://graph.microsoft.com/v1.0/users?$select=userPrincipalName,userType,accountEnabled,usageLocation,assignedLicenses of Microsoft Graph: it names products by their id, and the plans that are switched off.'

/** What answers a question, by the rule that asks it; rules with the same answer share it. */
const answers: Partial<Readonly<Record<EntitlementRuleId, string>>> = {
  'licence-by-name': peopleFromGraph,
  'plan-state-unknown': peopleFromGraph,
  'person-not-listed': peopleFromGraph,
  'tier-unknown': 'Look connectors of unknown tier up in Microsoft’s list and write "tier" into the list of flows.',
  'tier-assumed':
    'Look the connectors that are assumed to be standard up in Microsoft’s list, and write "tier" into the list of flows without a "confidence" of "low".',
  'trigger-unknown': 'Write into the list of flows how each begins ("trigger").',
  'context-unknown':
    'Write into the list of flows what each belongs to ("context"): a Power App, Dynamics 365, or none.',
  'process-unseen':
    'Look in the admin centre to which flows Process licences are allocated, and write "processLicence" into the list of flows.',
  'app-pass-unseen': 'Look in the Power Platform admin centre for which app each pass is.',
  'plan-pending': 'Wait until the plans are provisioned, or ask the administrator what they wait for.',
  'guest-elsewhere': 'Ask guests’ own organisations what they hold.',
  'request-limit-unsure': 'Measure the requests of the flows that are near their limit, or ask Microsoft what counts.',
  'class-unsettled': 'Look up in Microsoft’s licensing guide what the products give that no public source settles.',
  'plan-of-2018': 'Ask Microsoft, or whoever sold them, what plans of 2018 still give.',
  'application-standard': 'Ask Microsoft whether the pool of the tenant carries flows that an application owns.',
}

/** Rules whose questions no published page answers; the answer to any other can be looked up or handed in. */
const unsettled: ReadonlySet<string> = new Set<EntitlementRuleId>([
  'class-unsettled',
  'plan-of-2018',
  'application-standard',
  'request-limit-unsure',
])

/** Whether no public source answers the question that a rule asks, so that a person has to settle it. */
export function isUnsettled(rule: string): boolean {
  return unsettled.has(rule)
}

/** How the questions of these rules are answered, a sentence to each answer. */
export function howToAnswer(rules: ReadonlySet<EntitlementRuleId>): readonly string[] {
  return [...new Set([...rules].flatMap((rule) => answers[rule] ?? []))]
}
