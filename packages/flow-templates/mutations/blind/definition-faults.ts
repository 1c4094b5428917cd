import type { BlindFault } from './blind-fault.ts'
import { definition } from './package-faults.ts'

const inner = '/properties/definition'
const top = `${inner}/actions`
const scope = `${top}/Remind_the_team/actions`
const loop = `${scope}/For_each_overdue_ticket`
const failed = `${top}/Tell_that_it_failed`
const errors = 'learn.microsoft.com/power-automate/error-reference: InvalidTemplate'
const language = 'Workflow Definition Language: what the service refuses when a flow is saved'

/** A value of the definition that becomes another; the finding belongs there unless places are given. */
export const changed = (
  name: string,
  from: BlindFault['from'],
  source: string,
  pointer: string,
  value: unknown,
  severity: BlindFault['severity'],
  says: RegExp,
  at: readonly string[] = [pointer],
): BlindFault => ({
  name,
  from,
  source,
  ground: 'overdue-tickets',
  edits: [{ entry: definition, pointer, value }],
  at: at.map((place) => ({ entry: definition, pointer: place })),
  severity,
  says,
})

/** An action that is added last at the top. */
export const last = (action: Record<string, unknown>) => ({
  runAfter: { Tell_that_it_failed: ['Succeeded', 'Skipped'] },
  ...action,
})

const added = `${top}/Compare_the_weeks`

/** What the service refuses when the flow is saved or imported. */
export const definitionFaults: readonly BlindFault[] = [
  changed(
    'the schema of 2015',
    'requirement',
    language,
    `${inner}/$schema`,
    'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2015-08-01-preview/workflowdefinition.json#',
    'error',
    /schema/i,
  ),
  changed(
    'a second trigger',
    'requirement',
    'Power Automate: a flow has exactly one trigger',
    `${inner}/triggers/When_a_ticket_is_made`,
    { type: 'Request', kind: 'Button', inputs: { schema: { type: 'object', properties: {}, required: [] } } },
    'error',
    /trigger/i,
    [`${inner}/triggers`, `${inner}/triggers/When_a_ticket_is_made`],
  ),
  changed(
    'no trigger',
    'requirement',
    'Power Automate: a flow has exactly one trigger',
    `${inner}/triggers`,
    {},
    'error',
    /trigger/i,
  ),
  changed(
    'an action runs after one that does not exist',
    'rejection',
    errors,
    `${failed}/runAfter`,
    { Remind_the_teams: ['Failed', 'TimedOut'] },
    'error',
    /Remind_the_teams/,
    [`${failed}/runAfter/Remind_the_teams`],
  ),
  changed(
    'an action runs after one of another scope',
    'rejection',
    errors,
    `${failed}/runAfter`,
    { List_overdue_tickets: ['Failed'] },
    'error',
    /List_overdue_tickets/,
    [`${failed}/runAfter/List_overdue_tickets`],
  ),
  changed(
    'an action runs after “Cancelled”',
    'requirement',
    language,
    `${failed}/runAfter/Remind_the_team/1`,
    'Cancelled',
    'error',
    /Cancelled/,
  ),
  changed(
    'two actions wait for each other',
    'rejection',
    errors,
    `${top}/Start_counting_reminders/runAfter`,
    { Start_the_summary: ['Succeeded'] },
    'error',
    /cycle|circle|each other|round|waits/i,
    [
      `${top}/Start_counting_reminders/runAfter/Start_the_summary`,
      `${top}/Start_the_summary/runAfter/Start_counting_reminders`,
      `${top}/Start_counting_reminders`,
      `${top}/Start_the_summary`,
      `${top}/Start_counting_reminders/runAfter`,
      `${top}/Start_the_summary/runAfter`,
    ],
  ),
  changed(
    'two cases of a switch with the same value',
    'requirement',
    language,
    `${loop}/actions/Choose_by_priority/cases/Normal/case`,
    'Urgent',
    'warning',
    /Urgent|twice|same/i,
  ),
  changed(
    'an answer without a request',
    'requirement',
    'Logic Apps: Response needs a Request trigger',
    added,
    last({ type: 'Response', kind: 'Http', inputs: { statusCode: 200, body: 'done' } }),
    'error',
    /Request|trigger|response/i,
    [added, `${added}/type`],
  ),
  changed(
    'a connection is used that is not referenced',
    'rejection',
    'rejected imports: a connection that the package does not hold',
    `${scope}/List_overdue_tickets/inputs/host/connectionName`,
    'shared_sharepointonline_1',
    'error',
    /shared_sharepointonline_1/,
  ),
  changed(
    'a connection of another connector is used',
    'rejection',
    'rejected imports: operations of one connector over the connection of another',
    `${scope}/List_overdue_tickets/inputs/host/connectionName`,
    'shared_teams',
    'error',
    /shared_teams|connector/,
    [
      `${scope}/List_overdue_tickets/inputs/host/connectionName`,
      `${scope}/List_overdue_tickets/inputs/host/apiId`,
      `${scope}/List_overdue_tickets/inputs/host`,
    ],
  ),
  changed(
    'a scheduled flow that runs with the connection of whoever runs it',
    'requirement',
    'legacy packages: source is Embedded or Invoker; nobody invokes a schedule',
    '/properties/connectionReferences/shared_teams/source',
    'Invoker',
    'warning',
    /Invoker/i,
  ),
  changed(
    'a source of a connection that does not exist',
    'requirement',
    'legacy packages: source is Embedded or Invoker',
    '/properties/connectionReferences/shared_teams/source',
    'Owner',
    'warning',
    /Owner|Embedded|Invoker/,
  ),
  {
    name: 'nothing happens when the flow fails',
    from: 'rejection',
    source: 'learn.microsoft.com/power-automate/guidance/coding-guidelines/error-handling',
    ground: 'overdue-tickets',
    edits: [{ entry: definition, pointer: failed, removed: true }],
    at: [
      { entry: definition, pointer: top },
      { entry: definition, pointer: inner },
      { entry: definition, pointer: `${top}/Remind_the_team` },
      { entry: definition },
    ],
    severity: 'info',
    says: /fail|error/i,
  },
  changed(
    'an action keeps the name that the designer gave it',
    'requirement',
    'learn.microsoft.com/power-automate/guidance/coding-guidelines/use-consistent-naming-conventions',
    `${top}/Compose_2`,
    last({ type: 'Compose', inputs: "@variables('summary')" }),
    'info',
    /Compose_2|name/,
  ),
]
