import { randomUUID } from 'node:crypto'
import { items } from '@sevenstep/onboarding'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { auditEvents, comments, evidence, evidenceVersions } from '../src/db/schema/index.ts'
import type { Database } from '../src/db/scope.ts'
import { Failure } from '../src/domain/failure.ts'
import { describeOnEachDatabase } from '../src/testing/databases.ts'
import { openTracker, sampleGoals, type TestTracker } from '../src/testing/tracker.ts'
import { writeComment } from '../src/verbs/comments/write-comment.ts'
import { execute } from '../src/verbs/execute.ts'
import { faultsOf, type Spot } from './held-true.ts'

const proof = items.find(
  ({ verification }) => verification.by === 'evidence' && verification.evidence.accepts.includes('statement'),
)
const itemId = proof?.id ?? ''

describeOnEachDatabase('Writers at the same moment', (open) => {
  let tracker: TestTracker
  let spot: Spot
  beforeAll(async () => {
    tracker = await openTracker(open)
    const { isvId, productId } = tracker.programme.contoso
    spot = { isvId, productId, organizationId: tracker.programme.organizationId }
  })
  const within = <Result>(work: Parameters<typeof tracker.database.within<Result>>[1]) =>
    tracker.database.within({ kind: 'isv', organizationId: spot.organizationId, isvId: spot.isvId }, work)
  const base = () => `/products/${spot.productId}/items/${itemId}/evidence`

  test.each([2, 8])('of %i who renew one piece of evidence exactly one wins', async (count) => {
    const { admin, member } = tracker.programme.contoso
    const first = await admin.post(base(), {
      key: randomUUID(),
      kind: 'statement',
      statement: `What was done: ${randomUUID()}`,
      as: 'draft',
    })
    expect(first.status).toBe(303)
    const id = first.headers.get('Location')?.split('#')[1] ?? ''
    const answers = await Promise.all(
      Array.from({ length: count }, (_, index) =>
        (index % 2 === 0 ? admin : member).post(`${base()}/${id}`, {
          key: randomUUID(),
          version: '1',
          kind: 'statement',
          statement: `What was done in the end, says writer ${index}.`,
          as: 'draft',
        }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array(count - 1).fill(412)])
    const [piece] = await within((transaction) => transaction.select().from(evidence).where(eq(evidence.id, id)))
    const versions = await within((transaction) =>
      transaction.select().from(evidenceVersions).where(eq(evidenceVersions.evidenceId, id)),
    )
    expect([piece?.version, piece?.current, versions.length]).toEqual([2, 2, 2])
    const won = answers.findIndex(({ status }) => status === 303)
    expect(versions.find(({ number }) => number === 2)?.statement).toContain(`writer ${won}.`)
    expect(await faultsOf(tracker.database, spot)).toEqual([])
  })

  test('of two who answer the goals one wins, and the other sees both answers', async () => {
    const { admin } = tracker.programme.contoso
    const path = `/products/${spot.productId}/goals`
    const about = { kind: 'isv', publisher: 'verified-publisher', edition: 'current', version: '1' }
    const answers = await Promise.all(
      (['embed-ui', 'customers-lack-licences'] as const).map((goal) =>
        admin.post(path, { ...sampleGoals, ...about, [goal]: 'yes', key: randomUUID() }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 412])
    expect(await faultsOf(tracker.database, spot)).toEqual([])
  })

  test('of different items all win, and the sums are right', async () => {
    const { admin } = tracker.programme.contoso
    const others = items
      .filter(({ verification }) => verification.by === 'evidence' && verification.evidence.accepts.includes('link'))
      .slice(0, 12)
    const answers = await Promise.all(
      others.map(({ id }) =>
        admin.post(`/products/${spot.productId}/items/${id}/evidence`, {
          key: randomUUID(),
          kind: 'link',
          link: `https://example.com/${id}`,
          as: 'submit',
        }),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual(others.map(() => 303))
    expect(await faultsOf(tracker.database, spot)).toEqual([])
  })

  describe('with one key', () => {
    const say = (comment: string, key: string, database: Database = tracker.database) =>
      execute({ ...tracker.services, database }, writeComment, {
        principal: tracker.programme.contoso.admin.principal,
        place: { organizationId: spot.organizationId, isvId: spot.isvId },
        input: { productId: spot.productId, itemId, comment },
        key,
      })
    const said = (comment: string) =>
      within((transaction) => transaction.select().from(comments).where(eq(comments.body, comment)))

    test('that crash between commit and reply have had one effect when they come again', async () => {
      const crashing: Database = {
        ...tracker.database,
        within: async (scope, work) => {
          await tracker.database.within(scope, work)
          throw new Error('The power went out.')
        },
      }
      await expect(say('said once', 'crash', crashing)).rejects.toThrow('The power went out.')
      const [{ id } = { id: '' }] = await said('said once')
      expect(await say('said once', 'crash')).toEqual({ commentId: id })
      expect(await said('said once')).toHaveLength(1)
      const events = await within((transaction) =>
        transaction.select().from(auditEvents).where(eq(auditEvents.subjectId, id)),
      )
      expect(events).toHaveLength(1)
    })

    test('that come eight times at once have one effect and get the same answer', async () => {
      const answers = await Promise.all(Array.from({ length: 8 }, () => say('said eight times', 'eight')))
      expect(new Set(answers.map(({ commentId }) => commentId)).size).toBe(1)
      expect(await said('said eight times')).toHaveLength(1)
    })

    test('are refused with other words', async () => {
      await say('the first words', 'words')
      const refused = await say('other words', 'words').catch((error: unknown) => error)
      expect(refused).toBeInstanceOf(Failure)
      expect(refused).toMatchObject({ code: 'key-reused', status: 422 })
      expect(await said('other words')).toEqual([])
    })

    test('are free again where the change was rolled back', async () => {
      const failing: Database = {
        ...tracker.database,
        within: (scope, work) =>
          tracker.database.within(scope, async (transaction) => {
            await work(transaction)
            throw new Error('The connection broke.')
          }),
      }
      await expect(say('said later', 'later', failing)).rejects.toThrow('The connection broke.')
      expect(await said('said later')).toEqual([])
      await say('said later', 'later')
      expect(await said('said later')).toHaveLength(1)
    })
  })

  test('change nothing where the record cannot be written', async () => {
    const { database, programme } = tracker
    await database.asOwner(
      `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'The record is full.'; end $$;
       create trigger refuse before insert on audit_events for each row execute function refuse()`,
    )
    try {
      const before = await everything(tracker)
      const { admin } = programme.contoso
      const product = `/products/${spot.productId}`
      const answers = [
        await admin.post(`${product}/items/${itemId}/comments`, {
          key: randomUUID(),
          comment: 'unheard',
          visibility: 'shared',
        }),
        await admin.post(base(), {
          key: randomUUID(),
          kind: 'statement',
          statement: 'What was done, unheard of.',
          as: 'submit',
        }),
        await admin.post(`${product}/items/${itemId}/waivers`, {
          key: randomUUID(),
          waiverReason: 'It cannot be done before spring.',
          expiresOn: '2027-03-01',
        }),
        await admin.post(`${product}/stuck`, { key: randomUUID(), version: '2', reason: 'Nothing goes on here.' }),
        await admin.post(`${product}/goals`, {
          ...sampleGoals,
          key: randomUUID(),
          kind: 'isv',
          publisher: 'verified-publisher',
          edition: 'current',
          version: '2',
        }),
        await programme.partnerManager.post(`${product}/targets`, {
          key: randomUUID(),
          version: '2',
          product: '2027-06-01',
        }),
      ]
      expect(answers.map(({ status }) => status)).toEqual([500, 500, 500, 500, 500, 500])
      expect(await everything(tracker)).toEqual(before)
    } finally {
      await database.asOwner('drop trigger refuse on audit_events; drop function refuse()')
    }
  })
})

/** A fingerprint of every table. */
async function everything({ database }: TestTracker): Promise<readonly unknown[]> {
  const tables = await database.asOwner(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  )
  const parts = tables.map(
    ({ relname }) =>
      `select '${relname}' as name, count(*)::int as rows, md5(string_agg(t::text, '|' order by t::text)) as content from ${relname} t`,
  )
  return database.asOwner(parts.join(' union all '))
}
