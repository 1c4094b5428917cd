import { deriveProduct, itemById } from '@sevenstep/onboarding'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { comments, evidence } from '../db/schema/index.ts'
import { Failure } from '../domain/failure.ts'
import type { Principal } from '../domain/principal.ts'
import { readProductInput } from '../product/product-input.ts'
import { reviewScope } from '../product/review-scope.ts'
import { describeOnEachDatabase } from '../testing/databases.ts'
import { openTracker, type TestIsv, type TestTracker } from '../testing/tracker.ts'
import { addEvidence } from '../verbs/evidence/add-evidence.ts'
import { execute } from '../verbs/execute.ts'
import { claimReview } from '../verbs/reviews/claim-review.ts'
import { submitReview } from '../verbs/steps/submit-review.ts'

const item = '1.support-reachable'
const day = 86_400_000

describeOnEachDatabase('Hostile requests', (open) => {
  let tracker: TestTracker
  let isv: TestIsv
  let base: string

  beforeAll(async () => {
    tracker = await openTracker(open)
    isv = tracker.programme.contoso
    base = `/products/${isv.productId}/items/${item}`
  })

  const place = () => ({ organizationId: tracker.programme.organizationId, isvId: isv.isvId })
  const within = <Result>(work: Parameters<typeof tracker.database.within<Result>>[1]) =>
    tracker.database.within<Result>({ kind: 'isv', ...place() }, work)
  const commentsNow = () => within((transaction) => transaction.select().from(comments))

  it.each([
    ['a NUL in a comment', { comment: 'a\0b' }],
    ['a NUL in the key', { comment: 'fine', key: 'a\0b' }],
    ['a key of 100,000 characters', { comment: 'fine', key: 'k'.repeat(100_000) }],
    ['a comment of 1 MB', { comment: 'x'.repeat(1_000_000) }],
  ])('are refused with %s, and nothing is kept', async (_, fields) => {
    const before = (await commentsNow()).length
    const answer = await isv.member.post(`${base}/comments`, { ...fields })
    expect(answer.status).toBe(422)
    expect(await commentsNow()).toHaveLength(before)
  })

  it('take an empty key for none, so that two forms without one are two', async () => {
    for (const comment of ['first without key', 'second without key']) {
      expect((await isv.member.post(`${base}/comments`, { comment, key: '' })).status).toBe(303)
    }
    expect((await commentsNow()).filter(({ body }) => body.endsWith('without key'))).toHaveLength(2)
  })

  it.each([
    ['', 422],
    ['NaN', 422],
    ['-1', 422],
    ['1e0', 422],
    ['0x1', 422],
    ['0', 412],
    ['2147483648', 412],
    ['999999999999999', 412],
    ['9007199254740991', 422],
    ['99999999999999999999', 422],
  ])('change nothing with the version "%s"', async (version, status) => {
    const body = `version ${version || 'empty'}`
    await isv.member.post(`${base}/comments`, { comment: body })
    const written = (await commentsNow()).find((comment) => comment.body === body)
    const answer = await isv.member.post(`${base}/comments/${written?.id}`, { wording: 'other', version })
    expect(answer.status).toBe(status)
    expect((await commentsNow()).find(({ id }) => id === written?.id)?.body).toBe(body)
  })

  it.each([
    ['multipart/form-data; boundary=zzz', 'no boundary here'],
    ['multipart/form-data', 'x'],
    ['application/json', '{}'],
    ['text/plain', 'x=y'],
  ])('blame a body that is no form (%s) on who sent it', async (type, body) => {
    for (const path of [`${base}/comments`, '/preferences', `/products/${isv.productId}/goals`]) {
      const headers = { 'Content-Type': type }
      const answer = await isv.admin.request(path, { method: 'POST', body, headers })
      expect([path, answer.status]).toEqual([path, 422])
    }
  })

  it('find nothing at addresses with characters that no text holds', async () => {
    const paths = ['/products/%00', '/reviews/%00', '/isvs/%00', `${base}/evidence/%00/versions/1`, '/portfolio?q=%00']
    for (const path of paths) {
      const answer = await tracker.programme.reviewer.request(path)
      expect([path, answer.status]).toEqual([path, 404])
    }
  })

  it('do not get around the second pair of eyes by a token of one’s own', async () => {
    const { productId, admin } = isv
    const { userId, name } = admin.principal
    const { organizationId } = place()
    const held = [
      { role: 'isv-admin' as const, ...place() },
      { role: 'reviewer' as const, organizationId, isvId: null },
    ]
    const both: Principal = { kind: 'person', userId, name, held }
    const token: Principal = { kind: 'token', tokenId: 'tok_own', userId, name, held, scopes: ['review.submit'] }
    const step = 7
    const state = await within(async (transaction) =>
      deriveProduct((await readProductInput(transaction, productId, tracker.time.now)).input),
    )
    for (const { id } of reviewScope(state, step).missing) {
      const verification = itemById(id)?.verification
      if (verification === undefined || !('evidence' in verification)) continue
      const content = verification.evidence.accepts.includes('statement')
        ? { kind: 'statement' as const, statement: `This is how it stands with ${id}, in some words.` }
        : { kind: 'link' as const, link: `https://docs.example.com/${id}` }
      const input = { productId, itemId: id, content, submit: true }
      await execute(tracker.services, addEvidence, { principal: isv.member.principal, place: place(), input })
    }
    const { reviewId } = await execute(tracker.services, submitReview, {
      principal: token,
      place: place(),
      input: { productId, step },
    })
    const claim = execute(tracker.services, claimReview, {
      principal: both,
      place: place(),
      input: { reviewId, version: 1 },
    })
    await expect(claim).rejects.toSatisfy((error) => error instanceof Failure && error.code === 'four-eyes')
  })

  it('let what has run out be shown again as it is, and what counts only once', async () => {
    const { productId } = isv
    const content = { kind: 'link' as const, link: 'https://status.example.com/support' }
    const show = () =>
      execute(tracker.services, addEvidence, {
        principal: isv.member.principal,
        place: place(),
        input: { productId, itemId: item, content, submit: true },
      })
    const first = await show()
    expect(await show()).toMatchObject({ evidenceId: first.evidenceId, isNew: false })
    const ranOut = new Date(tracker.time.now.getTime() - day)
    await within((transaction) =>
      transaction
        .update(evidence)
        .set({ state: 'accepted', validUntil: ranOut })
        .where(eq(evidence.id, first.evidenceId)),
    )
    const again = await show()
    expect(again.isNew).toBe(true)
    expect(again.evidenceId).not.toBe(first.evidenceId)
  })
})
