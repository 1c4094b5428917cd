import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { scriptReadable } from './script-readable.ts'

testRuleFamily(scriptReadable, import.meta.url, {
  passes: [
    {
      name: 'a module',
      given: {
        html: `<!doctype html>
<script src="https://make.powerautomate.com/Content/msflowsdk-1.1.js"></script>
<div id="flows"></div>
<script src="app.js"></script>`,
        files: { 'b.mjs': 'export const a = await 1' },
      },
    },
    { name: 'a script whose kind nothing says', given: { script: "import { a } from './b.js'", html: '<p>' } },
    { name: 'TypeScript', given: { files: { 'a.ts': 'const a: number = 1 as never' } } },
    { name: 'data in a script element', given: { html: '<script type="application/json">{ not json }</script>' } },
    { name: 'JSX in a script element', given: { html: '<script type="text/babel"><A /></script>' } },
  ],
  fails: [
    {
      name: 'TypeScript without a type',
      given: { files: { 'a.ts': '\nconst a: = 1' } },
      finds: [{ rule: 'embed-script-readable', file: 'a.ts', line: 2 }],
    },
    {
      name: 'a component of Vue',
      given: { files: { 'a.vue': '<template><div/></template>\n<script lang="ts">\nconst a: = 1\n</script>' } },
      finds: [{ rule: 'embed-script-readable', file: 'a.vue', line: 3 }],
    },
    {
      name: 'an element that is not closed',
      given: { files: { 'a.jsx': 'const a = <div>' } },
      finds: [{ rule: 'embed-script-readable', file: 'a.jsx', line: 1 }],
    },
    {
      name: 'a bracket too few',
      given: {
        script: `f(
g(`,
      },
      finds: [{ rule: 'embed-script-readable', file: 'app.js', line: 2 }],
    },
    {
      name: 'in a page',
      given: {
        html: `<p>
<script>
let = = 1</script>`,
      },
      finds: [{ rule: 'embed-script-readable', file: 'index.html', line: 3 }],
    },
    {
      name: 'await in a classic script',
      given: {
        script: 'await f()',
        html: `<!doctype html>
<script src="https://make.powerautomate.com/Content/msflowsdk-1.1.js"></script>
<div id="flows"></div>
<script src="app.js"></script>`,
      },
      finds: [{ rule: 'embed-script-readable', file: 'app.js', line: 1 }],
    },
  ],
})
