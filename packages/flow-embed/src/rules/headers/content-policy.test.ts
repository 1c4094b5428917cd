import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { contentPolicy } from './content-policy.ts'

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
  ],
})
