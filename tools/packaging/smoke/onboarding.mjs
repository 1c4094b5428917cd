import assert from 'node:assert/strict'
import { decideSteps, deriveProduct, items, summarise } from '@sevenstep/onboarding'

const question = { edition: 'current', kind: 'isv', publisher: 'verified-publisher', goals: undefined }
assert.ok(decideSteps(question).every(({ strength }) => strength === 'needs-answer'))
assert.ok(items.length > 200)
const now = '2026-11-06T11:00:00Z'
const state = deriveProduct({
  ...question,
  targets: { steps: {} },
  records: {},
  waits: [],
  ballLog: [],
  createdAt: now,
  calendar: { timeZone: 'Europe/Amsterdam', holidays: [] },
  now,
})
assert.equal(summarise(state).cells, '???????')
