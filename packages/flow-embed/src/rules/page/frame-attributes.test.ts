import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { frameAttributes } from './frame-attributes.ts'

testRuleFamily(frameAttributes, import.meta.url, {
  passes: [
    {
      name: 'titled',
      given: {
        html: `<p>
<iframe title="Templates" src="https://make.powerautomate.com/en-us/widgets/templates/"></iframe>`,
      },
    },
    {
      name: 'named by a label',
      given: {
        html: '<iframe aria-label="Templates" src="https://make.powerautomate.com/en-us/widgets/templates/"></iframe>',
      },
    },
    {
      name: 'a whole sandbox',
      given: {
        html: '<iframe title="a" sandbox="allow-scripts allow-same-origin allow-popups allow-forms" src="https://make.powerautomate.com/en-us/widgets/templates/"></iframe>',
      },
    },
    { name: 'another frame', given: { html: '<iframe src="https://fleetdesk.example/"></iframe>' } },
  ],
  fails: [
    {
      name: 'no title',
      given: {
        html: `<p>
<iframe  src="https://make.powerautomate.com/en-us/widgets/templates/"></iframe>`,
      },
      finds: [{ rule: 'embed-frame-title', file: 'index.html', line: 2 }],
    },
    {
      name: 'an empty one',
      given: { html: '<iframe title="" src="https://make.powerautomate.com/en-us/widgets/templates/"></iframe>' },
      finds: [{ rule: 'embed-frame-title', file: 'index.html' }],
    },
    {
      name: 'no scripts',
      given: {
        html: '<iframe title="a" sandbox src="https://make.powerautomate.com/en-us/widgets/templates/"></iframe>',
      },
      finds: [{ rule: 'embed-frame-sandbox', file: 'index.html' }],
    },
  ],
})
