import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { sdkOptions } from './sdk-options.ts'

testRuleFamily(sdkOptions, import.meta.url, {
  passes: [
    {
      name: 'followed through names',
      given: {
        script:
          "const host = 'https://make.' + 'powerautomate.com'\nconst options = { hostName: host, locale: `nl-nl` }\nnew MsFlowSdk({ ...options })",
      },
    },
    {
      name: 'options that come from elsewhere',
      given: {
        script: `import { options } from './options.js'
new MsFlowSdk(options)`,
        html: '<p>',
      },
    },
    {
      name: 'a host that is asked for',
      given: { script: 'new MsFlowSdk({ hostName: config().host, locale: navigator.language })' },
    },
    {
      name: 'a host from this machine',
      given: { script: "new MsFlowSdk({ hostName: 'http://widgets.localhost:8080' })" },
    },
    {
      name: 'the old host in 2018',
      given: { script: "new MsFlowSdk({ hostName: 'https://flow.microsoft.com/' })", edition: '2018-02' },
    },
    { name: 'options spread from elsewhere', given: { script: 'new MsFlowSdk({ ...given })' } },
  ],
  fails: [
    {
      name: 'nothing at all',
      given: { script: 'new window.MsFlowSdk()' },
      finds: [{ rule: 'embed-sdk-options', file: 'app.js', line: 1 }],
    },
    {
      name: 'a text',
      given: { script: "new MsFlowSdk('en-us')" },
      finds: [{ rule: 'embed-sdk-options', file: 'app.js', line: 1 }],
    },
    {
      name: 'no host',
      given: { script: 'new MsFlowSdk({})' },
      finds: [{ rule: 'embed-host-name-given', file: 'app.js', line: 1 }],
    },
    {
      name: 'a host of another edition',
      given: {
        script: `const host = 'https://flow.microsoft.com'
new MsFlowSdk({ hostName: host })`,
      },
      finds: [
        {
          rule: 'embed-host-name-known',
          file: 'app.js',
          line: 1,
          what: '"https://flow.microsoft.com" is the host of 2018.',
        },
      ],
    },
    {
      name: 'a host with a path',
      given: { script: "new MsFlowSdk({ hostName: 'https://make.powerautomate.com/en-us' })" },
      finds: [{ rule: 'embed-host-name-known', file: 'app.js' }],
    },
    {
      name: 'one slash',
      given: { script: "new MsFlowSdk({ hostName: 'https:/make.powerautomate.com' })" },
      finds: [{ rule: 'embed-host-name-known', file: 'app.js' }],
    },
    {
      name: 'no address',
      given: { script: "new MsFlowSdk({ hostName: 'make.powerautomate.com' })" },
      finds: [{ rule: 'embed-host-name-known', file: 'app.js' }],
    },
    {
      name: 'capital letters',
      given: { script: "new MsFlowSdk({ hostName: 'https://make.powerautomate.com', locale: 'en-US' })" },
      finds: [{ rule: 'embed-locale-known', file: 'app.js', line: 1 }],
      mended: { script: "new MsFlowSdk({ hostName: 'https://make.powerautomate.com', locale: 'en-us' })" },
    },
    {
      name: 'the documentation’s Japanese',
      given: { script: "new MsFlowSdk({ hostName: 'https://make.powerautomate.com', locale: 'jp-jp' })" },
      finds: [{ rule: 'embed-locale-known', file: 'app.js' }],
    },
    {
      name: 'our wrapper without a host',
      given: {
        script: `import { openFlowWidgets } from '@sevenstep/flow-embed'
openFlowWidgets({ getToken })`,
        html: '<p>',
      },
      finds: [{ rule: 'embed-host-name-given', file: 'app.js', line: 2 }],
    },
  ],
})
