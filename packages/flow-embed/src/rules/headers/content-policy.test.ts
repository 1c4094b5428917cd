import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { contentPolicy } from './content-policy.ts'

const host = 'https://make.powerautomate.com'
const makes = `const sdk = new MsFlowSdk({ hostName: '${host}' })`
const policy = (text: string): { readonly headers: readonly (readonly [string, string])[] } => ({
  headers: [['Content-Security-Policy', text]],
})
/** A page with what stands in its head and the script that shows the widget. */
const page = (head: string, script = '<script src="app.js"></script>') =>
  `<!doctype html>\n${head}\n<div id="flows"></div>\n${script}`
const sdk = `<script src="${host}/Content/msflowsdk-1.1.js"></script>`
const msal = '<script src="https://alcdn.msauth.net/browser/2.38.0/js/msal-browser.min.js"></script>'

testRuleFamily(contentPolicy, import.meta.url, {
  passes: [
    { name: 'no headers known', given: {} },
    { name: 'no policy', given: { facts: { headers: [['X-Frame-Options', 'DENY']] } } },
    {
      name: 'a policy of all',
      given: {
        script: "const sdk = new MsFlowSdk({ hostName: 'https://make.powerautomate.com' })",
        facts: { headers: [['Content-Security-Policy', 'default-src *']] },
      },
    },
    {
      name: 'by scheme',
      given: {
        script: "const sdk = new MsFlowSdk({ hostName: 'https://make.powerautomate.com' })",
        facts: { headers: [['Content-Security-Policy', 'default-src https:']] },
      },
    },
    {
      name: 'by wildcard',
      given: { facts: { headers: [['Content-Security-Policy', 'default-src https://*.powerautomate.com']] } },
    },
    {
      name: 'a nonce',
      given: {
        html: `<!doctype html>
<script nonce="r4" src="https://make.powerautomate.com/Content/msflowsdk-1.1.js"></script>
<div id="flows"></div>
<script src="app.js"></script>`,
        facts: { headers: [['Content-Security-Policy', "script-src 'nonce-r4' 'strict-dynamic'"]] },
      },
    },
    {
      name: 'child-src stands in',
      given: {
        html: `<!doctype html>
<script src="https://make.powerautomate.com/Content/msflowsdk-1.1.js"></script>
<div id="flows"></div>
<script src="app.js"></script>`,
        facts: { headers: [['Content-Security-Policy', 'child-src https://make.powerautomate.com']] },
      },
    },
    {
      name: 'trust that is handed on to a script that a script puts in',
      given: {
        html: page('', '<script nonce="r4" src="app.js"></script>'),
        script: `load('${host}/Content/msflowsdk-1.1.js')\nfunction start() { ${makes} }`,
        facts: policy("script-src 'nonce-r4' 'strict-dynamic'"),
      },
    },
    {
      name: 'a sign-in library that is let through',
      given: { html: page(sdk + msal), facts: policy(`script-src 'self' ${host} https://alcdn.msauth.net`) },
    },
    {
      name: 'a script in the page, with its nonce',
      given: {
        html: page(sdk, `<script nonce="r4">${makes}</script>`),
        facts: policy(`script-src 'nonce-r4' ${host}`),
      },
    },
    {
      name: 'a script in the page, by a hash that is not worked out here',
      given: { html: page(sdk, `<script>${makes}</script>`), facts: policy(`script-src 'sha256-AAAA' ${host}`) },
    },
    {
      name: 'a host that may be the page’s own',
      given: { script: makes, facts: policy(`script-src ${host} https://www.fleetdesk.example`) },
    },
  ],
  fails: [
    {
      name: 'nothing but itself',
      given: {
        html: `<!doctype html>
<script src="https://make.powerautomate.com/Content/msflowsdk-1.1.js"></script>
<div id="flows"></div>
<script src="app.js"></script>`,
        script: "const sdk = new MsFlowSdk({ hostName: 'https://make.powerautomate.com' })",
        facts: { headers: [['Content-Security-Policy', "default-src 'self'"]] },
      },
      finds: [
        { rule: 'embed-csp-script', file: 'response headers' },
        { rule: 'embed-csp-frame', file: 'response headers' },
        { rule: 'embed-csp-connect', file: 'response headers' },
      ],
    },
    {
      name: 'two policies, one too narrow',
      given: {
        html: `<!doctype html>
<script src="https://make.powerautomate.com/Content/msflowsdk-1.1.js"></script>
<div id="flows"></div>
<script src="app.js"></script>`,
        facts: {
          headers: [['Content-Security-Policy', 'default-src *, frame-src https://make.powerautomate.com:8443']],
        },
      },
      finds: [{ rule: 'embed-csp-frame', file: 'response headers' }],
    },
    {
      name: 'trust handed on only',
      given: {
        html: `<!doctype html>
<script src="https://make.powerautomate.com/Content/msflowsdk-1.1.js"></script>
<div id="flows"></div>
<script src="app.js"></script>`,
        facts: { headers: [['Content-Security-Policy', "script-src 'strict-dynamic' https://make.powerautomate.com"]] },
      },
      finds: [{ rule: 'embed-csp-script', file: 'response headers' }],
    },
    {
      name: 'another path',
      given: {
        html: `<!doctype html>
<script src="https://make.powerautomate.com/Content/msflowsdk-1.1.js"></script>
<div id="flows"></div>
<script src="app.js"></script>`,
        facts: { headers: [['Content-Security-Policy', 'script-src https://make.powerautomate.com/Scripts/']] },
      },
      finds: [{ rule: 'embed-csp-script', file: 'response headers' }],
    },
    {
      name: 'in the page',
      given: {
        html: `<!doctype html>
<meta http-equiv="Content-Security-Policy" content="frame-src 'none'"><script src="https://make.powerautomate.com/Content/msflowsdk-1.1.js"></script>
<div id="flows"></div>
<script src="app.js"></script>`,
      },
      finds: [{ rule: 'embed-csp-frame', file: 'index.html', line: 2 }],
    },
    {
      name: 'a sandbox',
      given: {
        html: `<!doctype html>
<script src="https://make.powerautomate.com/Content/msflowsdk-1.1.js"></script>
<div id="flows"></div>
<script src="app.js"></script>`,
        facts: { headers: [['Content-Security-Policy', 'sandbox allow-scripts']] },
      },
      finds: [{ rule: 'embed-csp-frame', file: 'response headers' }],
    },
    {
      name: 'the region’s API',
      given: {
        script: `const sdk = new MsFlowSdk({ hostName: 'https://make.powerautomate.com' })
sdk.renderWidget('flows', { container: 'flows', enableRegionalPortal: true })`,
        facts: { headers: [['Content-Security-Policy', 'connect-src https://login.microsoftonline.com']] },
      },
      finds: [{ rule: 'embed-csp-connect', file: 'response headers' }],
    },
    {
      name: 'a sign-in library that is kept out, once without https',
      given: {
        html: page(sdk + msal.replace('https', 'http')),
        facts: policy(`script-src 'self' ${host}`),
      },
      finds: [
        {
          rule: 'embed-csp-script',
          what: 'The policy does not let the sign-in library https://alcdn.msauth.net/browser/2.38.0/js/msal-browser.min.js through.',
        },
      ],
    },
    {
      name: 'the script that shows the widget is kept out',
      given: { script: makes, facts: policy(`script-src ${host}`) },
      finds: [{ rule: 'embed-csp-script', what: 'The policy does not let app.js through, which shows the widget.' }],
    },
    {
      name: 'a script in the page itself',
      given: { html: page(sdk, `<script>${makes}</script>`), facts: policy(`script-src 'self' ${host}`) },
      finds: [{ rule: 'embed-csp-script', file: 'response headers' }],
    },
    {
      name: 'the host of 2018 in the page, the new one in the policy',
      given: {
        html: page(sdk.replace(host, 'https://flow.microsoft.com')),
        facts: policy(`script-src 'self' ${host}`),
      },
      finds: [
        {
          rule: 'embed-csp-script',
          what: 'The policy does not let https://flow.microsoft.com/Content/msflowsdk-1.1.js through as a script, but https://make.powerautomate.com/Content/msflowsdk-1.1.js.',
        },
      ],
    },
    {
      name: 'the host of 2018 in page and policy',
      given: {
        html: page(sdk.replace(host, 'https://flow.microsoft.com')),
        facts: policy("script-src 'self' https://flow.microsoft.com"),
      },
      finds: [
        {
          rule: 'embed-csp-script',
          what: `The policy does not let Microsoft’s script through from ${host}/Content/msflowsdk-1.1.js, where it has to come from.`,
        },
      ],
    },
    {
      name: 'a copy of the script, and a policy of nothing else',
      given: {
        html: page('<script src="lib/msflowsdk-1.1.js"></script>'),
        facts: policy("script-src 'self'; frame-src https://make.powerautomate.com"),
      },
      finds: [{ rule: 'embed-csp-script', file: 'response headers' }],
    },
  ],
})
