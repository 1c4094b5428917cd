import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { settingValues } from './setting-values.ts'

testRuleFamily(settingValues, import.meta.url, {
  passes: [
    {
      name: 'all that is right',
      given: {
        script:
          "sdk.renderWidget('flows', { container: 'flows', debugMode: false, oAuthHandler: 'oAuth', environmentId: '~default', flowsSettings: { tab: 'myFlows', createFromBlankTemplateId: undefined }, templatesSettings: { pageSize: 6, destination: 'details' } })",
      },
    },
    {
      name: 'values that come from elsewhere',
      given: {
        script:
          "sdk.renderWidget('flows', { container: 'flows', debugMode: isDebugging, environmentId: environment.id, flowsSettings: { tab: tabs[0] } })",
      },
    },
    {
      name: 'an environment the user has',
      given: {
        script:
          "sdk.renderWidget('flows', { container: 'flows', environmentId: '72F988BF-86f1-41af-91ab-2d7cd011db47' })",
        facts: { environments: ['72f988bf-86f1-41af-91ab-2d7cd011db47'] },
      },
    },
    {
      name: 'a filter of approvals',
      given: {
        script:
          "sdk.renderWidget('approvalCenter', { container: 'flows', approvalCenterSettings: { approvalsFilter: \"properties/itemlink eq 'https://a(b'\", tab: 'sentApprovals' } })",
      },
    },
  ],
  fails: [
    {
      name: 'a tab of another widget',
      given: {
        script: `sdk.renderWidget('approvalCenter', { container: 'flows', approvalCenterSettings: {
 tab: 'myFlows' } })`,
      },
      finds: [{ rule: 'embed-tab-value', file: 'app.js', line: 2 }],
    },
    {
      name: 'a template by name',
      given: {
        script: "sdk.renderWidget('flows', { container: 'flows', flowsSettings: { createFromBlankTemplateId: 5 } })",
      },
      finds: [{ rule: 'embed-template-id', file: 'app.js' }],
    },
    {
      name: 'no destination',
      given: {
        script: "sdk.renderWidget('flows', { container: 'flows', templatesSettings: { destination: 'Details' } })",
      },
      finds: [{ rule: 'embed-destination', file: 'app.js' }],
    },
    {
      name: 'half a template',
      given: { script: "sdk.renderWidget('flows', { container: 'flows', templatesSettings: { pageSize: 1.5 } })" },
      finds: [{ rule: 'embed-page-size', file: 'app.js' }],
    },
    {
      name: 'an open text',
      given: {
        script: "sdk.renderWidget('flows', { container: 'flows', flowsSettings: { flowsFilter: \"a eq 'b\" } })",
      },
      finds: [{ rule: 'embed-filter', file: 'app.js' }],
    },
    {
      name: 'a sign',
      given: {
        script: "sdk.renderWidget('flows', { container: 'flows', flowsSettings: { flowsFilter: \"a = 'b'\" } })",
      },
      finds: [{ rule: 'embed-filter', file: 'app.js' }],
    },
    {
      name: 'nothing compared',
      given: {
        script:
          "sdk.renderWidget('flows', { container: 'flows', approvalCenterSettings: { approvalsFilter: 'mine' } })",
      },
      finds: [{ rule: 'embed-filter', file: 'app.js' }],
    },
    {
      name: 'a bracket too many',
      given: { script: "sdk.renderWidget('flows', { container: 'flows', flowsSettings: { flowsFilter: 'a eq b)' } })" },
      finds: [{ rule: 'embed-filter', file: 'app.js' }],
    },
    {
      name: 'an empty filter',
      given: { script: "sdk.renderWidget('flows', { container: 'flows', flowsSettings: { flowsFilter: ' ' } })" },
      finds: [{ rule: 'embed-filter', file: 'app.js' }],
    },
    {
      name: 'an environment by name',
      given: { script: "sdk.renderWidget('flows', { container: 'flows', environmentId: 'Contoso (default)' })" },
      finds: [{ rule: 'embed-environment-id', file: 'app.js' }],
    },
    {
      name: 'an environment of somebody else',
      given: {
        script:
          "sdk.renderWidget('flows', { container: 'flows', environmentId: '72f988bf-86f1-41af-91ab-2d7cd011db47' })",
        facts: { environments: [] },
      },
      finds: [{ rule: 'embed-environment-id', file: 'app.js' }],
    },
    {
      name: 'no such handler',
      given: { script: "sdk.renderWidget('flows', { container: 'flows', oAuthHandler: 'OAuth' })" },
      finds: [{ rule: 'embed-oauth-handler', file: 'app.js' }],
    },
    {
      name: 'debug mode',
      given: {
        script: `const isOn = !0
sdk.renderWidget('flows', { container: 'flows', debugMode: true })`,
      },
      finds: [{ rule: 'embed-debug-off', file: 'app.js', line: 2 }],
      mended: {
        script: `const isOn = !0
sdk.renderWidget('flows', { container: 'flows', debugMode: false })`,
      },
    },
  ],
})
