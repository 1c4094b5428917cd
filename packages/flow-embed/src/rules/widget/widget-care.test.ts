import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { widgetCare } from './widget-care.ts'

testRuleFamily(widgetCare, import.meta.url, {
  passes: [
    {
      name: 'all there',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows', iframeTitle: 'Flows', errorHandler: tell })
function close() {
  widget.dispose()
}`,
      },
    },
    {
      name: 'kept in a member',
      given: {
        script: `class View {
  open() {
    this.widget = sdk.renderWidget('flows', { container: 'flows', iframeTitle: title, errorHandler: tell })
  }
  close() {
    this.widget.dispose()
  }
}`,
      },
    },
    {
      name: 'handed to a function of elsewhere',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows', iframeTitle: 'Flows', errorHandler: tell })
wire(widget)`,
      },
    },
    {
      name: 'given back',
      given: { script: "export const open = () => sdk.renderWidget('flows', { ...shared })", html: '<p>' },
    },
    {
      name: 'handed to a function of this script',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows', iframeTitle: 'Flows', errorHandler: tell })
wire(widget)
function wire(one) {
  one.dispose()
}`,
      },
    },
  ],
  fails: [
    {
      name: 'nothing of it',
      given: { script: "const widget = sdk.renderWidget('flows', { container: 'flows' })" },
      finds: [
        { rule: 'embed-error-handler', file: 'app.js', line: 1 },
        { rule: 'embed-dispose', file: 'app.js', line: 1 },
        { rule: 'embed-widget-title', file: 'app.js', line: 1 },
      ],
    },
    {
      name: 'an empty title',
      given: { script: "sdk.renderWidget('flows', { iframeTitle: ' ', errorHandler: tell }).dispose()" },
      finds: [{ rule: 'embed-widget-title', file: 'app.js' }],
    },
    {
      name: 'handed to a function that does not dispose',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows', iframeTitle: 'Flows', errorHandler: tell })
wire(widget)
function wire(one) {
  one.listen("a", b)
}`,
      },
      finds: [{ rule: 'embed-dispose', file: 'app.js', line: 1 }],
    },
  ],
})
