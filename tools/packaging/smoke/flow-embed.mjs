import assert from 'node:assert/strict'
import { galleryUrl, widgetHosts } from '@sevenstep/flow-embed'
import { checkHostPage, readHostPage, readOptionsFor } from '@sevenstep/flow-embed/checks'
import { rulePages } from '@sevenstep/flow-embed/pages'
import { answerStandIn } from '@sevenstep/flow-embed/stand-in'
import { parseTyped } from '@sevenstep/flow-embed/typescript'

const script = "new MsFlowSdk().renderWidget('runtime', { container: 'flows' })"
const typed = [
  {
    path: 'app.tsx',
    text: `${script.replace("'runtime'", "'runtime' as const")}\nexport const a = <p>{1 as number}</p>`,
  },
]
const reading = await readOptionsFor(typed)
assert.equal(reading.parseTyped, parseTyped)
for (const read of [readHostPage([{ path: 'app.js', text: script }]), readHostPage(typed, reading)]) {
  const rules = checkHostPage(read).subject.findings.map(({ ruleId }) => ruleId)
  assert.ok(rules.includes('embed-sdk-options') && rules.includes('embed-widget-type'))
}
assert.match(rulePages['embed-widget-type'], /# `embed-widget-type`/)
assert.match(galleryUrl({ host: widgetHosts.current, locale: 'en-us' }), /\/en-us\/widgets\/templates\/$/)
assert.equal(answerStandIn('http://localhost/Content/msflowsdk-1.1.js').status, 200)
