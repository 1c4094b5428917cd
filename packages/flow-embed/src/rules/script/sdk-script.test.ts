import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { sdkScript } from './sdk-script.ts'

testRuleFamily(sdkScript, import.meta.url, {
  passes: [
    {
      name: 'the current host',
      given: {
        html: `<!doctype html>
<script src="https://make.powerautomate.com/Content/msflowsdk-1.1.js"></script>
<div id="flows"></div>
<script src="app.js"></script>`,
        script: "const sdk = new MsFlowSdk({ hostName: 'https://make.powerautomate.com' })",
      },
    },
    {
      name: 'loaded by a script',
      given: {
        html: `<!doctype html>

<div id="flows"></div>
<script src="app.js"></script>`,
        script: `load('https://make.powerautomate.com/Content/msflowsdk-1.1.js')
function start() {
  return new MsFlowSdk({})
}`,
      },
    },
    {
      name: 'asynchronous, and waited for',
      given: {
        html: `<!doctype html>
<script async src="https://make.powerautomate.com/Content/msflowsdk-1.1.js"></script>
<div id="flows"></div>
<script src="app.js"></script>`,
        script: `window.msFlowSdkLoaded = () => {
  const sdk = new MsFlowSdk({})
}`,
      },
    },
    {
      name: 'deferred before a module',
      given: {
        html: `<!doctype html>
<script defer src="https://make.powerautomate.com/Content/msflowsdk-1.1.js"></script>
<div id="flows"></div>
<script type="module" src="app.js"></script>`,
        script: "const sdk = new MsFlowSdk({ hostName: 'https://make.powerautomate.com' })",
      },
    },
    {
      name: 'a rehearsal on this machine',
      given: {
        html: `<!doctype html>
<script src="http://127.0.0.1:8080/Content/msflowsdk-1.1.js"></script>
<div id="flows"></div>
<script src="app.js"></script>`,
      },
    },
    {
      name: 'a script of another name',
      given: {
        html: `<!doctype html>
<script src="/lib/flowsdk.js"></script>
<div id="flows"></div>
<script src="app.js"></script>`,
      },
    },
    {
      name: 'another name for the global',
      given: {
        html: `<!doctype html>
<script src="https://make.powerautomate.com/Content/msflowsdk-1.1.js"></script>
<div id="flows"></div>
<script src="app.js"></script>`,
        script: 'const MsFlowSdk = window.MsFlowSdk',
      },
    },
  ],
  fails: [
    {
      name: 'a copy',
      given: {
        html: `<!doctype html>
<script src="./vendor/msflowsdk-1.0.min.js?v=2"></script>
<div id="flows"></div>
<script src="app.js"></script>`,
      },
      finds: [{ rule: 'embed-sdk-from-microsoft', file: 'index.html', line: 2 }],
    },
    {
      name: 'a copy in a bundle',
      given: {
        html: `<!doctype html>
<script src="https://make.powerautomate.com/Content/msflowsdk-1.1.js"></script>
<div id="flows"></div>
<script src="app.js"></script>`,
        script: 'var MsFlowSdk = (function () { return function () {} })()',
      },
      finds: [{ rule: 'embed-sdk-from-microsoft', file: 'app.js', line: 1 }],
    },
    {
      name: 'a class of that name',
      given: {
        html: `<!doctype html>
<script src="https://make.powerautomate.com/Content/msflowsdk-1.1.js"></script>
<div id="flows"></div>
<script src="app.js"></script>`,
        script: 'class MsFlowSdk {}',
      },
      finds: [{ rule: 'embed-sdk-from-microsoft', file: 'app.js', line: 1 }],
    },
    {
      name: 'over http',
      given: {
        html: `<!doctype html>
<script src="http://make.powerautomate.com/Content/msflowsdk-1.1.js"></script>
<div id="flows"></div>
<script src="app.js"></script>`,
      },
      finds: [{ rule: 'embed-sdk-from-microsoft', file: 'index.html', line: 2 }],
    },
    {
      name: 'the old host',
      given: {
        html: `<!doctype html>
<script src="https://flow.microsoft.com/Content/msflowsdk-1.1.js"></script>
<div id="flows"></div>
<script src="app.js"></script>`,
      },
      finds: [{ rule: 'embed-sdk-current-host', file: 'index.html', line: 2 }],
    },
    {
      name: 'loaded nowhere',
      given: {
        html: `<!doctype html>

<div id="flows"></div>
<script src="app.js"></script>`,
        script: `
const sdk = new MsFlowSdk({ hostName: 'https://make.powerautomate.com' })`,
      },
      finds: [{ rule: 'embed-sdk-loaded', file: 'app.js', line: 2 }],
    },
    {
      name: 'deferred and used at once',
      given: {
        html: `<!doctype html>
<script defer src="https://make.powerautomate.com/Content/msflowsdk-1.1.js"></script>
<div id="flows"></div>
<script src="app.js"></script>`,
        script: "const sdk = new MsFlowSdk({ hostName: 'https://make.powerautomate.com' })",
      },
      finds: [{ rule: 'embed-sdk-before-use', file: 'app.js', line: 1 }],
    },
    {
      name: 'asynchronous before a module',
      given: {
        html: `<!doctype html>
<script async src="https://make.powerautomate.com/Content/msflowsdk-1.1.js"></script>
<div id="flows"></div>
<script type="module" src="app.js"></script>`,
        script: "const sdk = new MsFlowSdk({ hostName: 'https://make.powerautomate.com' })",
      },
      finds: [{ rule: 'embed-sdk-before-use', file: 'app.js', line: 1 }],
    },
    {
      name: 'pinned',
      given: {
        html: `<!doctype html>
<script integrity="sha256-x" src="https://make.powerautomate.com/Content/msflowsdk-1.1.js"></script>
<div id="flows"></div>
<script src="app.js"></script>`,
      },
      finds: [{ rule: 'embed-sdk-no-integrity', file: 'index.html', line: 2 }],
    },
  ],
})
