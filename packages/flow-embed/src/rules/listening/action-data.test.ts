import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { actionData } from './action-data.ts'

const rule = 'embed-action-data'
const notify = (...args: readonly string[]) => ({
  script: `const widget = sdk.renderWidget('flowCreation', { container: 'flows' })
widget.listen('WIDGET_READY', () => {
  widget.notify(${args.join(', ')})
})`,
})

testRuleFamily(actionData, import.meta.url, {
  passes: [
    { name: 'with what it needs', given: notify("'createFlowFromTemplate'", "{ templateName: 'a' }") },
    { name: 'in the letters of the code', given: notify("'triggerflow'", '{ flowName: name, implicitData: {} }') },
    { name: 'an action that needs nothing', given: notify("'closeWidget'") },
    { name: 'data that is not followed', given: notify("'triggerFlow'", 'dataOf(row)') },
    { name: 'data with a part that is not followed', given: notify("'triggerFlow'", '{ ...row }') },
    {
      name: 'a definition as a text',
      given: notify("'createFlowFromTemplateDefinition'", '{ templateDefinition: JSON.stringify(definition) }'),
    },
  ],
  fails: [
    {
      name: 'with nothing',
      given: notify("'createFlowFromTemplate'"),
      finds: [{ rule, file: 'app.js', line: 3, what: '"createFlowFromTemplate" is called without "templateName".' }],
    },
    {
      name: 'with something else',
      given: notify("'getTriggerSchema'", "{ name: 'a' }"),
      finds: [{ rule, line: 3, what: '"getTriggerSchema" is called without "flowName".' }],
    },
    {
      name: 'under another name',
      given: notify("'triggerFlowByTemplate'", "{ templateName: 'a', implicitData: {} }"),
      finds: [
        {
          rule,
          line: 3,
          what: '"triggerFlowByTemplate" is called with "templateName", where it takes "templateId".',
        },
      ],
    },
    {
      name: 'a definition as it is',
      given: notify("'createFlowFromTemplateDefinition'", '{ templateDefinition: { actions: {} } }'),
      finds: [{ rule, line: 3 }],
    },
  ],
})
