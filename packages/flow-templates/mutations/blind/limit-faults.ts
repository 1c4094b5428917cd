import type { BlindFault } from './blind-fault.ts'
import { changed } from './definition-faults.ts'
import { definition } from './package-faults.ts'

const inner = '/properties/definition'
const top = `${inner}/actions`
const scope = `${top}/Remind_the_team/actions`
const loop = `${scope}/For_each_overdue_ticket`
const failed = `${top}/Tell_that_it_failed`
const limits = 'flow-docs limits-and-config.md'
const loopLimits = 'learn.microsoft.com/power-automate/limits-and-config'
const afterwards = { Tell_that_it_failed: ['Succeeded', 'Skipped'] }
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1)
const compose = { type: 'Compose', runAfter: {}, inputs: 'x' }

/** Conditions inside each other; the innermost holds one action. */
const nested = (depth: number): Record<string, unknown> =>
  depth === 0
    ? { Innermost: compose }
    : {
        [`Level_${depth}`]: {
          type: 'If',
          runAfter: depth === 8 ? afterwards : {},
          expression: { equals: [1, 1] },
          actions: nested(depth - 1),
          else: { actions: {} },
        },
      }

const longName = `Tell_${'the_whole_team_'.repeat(5)}x`
const longest = `${top}/${longName}`
const limit = (
  name: string,
  pointer: string,
  value: unknown,
  says: RegExp,
  at?: readonly string[],
  source = limits,
): BlindFault => changed(name, 'requirement', source, pointer, value, 'error', says, at)

/** The eighth level; what is in it is on the ninth. */
const eighth = [8, 7, 6, 5, 4, 3, 2, 1].reduce((above, level) => `${above}/Level_${level}/actions`, top)

/** The limits that are written down, each by one too many. */
export const limitFaults: readonly BlindFault[] = [
  limit(
    '501 actions',
    `${top}/Collect`,
    {
      type: 'Scope',
      runAfter: afterwards,
      actions: Object.fromEntries(numbers(501).map((number) => [`Collect_part_${number}`, compose])),
    },
    /500/,
    [top, inner, '', `${top}/Collect`, `${top}/Collect/actions`, `${top}/Collect/actions/Collect_part_488`],
  ),
  limit('nine levels', `${top}/Level_8`, (nested(8) as { Level_8: unknown }).Level_8, /8/, [
    eighth,
    `${eighth}/Innermost`,
    eighth.slice(0, -'/actions'.length),
  ]),
  limit(
    '26 cases',
    `${loop}/actions/Choose_by_priority/cases`,
    Object.fromEntries(
      numbers(26).map((number) => [`Case_${number}`, { case: `P${number}`, actions: { [`Note_${number}`]: compose } }]),
    ),
    /25/,
    [
      `${loop}/actions/Choose_by_priority/cases`,
      `${loop}/actions/Choose_by_priority`,
      `${loop}/actions/Choose_by_priority/cases/Case_26`,
    ],
  ),
  limit(
    '251 variables',
    `${top}/Start_the_summary/inputs/variables`,
    ['summary', ...numbers(249).map((number) => `part${number}`)].map((name) => ({ name, type: 'string', value: '' })),
    /250/,
    [
      top,
      inner,
      `${top}/Start_the_summary`,
      `${top}/Start_the_summary/inputs/variables`,
      `${top}/Start_the_summary/inputs/variables/249`,
    ],
  ),
  limit('an action with a name of 81 characters', longest, { type: 'Compose', runAfter: afterwards, inputs: 1 }, /80/),
  {
    ...limit('a trigger with a name of 81 characters', `${inner}/triggers`, {}, /80/),
    edits: [
      {
        entry: definition,
        pointer: `${inner}/triggers`,
        value: { [longName]: { type: 'Recurrence', recurrence: { frequency: 'Hour', interval: 1 } } },
      },
    ],
    at: [{ entry: definition, pointer: `${inner}/triggers/${longName}` }],
  },
  limit(
    'an expression of more than 8,192 characters',
    `${failed}/inputs/parameters/body~1messageBody`,
    `@concat('${'x'.repeat(8200)}', variables('summary'))`,
    /8.?192/,
  ),
  {
    ...limit('a description of 257 characters', `${failed}/description`, 'Says it. '.repeat(28).concat('12345'), /256/),
    severity: 'warning',
  },
  limit(
    'tracked properties of more than 16,000 characters',
    `${failed}/trackedProperties`,
    { ticket: 'x'.repeat(16000) },
    /16.?000/,
  ),
  limit(
    'every 30 seconds',
    `${inner}/triggers/Every_hour/recurrence`,
    { frequency: 'Second', interval: 30 },
    /60|minute/i,
    [`${inner}/triggers/Every_hour/recurrence`, `${inner}/triggers/Every_hour/recurrence/interval`],
  ),
  limit('every 501 days', `${inner}/triggers/Every_hour/recurrence`, { frequency: 'Day', interval: 501 }, /500/, [
    `${inner}/triggers/Every_hour/recurrence`,
    `${inner}/triggers/Every_hour/recurrence/interval`,
  ]),
  limit(
    'a wait of 31 days',
    `${top}/Wait_for_the_month`,
    { type: 'Wait', runAfter: afterwards, inputs: { interval: { count: 31, unit: 'Day' } } },
    /30/,
    [
      `${top}/Wait_for_the_month`,
      `${top}/Wait_for_the_month/inputs/interval`,
      `${top}/Wait_for_the_month/inputs/interval/count`,
    ],
  ),
  limit(
    'a loop that may go on for 31 days',
    `${top}/Until_all_are_answered`,
    {
      type: 'Until',
      runAfter: afterwards,
      expression: "@greater(variables('reminders'), 100)",
      limit: { count: 60, timeout: 'P31D' },
      actions: { Pause: { type: 'Wait', runAfter: {}, inputs: { interval: { count: 1, unit: 'Hour' } } } },
    },
    /30/,
    [`${top}/Until_all_are_answered/limit/timeout`, `${top}/Until_all_are_answered/limit`],
  ),
  limit(
    'a loop of 5,001 rounds',
    `${top}/Until_all_are_answered`,
    {
      type: 'Until',
      runAfter: afterwards,
      expression: "@greater(variables('reminders'), 100)",
      limit: { count: 5001, timeout: 'PT1H' },
      actions: { Pause: { type: 'Wait', runAfter: {}, inputs: { interval: { count: 1, unit: 'Hour' } } } },
    },
    /5.?000/,
    [`${top}/Until_all_are_answered/limit/count`, `${top}/Until_all_are_answered/limit`],
    loopLimits,
  ),
  limit(
    '51 rounds of a loop at once',
    `${loop}/runtimeConfiguration`,
    { concurrency: { repetitions: 51 } },
    /50/,
    [`${loop}/runtimeConfiguration/concurrency/repetitions`, `${loop}/runtimeConfiguration/concurrency`],
    loopLimits,
  ),
  limit(
    'pages of more than 100,000 items',
    `${scope}/List_overdue_tickets/runtimeConfiguration`,
    { paginationPolicy: { minimumItemCount: 100001 } },
    /100.?000/,
    [`${scope}/List_overdue_tickets/runtimeConfiguration/paginationPolicy/minimumItemCount`],
    'microsoft/powerapps-tools#170: the pagination policy exceeds the maximum',
  ),
  limit(
    '91 retries',
    `${scope}/List_overdue_tickets/inputs/retryPolicy`,
    { type: 'fixed', count: 91, interval: 'PT20S' },
    /90/,
    [`${scope}/List_overdue_tickets/inputs/retryPolicy/count`, `${scope}/List_overdue_tickets/inputs/retryPolicy`],
    loopLimits,
  ),
]
