import assert from 'node:assert/strict'
import { checkLicences, knownCatalogue, readLicenceFile } from '@sevenstep/licensing-checks'
import { gatherLicensingFacts } from '@sevenstep/licensing-checks/live'
import { rulePages } from '@sevenstep/licensing-checks/pages'
import { createMemoryJournal } from '@sevenstep/licensing-checks/purchase'

assert.ok(knownCatalogue())
assert.ok(createMemoryJournal())
assert.equal(typeof gatherLicensingFacts, 'function')
const users = {
  users: [
    {
      userPrincipalName: 'bo@contoso.example',
      usageLocation: 'NL',
      assignedLicenses: [{ skuId: 'f245ecc8-75af-4f8e-b61f-27d8114de5f3', disabledPlans: [] }],
    },
  ],
}
const flow = { name: 'Invoices', trigger: 'instant', connectors: [{ id: 'shared_fleetdesk', tier: 'custom' }] }
const files = [
  readLicenceFile('users.json', JSON.stringify(users)),
  readLicenceFile('flows.json', JSON.stringify({ flows: [{ ...flow, requestsPerDay: 400, context: 'none' }] })),
]
const { findings } = checkLicences(files, { today: '2026-11-20' }).subject
assert.ok(findings.some(({ ruleId }) => ruleId === 'licence-covers-flow'))
for (const { ruleId } of findings) assert.ok(rulePages[ruleId], `${ruleId} has a page`)
