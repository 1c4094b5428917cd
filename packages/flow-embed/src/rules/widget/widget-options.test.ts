import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { widgetOptions } from './widget-options.ts'

testRuleFamily(widgetOptions, import.meta.url, {
  passes: [
    {
      name: 'what is documented and what only code knows',
      given: {
        script:
          "sdk.renderWidget('flows', { container: 'flows', environmentId: 'x', enableRegionalPortal: true, flowsSettings: { tab: 'myFlows', isMini: true }, templatesSettings: { pageSize: 6, allowCustomFlowName: true }, widgetStyleSettings: { anything: 1 } })",
      },
    },
    {
      name: 'settings that come from elsewhere',
      given: { script: "sdk.renderWidget('flows', { container: 'flows', flowsSettings: given })" },
    },
    {
      name: 'our wrapper',
      given: {
        script: `import { openFlowWidgets } from '@sevenstep/flow-embed'
const widgets = await openFlowWidgets({})
widgets.render('flows', { container: 'flows', texts: {}, title: 'Flows', flowsSettings: {} })`,
        html: '<p>',
      },
    },
  ],
  fails: [
    {
      name: 'two slips of the documentation',
      given: {
        script: `sdk.renderWidget('approvalCenter', { approvalSettings: {} })
sdk.renderWidget('flows', { container: 'flows', templateSettings: {} })`,
      },
      finds: [
        { rule: 'embed-option-key', file: 'app.js', line: 1 },
        { rule: 'embed-option-key', file: 'app.js', line: 2 },
      ],
    },
    {
      name: 'a slip, mended',
      given: { script: "sdk.renderWidget('flows', { container: 'flows', templateSettings: {} })" },
      finds: [{ rule: 'embed-option-key', file: 'app.js', line: 1 }],
      mended: { script: "sdk.renderWidget('flows', { container: 'flows', templatesSettings: {} })" },
    },
    {
      name: 'a short form that cannot be renamed',
      given: {
        script: `const templateSettings = {}
sdk.renderWidget('flows', { container: 'flows', templateSettings })`,
      },
      finds: [{ rule: 'embed-option-key', file: 'app.js', line: 2 }],
      mended: {
        script: `const templateSettings = {}
sdk.renderWidget('flows', { container: 'flows', templateSettings })`,
      },
    },
    {
      name: 'a key nobody knows',
      given: { script: "sdk.renderWidget('flows', { container: 'flows', theme: 'dark' })" },
      finds: [
        { rule: 'embed-option-key', file: 'app.js', line: 1, what: '"theme" is no option of widgets that is known.' },
      ],
    },
    {
      name: 'near a known one',
      given: { script: "sdk.renderWidget('flows', { container: 'flows', environmentID: 'x' })" },
      finds: [{ rule: 'embed-option-key', file: 'app.js' }],
    },
    {
      name: 'in a shared object',
      given: {
        script: `const settings = {
  pagesize: 6,
}
sdk.renderWidget('flows', { container: 'flows', templatesSettings: settings })`,
      },
      finds: [{ rule: 'embed-setting-key', file: 'app.js', line: 2 }],
    },
    {
      name: 'a setting of another group',
      given: { script: "sdk.renderWidget('flows', { container: 'flows', flowsSettings: { pageSize: 6 } })" },
      finds: [
        {
          rule: 'embed-setting-key',
          file: 'app.js',
          line: 1,
          what: '"pageSize" is no setting of flowsSettings; it belongs to templatesSettings.',
        },
      ],
    },
    {
      name: 'a setting nobody knows',
      given: { script: "sdk.renderWidget('flows', { container: 'flows', flowsSettings: { colour: 1 } })" },
      finds: [{ rule: 'embed-setting-key', file: 'app.js' }],
    },
    {
      name: 'another widget’s group',
      given: { script: "sdk.renderWidget('templates', { container: 'flows', flowsSettings: {} })" },
      finds: [{ rule: 'embed-setting-group', file: 'app.js' }],
    },
    {
      name: 'a setting of another group that the widget does not look at either',
      given: { script: "sdk.renderWidget('approvalCenter', { approvalCenterSettings: { pageSize: 6 } })" },
      finds: [
        {
          rule: 'embed-setting-key',
          file: 'app.js',
          what: '"pageSize" is no setting of approvalCenterSettings that is known.',
        },
      ],
    },
    {
      name: 'a group under a slip of its name, for a widget under one of the documentation',
      given: { script: "sdk.renderWidget('runtime', { templateSettings: { pagesize: 6 } })" },
      finds: [
        { rule: 'embed-option-key', file: 'app.js' },
        { rule: 'embed-setting-key', file: 'app.js' },
        { rule: 'embed-setting-group', file: 'app.js' },
      ],
    },
  ],
})
