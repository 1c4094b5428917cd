import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { widgetContainer } from './widget-container.ts'

testRuleFamily(widgetContainer, import.meta.url, {
  passes: [
    {
      name: 'an element, not an id',
      given: { script: "sdk.renderWidget('flows', { container: document.querySelector('main') })" },
    },
    {
      name: 'one that a script makes',
      given: {
        script: `const place = document.createElement('div')
place.id = 'made'
sdk.renderWidget('flows', { container: 'made' })`,
      },
    },
    {
      name: 'one within markup in a script',
      given: { script: "main.innerHTML = `<div id=\"made\"></div>`\nsdk.renderWidget('flows', { container: 'made' })" },
    },
    { name: 'no page was given', given: { html: '', files: { 'index.html': '' }, script: '' } },
    {
      name: 'limited by max-width',
      given: {
        script: "sdk.renderWidget('flows', { container: 'flows',  })",
        html: `<!doctype html>
<script src="https://make.powerautomate.com/Content/msflowsdk-1.1.js"></script>
<div id="flows" style="width: 2000px; max-width: 1000px"></div>
<script src="app.js"></script>`,
      },
    },
    {
      name: 'in a template element',
      given: {
        script: "sdk.renderWidget('flows', { container: 'flows',  })",
        html: `<!doctype html>
<script src="https://make.powerautomate.com/Content/msflowsdk-1.1.js"></script>
<template><div id="flows"></div></template>
<script src="app.js"></script>`,
      },
    },
  ],
  fails: [
    {
      name: 'another id',
      given: { script: "sdk.renderWidget('flows', { container: 'Flows' })" },
      finds: [{ rule: 'embed-container-exists', file: 'app.js', line: 1 }],
    },
    {
      name: 'none',
      given: { script: "sdk.renderWidget('flows', {})" },
      finds: [{ rule: 'embed-container-exists', file: 'app.js', line: 1, what: 'The widget is given no container.' }],
    },
    {
      name: 'no options',
      given: { script: "sdk.renderWidget('flows')" },
      finds: [{ rule: 'embed-container-exists', file: 'app.js' }],
    },
    {
      name: 'within something narrow',
      given: {
        script: "sdk.renderWidget('flows', { container: 'flows',  })",
        html: `<!doctype html>
<script src="https://make.powerautomate.com/Content/msflowsdk-1.1.js"></script>
<main style="max-width: 300px">
<div id="flows"></div></main>
<script src="app.js"></script>`,
      },
      finds: [{ rule: 'embed-container-width', file: 'index.html', line: 3 }],
    },
    {
      name: 'too wide',
      given: {
        script: "sdk.renderWidget('flows', { container: 'flows',  })",
        html: `<!doctype html>
<script src="https://make.powerautomate.com/Content/msflowsdk-1.1.js"></script>
<div id="flows" style="width: 1400px"></div>
<script src="app.js"></script>`,
      },
      finds: [{ rule: 'embed-container-width', file: 'index.html' }],
    },
  ],
})
