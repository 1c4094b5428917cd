import { defaultSeed } from '@sevenstep/cloud-emulator'
import { expect, test } from 'vitest'
import { describeDeploymentRules } from '../plan/deployment-finding.ts'
import { emulatorTenants } from './emulator-tenants.ts'
import { describeReportRules, reportRulePages } from './report-rules.ts'

test('the tenants that mean a rehearsal are those the emulator starts with', () => {
  expect(emulatorTenants).toEqual(defaultSeed.tenants.map(({ id }) => id))
})

test('every rule has a page, and no id is used twice', () => {
  const ids = describeReportRules().map(({ id }) => id)
  expect(Object.keys(reportRulePages())).toEqual(ids)
  const all = [...ids, ...describeDeploymentRules().map(({ id }) => id)]
  expect(new Set(all).size).toBe(all.length)
})
