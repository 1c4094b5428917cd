import assert from 'node:assert/strict'
import { createReport, printJson } from '@sevenstep/findings'

const report = createReport({ name: 'smoke', version: '1.0.0' }, [
  { path: 'shop', kind: 'connector', profile: 'custom', target: 'repository', findings: [] },
])
assert.equal(report.version, 1)
assert.equal(JSON.parse(printJson(report)).subjects[0].path, 'shop')
