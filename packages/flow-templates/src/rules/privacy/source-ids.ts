import { defineRuleFamily } from '../../checks/rule-family.ts'
import { mendLeak, reportLeaks } from './leak-reports.ts'

const sources = ['publish-template', 'public-packages']
const deviation = 'Ours: such ids were found in published packages, and import does not need them.'
const deployed = {
  profiles: ['deployment' as const],
  setting: 'info' as const,
  because: 'the package goes to a known customer',
}

/** Whether ids of the environment it was built in are left in the package. */
export const sourceIds = defineRuleFamily({
  id: 'source-ids',
  group: 'Privacy',
  rules: {
    'flow-no-tenant-id': {
      title: 'No id of a tenant is left in the package.',
      setting: 'error',
      exceptions: [deployed],
      sources,
      deviation,
      mend: 'proposed',
      messages: {
        found: {
          what: 'The id of a tenant is left here: {found}.',
          why: 'It tells whose tenant the flow was built in, and is wrong in every other one.',
          fix: 'Take it from the user’s own environment; "sevenstep flow scrub" puts an empty id there.',
        },
        environment: {
          what: 'The name of a default environment is left here: {found}.',
          why: 'It holds the id of the tenant the flow was built in, and exists in no other one.',
          fix: 'Take the environment from workflow() or from the user; "sevenstep flow scrub" puts an empty id there.',
        },
        address: {
          what: 'An address to sign in at names a tenant: {found}.',
          why: 'Users of other tenants cannot sign in there.',
          fix: 'Use "organizations", or a parameter; "sevenstep flow scrub" puts an empty id there.',
        },
      },
    },
    'flow-no-source-ids': {
      title: 'No id of the export or its environment is left in the package.',
      setting: 'warning',
      exceptions: [
        deployed,
        { editions: ['2018-02'], setting: 'off', because: 'the portal took the flow itself, not a package' },
      ],
      sources,
      deviation,
      mend: 'automatic',
      messages: {
        found: {
          what: '"{key}" tells where the package comes from.',
          why: 'It is an id of your environment or of this export, and import does not need it.',
          fix: 'Empty it, as "sevenstep flow scrub" does.',
        },
      },
    },
    'flow-no-picked-file': {
      title: 'Nothing is left of the files that were picked for a step.',
      setting: 'warning',
      exceptions: [deployed],
      sources: ['public-packages'],
      deviation: 'Ours: such paths were found in published packages, with names of people in them.',
      mend: 'automatic',
      messages: {
        found: {
          what: 'The path of a file that was picked is left here: {found}.',
          why: 'The designer keeps it to show it again; it tells what you keep in your drive, and import does not need it.',
          fix: 'Remove it, as "sevenstep flow scrub" does.',
        },
      },
    },
    'solution-no-current-values': {
      title: 'No current value of an environment variable is packaged.',
      setting: 'warning',
      sources: ['environment-variables'],
      messages: {
        found: {
          what: 'The current value of the environment variable "{variable}" is packaged.',
          why: 'It is your environment’s, and overwrites the customer’s without asking.',
          fix: 'Remove the value from the solution before you export it, or run "sevenstep flow scrub".',
        },
      },
    },
  },
  check(context) {
    reportLeaks(
      ['flow-no-tenant-id', 'flow-no-source-ids', 'flow-no-picked-file', 'solution-no-current-values'],
      context,
    )
  },
  mends: {
    'flow-no-tenant-id': mendLeak('flow-no-tenant-id'),
    'flow-no-source-ids': mendLeak('flow-no-source-ids'),
    'flow-no-picked-file': mendLeak('flow-no-picked-file'),
  },
})
