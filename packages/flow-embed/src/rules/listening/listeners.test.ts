import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { listeners } from './listeners.ts'

testRuleFamily(listeners, import.meta.url, {
  passes: [
    {
      name: 'the approvals have no such failures',
      given: {
        script: `const widget = sdk.renderWidget('approvalCenter', {})
widget.listen('SENT_APPROVAL_STATUS_CHANGED', tell)`,
      },
    },
    {
      name: 'either of two',
      given: {
        script: `const widget = sdk.renderWidget('approvalCenter', {})
if (isFast) {
  widget.listen('WIDGET_READY', a)
} else {
  widget.listen('WIDGET_READY', b)
}`,
      },
    },
    {
      name: 'two widgets with one listener each',
      given: {
        script: `function one() {
  const widget = sdk.renderWidget('approvalCenter', {})
  widget.listen('WIDGET_READY', a)
}
function two() {
  const widget = sdk.renderWidget('approvalCenter', {})
  widget.listen('WIDGET_READY', a)
}`,
      },
    },
    {
      name: 'an event of code',
      given: { script: "sdk.renderWidget('approvalCenter', {}).listen('CONNECTION_WIZARD_CLOSED', a)" },
    },
    {
      name: 'an event that is computed',
      given: {
        script: `const widget = sdk.renderWidget('flows', {})
for (const event of events) widget.listen(event, tell)`,
      },
    },
    {
      name: 'awaited before the widget',
      given: {
        script: `async function open() {
  await ready()
  const widget = sdk.renderWidget('approvalCenter', {})
  widget.listen('WIDGET_READY', a)
}`,
      },
    },
    {
      name: 'our wrapper lets many listen',
      given: {
        script: `import { openFlowWidgets } from '@sevenstep/flow-embed'
const widgets = await openFlowWidgets({})
const widget = widgets.render('approvalCenter', {})
widget.on('WIDGET_READY', a)
widget.on('WIDGET_READY', b)`,
        html: '<p>',
      },
    },
  ],
  fails: [
    {
      name: 'twice',
      given: {
        script: `const widget = sdk.renderWidget('approvalCenter', {})
widget.listen('WIDGET_READY', a)
widget.listen('WIDGET_READY', b)`,
      },
      finds: [{ rule: 'embed-listen-once', file: 'app.js', line: 3 }],
    },
    {
      name: 'after something awaited',
      given: {
        script: `async function open() {
  const widget = sdk.renderWidget('approvalCenter', {})
  await load()
  widget.listen('GET_ACCESS_TOKEN', a)
}`,
      },
      finds: [{ rule: 'embed-listen-at-once', file: 'app.js', line: 4 }],
    },
    {
      name: 'in a listener',
      given: {
        script: `const widget = sdk.renderWidget('approvalCenter', {})
button.addEventListener('click', () => widget.listen('WIDGET_RENDERED', a))`,
      },
      finds: [{ rule: 'embed-listen-at-once', file: 'app.js', line: 2 }],
    },
    {
      name: 'a slip',
      given: { script: "sdk.renderWidget('approvalCenter', {}).listen('WIDGET_READDY', a)" },
      finds: [{ rule: 'embed-event-known', file: 'app.js' }],
    },
    {
      name: 'unknown',
      given: { script: "sdk.renderWidget('approvalCenter', {}).listen('FLOW_RENAMED', a)" },
      finds: [{ rule: 'embed-event-known', file: 'app.js' }],
    },
    {
      name: 'another widget’s',
      given: { script: "sdk.renderWidget('approvalCenter', {}).listen('RUN_FLOW_STARTED', a)" },
      finds: [
        {
          rule: 'embed-event-known',
          file: 'app.js',
          line: 1,
          what: 'The widget "approvalCenter" does not send RUN_FLOW_STARTED.',
        },
      ],
    },
    {
      name: 'failures unheard',
      given: { script: "sdk.renderWidget('flowsRuntime', {})" },
      finds: [{ rule: 'embed-failure-events', file: 'app.js', line: 1, what: 'Nobody listens to WIDGET_CLOSE.' }],
    },
  ],
})
