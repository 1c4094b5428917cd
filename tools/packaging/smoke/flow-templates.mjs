import assert from 'node:assert/strict'
import { readPackage, writePackage } from '@sevenstep/flow-templates'
import { checkFlowPackage, scrubPackage } from '@sevenstep/flow-templates/checks'
import { drawFlow } from '@sevenstep/flow-templates/drawing'
import { rulePages } from '@sevenstep/flow-templates/pages'
import { checkSubmission, initSubmission, readSubmission } from '@sevenstep/flow-templates/submission'

const key = '11111111-1111-4111-8111-111111111111'
const definition = {
  triggers: { Every_day: { type: 'Recurrence', recurrence: { frequency: 'Day', interval: 1 } } },
  actions: { Count_the_cars: { type: 'Compose', inputs: "@length(body('List_the_cars'))" } },
}
const details = { displayName: 'Count the cars', description: 'Counts the cars of ada@fleetdesk.io.', creator: 'N/A' }
const flow = { type: 'Microsoft.Flow/flows', hierarchy: 'Root', suggestedCreationType: 'New', creationType: 'New' }
const reading = readPackage([
  { path: 'manifest.json', content: JSON.stringify({ schema: '1.0', details, resources: { [key]: flow } }) },
  { path: 'Microsoft.Flow/flows/manifest.json', content: JSON.stringify({ flowAssets: { assetPaths: [key] } }) },
  {
    path: `Microsoft.Flow/flows/${key}/definition.json`,
    content: JSON.stringify({ properties: { displayName: 'Count the cars', definition } }),
  },
])
assert.equal(reading.package.flows.length, 1)
const { findings } = checkFlowPackage(reading).subject
assert.ok(findings.length > 0)
for (const { ruleId } of findings) assert.ok(rulePages[ruleId], `${ruleId} has a page`)
assert.ok(scrubPackage(reading.package).places.some(({ before }) => before === 'ada@fleetdesk.io'))
assert.match(drawFlow(reading.package.flows[0]).svg, /^<svg/)
const written = writePackage(reading.package)
assert.ok(written.ok)
assert.equal(readPackage(written.bytes).package.flows.length, 1)

const submission = readSubmission('template.json', initSubmission({ edition: 'current' }))
assert.ok(checkSubmission(submission).subject.findings.some(({ ruleId }) => ruleId === 'template-file-filled'))
