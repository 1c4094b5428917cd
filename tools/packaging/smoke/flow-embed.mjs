import assert from 'node:assert/strict'
import { galleryUrl, widgetHosts } from '@sevenstep/flow-embed'
import { checkHostPage, readHostPage } from '@sevenstep/flow-embed/checks'
import { rulePages } from '@sevenstep/flow-embed/pages'
import { answerStandIn } from '@sevenstep/flow-embed/stand-in'

const script = "new MsFlowSdk().renderWidget('runtime', { container: 'flows' })"
const { subject } = checkHostPage(readHostPage([{ path: 'app.js', text: script }]))
const rules = subject.findings.map(({ ruleId }) => ruleId)
assert.ok(rules.includes('embed-sdk-options') && rules.includes('embed-widget-type'))
assert.match(rulePages['embed-widget-type'], /# `embed-widget-type`/)
assert.match(galleryUrl({ host: widgetHosts.current, locale: 'en-us' }), /\/en-us\/widgets\/templates\/$/)
assert.equal(answerStandIn('http://localhost/Content/msflowsdk-1.1.js').status, 200)
