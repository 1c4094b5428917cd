import { type ItemId, items } from '@sevenstep/onboarding'
import { beforeAll, expect, test } from 'vitest'
import { openPostgres } from '../src/db/postgres.ts'
import type { Database, Transaction } from '../src/db/scope.ts'
import { newId } from '../src/domain/ids.ts'
import { readProductSources } from '../src/product/item-sources.ts'
import { refreshProduct } from '../src/product/refresh-product.ts'
import { describeOnEachDatabase } from '../src/testing/databases.ts'
import { openTracker, type TestTracker } from '../src/testing/tracker.ts'
import { addEvidence } from '../src/verbs/evidence/add-evidence.ts'
import { execute } from '../src/verbs/execute.ts'
import { faultsOf, type Spot } from './held-true.ts'

const proofs = items.flatMap(({ id, verification }) =>
  verification.by === 'evidence' && verification.evidence.accepts.includes('statement') ? [id] : [],
)
/** Stands where there is no such item, so that what is tried with it fails. */
const none: ItemId = '1.none'
const [one = none, other = none, third = none] = proofs

describeOnEachDatabase('What a process remembers of a product', (open) => {
  let tracker: TestTracker
  let spot: Spot
  beforeAll(async () => {
    tracker = await openTracker(open)
    const { isvId, productId } = tracker.programme.contoso
    spot = { isvId, productId, organizationId: tracker.programme.organizationId }
  })
  const handIn = (database: Database, itemId: ItemId) =>
    execute({ ...tracker.services, database }, addEvidence, {
      principal: tracker.programme.contoso.admin.principal,
      place: spot,
      input: {
        productId: spot.productId,
        itemId,
        content: { kind: 'statement', statement: `What was done, ${newId('evd')}.` },
        submit: true,
      },
    })
  const within = <Result>(work: (transaction: Transaction) => Promise<Result>) =>
    tracker.database.within({ kind: 'isv', organizationId: spot.organizationId, isvId: spot.isvId }, work)
  const read = (itemId: ItemId) =>
    within((transaction) => readProductSources(transaction, spot.productId, [itemId], tracker.time.now))

  test('is what is stored, change after change', async () => {
    for (const itemId of [one, other, one]) await handIn(tracker.database, itemId)
    const remembered = await read(one)
    const stored = await within((transaction) =>
      readProductSources(transaction, spot.productId, 'all', tracker.time.now),
    )
    expect([...remembered.items].sort()).toEqual([...stored.items].sort())
    expect(remembered.items.get(one)?.record.evidence).toMatchObject({ state: 'submitted' })
    expect(await faultsOf(tracker.database, spot)).toEqual([])
  })

  test('is not relied on once the summary is another, so that a change of a stranger is seen', async () => {
    await handIn(tracker.database, one)
    await tracker.database.asOwner(
      `update item_states set ball = 'microsoft' where product_id = '${spot.productId}' and item_id = '${one}'`,
    )
    // Items never change without the summary; only the remembered ones can still say otherwise.
    expect((await read(other)).items.get(one)?.ball).not.toBe('microsoft')
    await tracker.database.asOwner(`update product_summaries set ball = ball where product_id = '${spot.productId}'`)
    expect((await read(other)).items.get(one)?.ball).toBe('microsoft')
    await within((transaction) =>
      refreshProduct({ transaction, now: tracker.time.now, newId }, { productId: spot.productId, items: 'all' }),
    )
    expect(await faultsOf(tracker.database, spot)).toEqual([])
  })

  test('is forgotten with a change that was rolled back', async () => {
    await handIn(tracker.database, one)
    await expect(
      within(async (transaction) => {
        await refreshProduct(
          { transaction, now: new Date(tracker.time.now.getTime() + 900 * 86_400_000), newId },
          { productId: spot.productId, items: [one] },
        )
        throw new Error('crashed before the commit')
      }),
    ).rejects.toThrow('crashed before the commit')
    await handIn(tracker.database, third)
    expect(await faultsOf(tracker.database, spot)).toEqual([])
  })

  test('never hides what another process wrote', async () => {
    const url = tracker.database.addresses?.url
    // The embedded database has one process only; there the same handle stands for both.
    const second = url === undefined ? tracker.database : await openPostgres({ url, poolSize: 2 })
    try {
      for (const [index, itemId] of proofs.slice(3, 9).entries()) {
        await handIn(index % 2 === 0 ? tracker.database : second, itemId)
        expect(await faultsOf(tracker.database, spot)).toEqual([])
      }
    } finally {
      if (second !== tracker.database) await second.close()
    }
  })
})
