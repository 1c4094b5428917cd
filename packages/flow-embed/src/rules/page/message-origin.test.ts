import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { messageOrigin } from './message-origin.ts'

testRuleFamily(messageOrigin, import.meta.url, {
  passes: [
    {
      name: 'the origin is compared',
      given: {
        script: `window.addEventListener('message', (event) => {
  if (event.origin !== 'https://a.example') return
})`,
      },
    },
    {
      name: 'the source is compared',
      given: {
        script: `window.addEventListener('message', (event) => {
  if (event.source === frame.contentWindow) open(event.data)
})`,
      },
    },
    {
      name: 'taken apart',
      given: { script: "addEventListener('message', ({ origin, data }) => origin === mine && open(data))" },
    },
    { name: 'handed on', given: { script: 'onmessage = (event) => take(event)' } },
    {
      name: 'a worker’s messages',
      given: {
        script: `worker.addEventListener('message', (event) => open(event.data))
worker.onmessage = (event) => open(event.data)`,
      },
    },
    {
      name: 'an end with a dot',
      given: {
        script: `window.addEventListener('message', (event) => {
  if (event.origin.endsWith('.fleetdesk.example')) open(event.data)
})`,
      },
    },
  ],
  fails: [
    {
      name: 'every origin',
      given: {
        script: `
window.addEventListener('message', (event) => {
  open(event.data)
})`,
      },
      finds: [{ rule: 'embed-message-origin', file: 'app.js', line: 2 }],
    },
    {
      name: 'a named handler',
      given: {
        script: `self.onmessage = take
function take(event) {
  open(event.data)
}`,
      },
      finds: [{ rule: 'embed-message-origin', file: 'app.js', line: 1 }],
    },
    {
      name: 'an end without a dot',
      given: {
        script: `window.addEventListener('message', (event) => {
  if (event.origin.endsWith('fleetdesk.example')) open(event.data)
})`,
      },
      finds: [{ rule: 'embed-message-origin', file: 'app.js', line: 2 }],
    },
  ],
})
