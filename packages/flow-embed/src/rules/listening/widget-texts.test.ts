import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { widgetTexts } from './widget-texts.ts'

testRuleFamily(widgetTexts, import.meta.url, {
  passes: [
    {
      name: 'all five',
      given: {
        script: `const widget = sdk.renderWidget('flowCreation', { container: 'flows', templatesSettings: { allowCustomFlowName: true } })
widget.listen('GET_STRINGS', (request, done) => done(null, { FLOW_CREATION_CREATE_BUTTON: 'a', FLOW_CREATION_CUSTOM_FLOW_NAME: 'b', FLOW_CREATION_HEADER: 'c', INVOKE_FLOW_HEADER: 'd', INVOKE_FLOW_RUN_FLOW_BUTTON: 'e' }))`,
      },
    },
    {
      name: 'texts that come from elsewhere',
      given: {
        script: `const widget = sdk.renderWidget('flows', {})
widget.listen('GET_STRINGS', (request, done) => done(null, texts[language]))`,
      },
    },
  ],
  fails: [
    {
      name: 'a slip',
      given: {
        script: `const widget = sdk.renderWidget('flowCreation', { container: 'flows', templatesSettings: {  } })
widget.listen('GET_STRINGS', (request, done) => done(null, { FLOW_CREATION_HEADERS: 'New flow' }))`,
      },
      finds: [{ rule: 'embed-text-key', file: 'app.js', line: 2 }],
      mended: {
        script: `const widget = sdk.renderWidget('flowCreation', { container: 'flows', templatesSettings: {  } })
widget.listen('GET_STRINGS', (request, done) => done(null, { FLOW_CREATION_HEADER: 'New flow' }))`,
      },
    },
    {
      name: 'unknown',
      given: {
        script: `const widget = sdk.renderWidget('flowCreation', { container: 'flows', templatesSettings: {  } })
widget.listen('GET_STRINGS', (request, done) => done(null, { GREETING: 'Hello' }))`,
      },
      finds: [{ rule: 'embed-text-key', file: 'app.js' }],
    },
    {
      name: 'a name nobody can give',
      given: {
        script: `const widget = sdk.renderWidget('flowCreation', { container: 'flows', templatesSettings: { allowCustomFlowName: false } })
widget.listen('GET_STRINGS', (request, done) => done(null, { FLOW_CREATION_CUSTOM_FLOW_NAME: 'Name' }))`,
      },
      finds: [{ rule: 'embed-custom-flow-name', file: 'app.js', line: 2 }],
    },
  ],
})
