import { detailOf } from '../checks/run-detail.ts'
import { checkFiles } from '../checks/worker/check-files.ts'
import { runReports, verificationRuns } from '../db/schema/index.ts'
import { newId } from '../domain/ids.ts'
import { refreshProduct } from '../product/refresh-product.ts'
import type { TestIsv, TestTracker } from './tracker.ts'

/** A connector with a title that is too long, and two operations that say nothing of what they answer. */
const definition = {
  swagger: '2.0',
  info: { title: 'A connector for every vehicle in the fleet', description: 'Vehicles of a fleet.', version: '1.0' },
  host: 'fleet.example.com',
  basePath: '/',
  schemes: ['https'],
  paths: {
    '/vehicles': {
      get: { operationId: 'ListVehicles', summary: 'List vehicles', responses: { 200: { description: 'OK' } } },
    },
    '/drivers': { get: { operationId: 'ListDrivers', responses: { 200: { description: 'OK' } } } },
  },
}

/**
 * Checks a faulty connector and keeps the result as a run that counts, as the tracker's own job does.
 *
 * @returns the run's id
 */
export async function keepCheckedRun(tracker: TestTracker, organizationId: string, isv: TestIsv): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(definition, undefined, 2))
  const path = 'apiDefinition.swagger.json'
  const result = checkFiles([{ path, bytes }], { profile: 'verified-publisher' })
  const id = newId('run')
  const now = tracker.time.now
  const place = { organizationId, isvId: isv.isvId }
  await tracker.database.within({ kind: 'isv', ...place }, async (transaction) => {
    await transaction.insert(verificationRuns).values({
      id,
      ...place,
      productId: isv.productId,
      counts: true,
      state: 'failed',
      rooms: result.rooms,
      edition: 'current',
      profile: 'verified-publisher',
      ruleSet: 'test',
      inputHash: 'test',
      files: [{ path, size: bytes.length, hash: 'test', stored: false }],
      families: result.families,
      errors: result.counts.error,
      warnings: result.counts.warning,
      notes: result.counts.info,
      requestedBy: isv.member.principal.userId,
      requestedAt: now,
      startedAt: now,
      finishedAt: now,
    })
    await transaction.insert(runReports).values({
      runId: id,
      ...place,
      report: result.reportJson,
      detail: detailOf(result),
    })
    await refreshProduct({ transaction, now, newId }, { productId: isv.productId, items: 'all' })
  })
  return id
}
