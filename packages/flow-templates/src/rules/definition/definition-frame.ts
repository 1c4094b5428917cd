import { defineRuleFamily } from '../../checks/rule-family.ts'

/** Whether there is a definition as the service runs it, with what starts it. */
export const definitionFrame = defineRuleFamily({
  id: 'definition-frame',
  group: 'Definition',
  rules: {
    'flow-definition-present': {
      title: 'The flow has a definition with actions.',
      setting: 'error',
      sources: ['workflow-language'],
      messages: {
        found: {
          what: 'The flow "{flow}" has no definition.',
          why: 'There is nothing to run.',
          fix: 'Export the flow again.',
        },
        empty: {
          what: 'The flow "{flow}" has no action.',
          why: 'The service refuses a flow that does nothing.',
          fix: 'Add an action, or leave the flow out of the package.',
        },
      },
    },
    'flow-definition-schema': {
      title: 'The definition follows the schema of 2016-06-01.',
      setting: 'error',
      sources: ['workflow-language', 'public-packages'],
      messages: {
        missing: {
          what: 'The definition names no schema.',
          why: 'The service cannot tell how to read it.',
          fix: 'Name "{schema}" in "$schema".',
        },
        found: {
          what: 'The definition follows another schema: "{found}".',
          why: 'Flows run on the one of 2016-06-01; another one may be read differently.',
          fix: 'Name "{schema}" in "$schema".',
        },
      },
    },
    'flow-one-trigger': {
      title: 'The flow has one trigger.',
      setting: 'error',
      sources: ['workflow-language', 'limits'],
      messages: {
        none: {
          what: 'The flow "{flow}" has no trigger.',
          why: 'Nothing ever starts it.',
          fix: 'Add the trigger in the designer and export again.',
        },
        several: {
          what: 'The trigger "{name}" is one too many: the flow has {count}.',
          why: 'The designer shows flows with one trigger only, and import refuses others.',
          fix: 'Make a flow for each trigger; let them share a child flow.',
        },
      },
    },
  },
  check({ subject, report }) {
    for (const { flow, definition, triggers, actions } of subject.flows) {
      const data = { flow: flow.displayName || flow.id }
      const root = flow.file.json.root
      if (definition === undefined || root === undefined) {
        if (root !== undefined) report('flow-definition-present', root, { data })
        continue
      }
      if (actions.length === 0) {
        report('flow-definition-present', definition.member('actions') ?? definition, { message: 'empty', data })
      }
      const schema = definition.member('$schema')
      const written = String(schema?.value ?? '')
      if (schema === undefined)
        report('flow-definition-schema', definition, { message: 'missing', data: { schema: schemaName } })
      else if (!isSchema(written)) {
        report('flow-definition-schema', schema, { data: { found: written, schema: schemaName } })
      }
      if (triggers.length === 0) {
        report('flow-one-trigger', definition.member('triggers') ?? definition, { message: 'none', data })
      }
      for (const trigger of triggers.slice(1)) {
        const facts = { name: trigger.key ?? '', count: triggers.length }
        report('flow-one-trigger', trigger, { message: 'several', data: facts })
      }
    }
  },
})

const schemaName =
  'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#'

function isSchema(written: string): boolean {
  return written.toLowerCase().replace(/#$/, '') === schemaName.toLowerCase().replace(/#$/, '')
}
