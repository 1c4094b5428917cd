import { defineRuleFamily } from '../../checks/rule-family.ts'
import { mailsIn } from '../../scrub/text-leaks.ts'
import { mendLeak, reportLeaks } from './leak-reports.ts'

const sources = ['publish-template', 'public-packages']
const deployed = {
  profiles: ['deployment' as const],
  setting: 'warning' as const,
  because: 'the package goes to a known customer',
}
const form = {
  editions: ['2018-02' as const],
  setting: 'warning' as const,
  because: 'the package stayed in the portal, but its texts were shown',
}

/** Whether the package tells who built the flow and where. */
export const personalData = defineRuleFamily({
  id: 'personal-data',
  group: 'Privacy',
  rules: {
    'flow-no-mail-address': {
      title: 'No mail address of a person is left in the package.',
      setting: 'error',
      exceptions: [deployed, form],
      sources,
      deviation: 'That personal data must not be published is law in most places; the place is ours.',
      mend: 'proposed',
      mendByMessage: { name: 'none' },
      messages: {
        found: {
          what: 'A mail address is left here: {found}.',
          why: 'The package is handed to others, and everybody’s copy of the flow would write to that person.',
          fix: 'Let the user choose the value when setting up the flow (a context parameter); "sevenstep flow scrub" puts someone@example.com there.',
        },
        connection: {
          what: 'The connection is named after an account: {found}.',
          why: 'Everybody who imports the package reads it.',
          fix: 'Name it after its connector, as "sevenstep flow scrub" does.',
        },
        name: {
          what: 'A mail address is left in the name of a step: {found}.',
          why: 'Everybody who gets the flow reads it. Scrubbing leaves names alone, because expressions refer to them.',
          fix: 'Rename the step in the designer, which changes the references to it too.',
        },
      },
    },
    'flow-no-creator': {
      title: 'The definition does not tell who created the flow.',
      setting: 'error',
      exceptions: [deployed, form],
      sources,
      deviation: 'That personal data must not be published is law in most places; the place is ours.',
      mend: 'automatic',
      messages: {
        found: {
          what: 'The creator of the flow is left here.',
          why: 'It holds the ids of a person and of their tenant, and import does not need it.',
          fix: 'Remove it, as "sevenstep flow scrub" does.',
        },
      },
    },
    'flow-no-site-address': {
      title: 'No address of a site or environment of one tenant is left in the package.',
      setting: 'error',
      exceptions: [deployed, form],
      sources,
      deviation: 'The page asks for flows that work for others; that addresses must not be shown is ours.',
      mend: 'proposed',
      messages: {
        found: {
          what: 'The address of a tenant’s own site is left here: {found}.',
          why: 'It tells readers where you keep your files, and nobody else can use it.',
          fix: 'Let the user choose the value when setting up the flow (a context parameter); "sevenstep flow scrub" puts example.sharepoint.com there.',
        },
      },
    },
  },
  check(context) {
    reportLeaks(['flow-no-mail-address', 'flow-no-creator', 'flow-no-site-address'], context)
    for (const { triggers, actions } of context.subject.flows) {
      for (const node of [...triggers, ...actions.map((action) => action.node)]) {
        const found = mailsIn(node.key ?? '')?.join(', ')
        if (found === undefined) continue
        context.report('flow-no-mail-address', node, { onKey: true, message: 'name', data: { found } })
      }
    }
  },
  mends: {
    'flow-no-mail-address': mendLeak('flow-no-mail-address'),
    'flow-no-creator': mendLeak('flow-no-creator'),
    'flow-no-site-address': mendLeak('flow-no-site-address'),
  },
})
