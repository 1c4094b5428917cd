import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { browserRun } from './browser-run.ts'

testRuleFamily(browserRun, import.meta.url, {
  passes: [
    { name: 'ready', given: { facts: { run: { events: ['WIDGET_READY'], thirdPartyCookies: 'allowed' } } } },
    { name: 'not run', given: {} },
    {
      name: 'blocked, and it said so',
      given: { facts: { run: { events: [], thirdPartyCookies: 'blocked', showedGuidance: true } } },
    },
    {
      name: 'blocked, and it came all the same',
      given: { facts: { run: { events: ['WIDGET_READY'], thirdPartyCookies: 'blocked' } } },
    },
  ],
  fails: [
    {
      name: 'never ready',
      given: { facts: { run: { events: [], thirdPartyCookies: 'allowed' } } },
      finds: [{ rule: 'embed-widget-ready', file: 'browser run' }],
    },
    {
      name: 'blocked without a word',
      given: { facts: { run: { events: [], thirdPartyCookies: 'blocked', showedGuidance: false } } },
      finds: [{ rule: 'embed-cookie-guidance', file: 'browser run' }],
    },
  ],
})
