import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { widgetType } from './widget-type.ts'

testRuleFamily(widgetType, import.meta.url, {
  passes: [
    {
      name: 'every type that is documented',
      given: {
        script: `sdk.renderWidget('flows', {})
sdk.renderWidget('flowCreation', {})
sdk.renderWidget('flowsRuntime', {})
sdk.renderWidget('approvalCenter', {})
sdk.renderWidget('templates', {})`,
      },
    },
    { name: 'a constant of the script', given: { script: 'sdk.renderWidget(WidgetTypes.flowsRuntime, {})' } },
    {
      name: 'a type that is handed in',
      given: {
        script: `function show(type) {
  sdk.renderWidget(type, {})
}`,
      },
    },
    {
      name: 'one that changes',
      given: {
        script: `let type = 'flows'
type = 'x'
sdk.renderWidget(type, {})`,
      },
    },
  ],
  fails: [
    {
      name: 'as documented',
      given: {
        script: `const type = 'runtime'
sdk.renderWidget(type, {})`,
      },
      finds: [{ rule: 'embed-widget-type', file: 'app.js', line: 1 }],
      mended: {
        script: `const type = 'flowsRuntime'
sdk.renderWidget(type, {})`,
      },
    },
    {
      name: 'a constant that does not exist',
      given: { script: 'sdk.renderWidget(WidgetTypes.runtime, {})' },
      finds: [{ rule: 'embed-widget-type', file: 'app.js', line: 1 }],
    },
    {
      name: 'a slip',
      given: { script: "sdk.renderWidget('Flows', {})" },
      finds: [{ rule: 'embed-widget-type', file: 'app.js' }],
    },
    {
      name: 'anything else',
      given: { script: "sdk.renderWidget('dashboard', {})" },
      finds: [{ rule: 'embed-widget-type', file: 'app.js' }],
    },
    {
      name: 'nothing',
      given: { script: 'sdk.renderWidget()' },
      finds: [{ rule: 'embed-widget-type', file: 'app.js' }],
    },
    {
      name: 'in the code alone',
      given: { script: "sdk.renderWidget('flowNew', {})" },
      finds: [{ rule: 'embed-widget-documented', file: 'app.js' }],
    },
  ],
})
