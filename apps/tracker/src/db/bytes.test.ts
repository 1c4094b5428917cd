import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { describeOnEachDatabase, type TestDatabase } from '../testing/databases.ts'
import { blobs } from './schema/index.ts'

describeOnEachDatabase('Bytes', (open) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await open()
  })

  it('come back as they were kept, views on larger memory too', async () => {
    const place = { organizationId: 'org_bytes', isvId: 'isv_bytes' }
    let count = 0
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), fc.nat({ max: 20 }), async (bytes, from) => {
        const content = bytes.subarray(Math.min(from, bytes.length))
        const hash = `hash ${count++}`
        const kept = await database.within({ kind: 'isv', ...place }, async (transaction) => {
          await transaction
            .insert(blobs)
            .values({ ...place, hash, content, size: content.length, createdAt: new Date() })
          return transaction.select({ content: blobs.content }).from(blobs).where(eq(blobs.hash, hash))
        })
        expect(new Uint8Array(kept[0]?.content ?? [1])).toEqual(new Uint8Array(content))
      }),
      { numRuns: 60 },
    )
  })
})
