import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { actions } from './actions.ts'

testRuleFamily(actions, import.meta.url, {
  passes: [
    {
      name: 'in other letters, as the code has it',
      given: {
        script: `const widget = sdk.renderWidget('flowsRuntime', { container: 'flows' })
widget.listen('WIDGET_READY', () => widget.notify('triggerflow', {}))`,
      },
    },
    {
      name: 'from a button, with the widget listened to',
      given: {
        script: `const widget = sdk.renderWidget('flowsRuntime', { container: 'flows' })
widget.listen('WIDGET_READY', enable)
button.onclick = () => widget.notify('getTriggerSchema', {})`,
      },
    },
    {
      name: 'after something awaited',
      given: {
        script: `async function run() {
  const widget = sdk.renderWidget('flowsRuntime', { container: 'flows' })
  const ready = new Promise((resolve) => widget.listen('WIDGET_READY', resolve))
  await ready
  widget.notify('triggerFlow', {})
}`,
      },
    },
    {
      name: 'an action that is computed',
      given: {
        script: `const widget = sdk.renderWidget('flowsRuntime', { container: 'flows' })
widget.listen('WIDGET_READY', () => widget.notify(action))`,
      },
    },
    {
      name: 'our wrapper waits itself',
      given: {
        script: `import { openFlowWidgets } from '@sevenstep/flow-embed'
const widgets = await openFlowWidgets({})
const widget = widgets.render('flowsRuntime', {})
widget.ask('triggerFlow', {})`,
        html: '<p>',
      },
    },
  ],
  fails: [
    {
      name: 'at once',
      given: {
        script: `const widget = sdk.renderWidget('flowsRuntime', { container: 'flows' })
widget.notify('closeWidget')`,
      },
      finds: [{ rule: 'embed-notify-after-ready', file: 'app.js', line: 2 }],
    },
    {
      name: 'from a button, unheard',
      given: {
        script: `const widget = sdk.renderWidget('flowsRuntime', { container: 'flows' })
button.onclick = () => widget.notify('closeWidget')`,
      },
      finds: [
        {
          rule: 'embed-notify-after-ready',
          file: 'app.js',
          line: 2,
          what: 'notify is called, and nobody listens to WIDGET_READY.',
        },
      ],
    },
    {
      name: 'a slip',
      given: {
        script: `const widget = sdk.renderWidget('flowsRuntime', { container: 'flows' })
widget.listen('WIDGET_READY', () => widget.notify('triggerFlows', {}))`,
      },
      finds: [{ rule: 'embed-action-known', file: 'app.js' }],
    },
    {
      name: 'another widget’s',
      given: {
        script: `const widget = sdk.renderWidget('flows', {})
widget.listen('WIDGET_READY', () => widget.notify('closeInfoPane'))`,
      },
      finds: [
        {
          rule: 'embed-action-known',
          file: 'app.js',
          line: 2,
          what: 'The widget "flows" has no action "closeInfoPane".',
        },
      ],
    },
  ],
})
