import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeCheckPool } from '../checks/check-pool.ts'
import { describeOnEachDatabase } from '../testing/databases.ts'
import { openTracker, sampleGoals, type TestTracker } from '../testing/tracker.ts'
import { checkDeployment } from './connectors.ts'
import { playStory } from './play-story.ts'
import { demoVendors } from './vendors.ts'

afterAll(() => closeCheckPool())

test('the demo’s vendor whose step 5 waits for a reviewer has handed in reports', () => {
  const reported = demoVendors.filter(({ story }) => story.some((chapter) => chapter.reported === true))
  expect(reported.map(({ name }) => name)).toEqual(['Fabrikam Health'])
})

describeOnEachDatabase('A deployment that was rehearsed against the emulator, in the demo', (open) => {
  let tracker: TestTracker

  beforeAll(async () => {
    tracker = await openTracker(open)
    const { programme, database, time } = tracker
    const { contoso, organizationId } = programme
    const deployment = await checkDeployment(join(import.meta.dirname, '../../build/demo'))
    const nothing = { files: [], result: deployment[0]?.result, milliseconds: 0 }
    if (nothing.result === undefined) throw new Error('The build made no reports.')
    const connector = { ...nothing, result: nothing.result }
    await playStory(
      {
        database,
        place: { organizationId, isvId: contoso.isvId },
        productId: contoso.productId,
        contact: contoso.admin.principal,
        reviewer: programme.reviewer.principal,
        connectors: { sound: connector, faulty: connector },
        deployment,
        now: time.now,
      },
      {
        name: 'Contoso',
        product: 'Connect',
        contact: 'Anna',
        daysAgo: 30,
        goals: sampleGoals,
        story: [{ step: 5, daysAgo: 4, outcome: 'waiting', reported: true }],
      },
    )
  })

  test('proves what it can, and leaves the rest to what was handed in for review', async () => {
    const rows = await tracker.database.asOwner(
      `select item_id, verdict from item_states where product_id = '${tracker.programme.contoso.productId}' and item_id like '5.%'`,
    )
    expect(Object.fromEntries(rows.map((row) => [row.item_id, row.verdict]))).toMatchObject({
      '5.import-finished': 'proved',
      '5.flow-on': 'proved',
      '5.connectors-present': 'proved',
      '5.connections-present': 'proved',
      '5.mapping-complete': 'proved',
      '5.variables-mapped': 'proved',
      '5.repeatable': 'proved',
      '5.removable': 'proved',
      '5.logs-without-tokens': 'proved',
      '5.token-rights': 'proved',
      // A rehearsal says nothing of a customer's tenant; a person looks at what was handed in.
      '5.customer-tenant': 'in-review',
      '5.package-present': 'in-review',
    })
  })

  test('the reviewer sees facts, findings and whose word they are', async () => {
    const { reviewer, contoso } = tracker.programme
    const pageOf = async (path: string) => (await reviewer.request(`/products/${contoso.productId}/${path}`)).text()
    const item = await pageOf('items/5.customer-tenant')
    expect(item).toContain('deployment-tenant')
    expect(item).toContain('reported by the ISV’s own run')
    expect(item).toContain('a tenant of the emulator: this was a rehearsal.')
    expect(await pageOf('items/5.flow-on')).toContain('Reported by the ISV’s own run')
    expect(await pageOf('checks')).toContain('reported by the ISV’s own run')
  })
})
