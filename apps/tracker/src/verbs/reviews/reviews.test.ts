import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { evidence, reviewDecisions, reviewRequests } from '../../db/schema/index.ts'
import { Failure } from '../../domain/failure.ts'
import type { Principal } from '../../domain/principal.ts'
import { type AskedReview, askReview, judgedItems } from '../../testing/asked-review.ts'
import { describeOnEachDatabase } from '../../testing/databases.ts'
import { openTracker, type TestProgramme, type TestTracker } from '../../testing/tracker.ts'
import { addEvidenceVersion } from '../evidence/add-evidence-version.ts'
import { execute } from '../execute.ts'
import { claimReview } from './claim-review.ts'
import { decideReview } from './decide-review.ts'
import { draftReview } from './draft-review.ts'
import { releaseReview } from './release-review.ts'

type ReviewState = (typeof reviewRequests.$inferSelect)['state']

const hour = 3_600_000

describeOnEachDatabase('reviews', (open, kind) => {
  let tracker: TestTracker
  let programme: TestProgramme
  beforeAll(async () => {
    tracker = await openTracker(open)
    programme = tracker.programme
  })
  const ask = (by?: Parameters<typeof askReview>[3]) =>
    askReview(tracker, programme.contoso, programme.organizationId, by)
  const place = () => ({ organizationId: programme.organizationId, isvId: programme.contoso.isvId })
  const within = <Result>(work: Parameters<typeof tracker.database.within<Result>>[1]) =>
    tracker.database.within({ kind: 'isv', ...place() }, work)
  const rowOf = async (reviewId: string) => {
    const [row] = await within((transaction) =>
      transaction.select().from(reviewRequests).where(eq(reviewRequests.id, reviewId)),
    )
    if (row === undefined) throw new Error('The request is gone.')
    return row
  }
  const wordsOf = (reviewId: string) =>
    within((transaction) => transaction.select().from(reviewDecisions).where(eq(reviewDecisions.reviewId, reviewId)))
  const pieceOf = async (id: string) => {
    const [row] = await within((transaction) => transaction.select().from(evidence).where(eq(evidence.id, id)))
    return row
  }
  const claim = async (principal: Principal, reviewId: string, version?: number) =>
    execute(tracker.services, claimReview, {
      principal,
      place: place(),
      input: { reviewId, version: version ?? (await rowOf(reviewId)).version },
    })
  const release = async (principal: Principal, reviewId: string) =>
    execute(tracker.services, releaseReview, {
      principal,
      place: place(),
      input: { reviewId, version: (await rowOf(reviewId)).version },
    })
  const draft = async (principal: Principal, reviewId: string, note = 'Half a thought') =>
    execute(tracker.services, draftReview, {
      principal,
      place: place(),
      input: { reviewId, version: (await rowOf(reviewId)).version, note, items: {} },
    })
  const seenNow = async (reviewId: string) =>
    Object.fromEntries(Object.entries((await rowOf(reviewId)).snapshot).map(([id, seen]) => [id, { seen }]))
  const decide = async (
    principal: Principal,
    reviewId: string,
    words: {
      readonly decision?: string
      readonly note?: string
      readonly items?: object
      readonly version?: number
    } = {},
  ) => {
    const { version } = await rowOf(reviewId)
    const input = { reviewId, version, decision: 'approved', items: await seenNow(reviewId), ...words }
    return execute(tracker.services, decideReview, { principal, place: place(), input })
  }
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => (error instanceof Failure ? error.code : Promise.reject(error)),
    )

  describe('who may do what in which state', () => {
    const verbs = { claim, release, draft: (principal: Principal, id: string) => draft(principal, id), decide }
    const over = {
      claim: 'state-conflict',
      release: 'state-conflict',
      draft: 'state-conflict',
      decide: 'state-conflict',
    }
    /** What the reviewer gets who has the claim where there is one. */
    const byHolder: Readonly<Record<ReviewState, Readonly<Record<keyof typeof verbs, string>>>> = {
      open: { claim: 'done', release: 'done', draft: 'state-conflict', decide: 'state-conflict' },
      claimed: { claim: 'done', release: 'done', draft: 'done', decide: 'done' },
      approved: over,
      'changes-requested': over,
      rejected: over,
      deprecated: over,
      withdrawn: over,
    }
    const putInto = async (state: ReviewState): Promise<AskedReview> => {
      const asked = await ask()
      const claimed = {
        claimedBy: programme.reviewer.principal.userId,
        claimedUntil: new Date(tracker.time.now.getTime() + hour),
      }
      await within((transaction) =>
        transaction
          .update(reviewRequests)
          .set({ state, ...(state === 'claimed' && claimed) })
          .where(eq(reviewRequests.id, asked.reviewId)),
      )
      return asked
    }

    it.each(Object.keys(byHolder) as ReviewState[])('%s', async (state) => {
      const { partnerManager, auditor, administrator, reader, contoso } = programme
      const others = [partnerManager, auditor, administrator, reader, contoso.admin, contoso.member, contoso.reader]
      for (const [name, verb] of Object.entries(verbs)) {
        const asked = await putInto(state)
        for (const { principal } of others) {
          expect(await codeOf(verb(principal, asked.reviewId)), `${name} by ${principal.name}`).toBe('not-allowed')
        }
        const foreign = tracker.other.reviewer.principal
        expect(await codeOf(verb(foreign, asked.reviewId)), `${name} by a stranger`).toBe('not-found')
        const second = await codeOf(verb(programme.secondReviewer.principal, asked.reviewId))
        if (state === 'claimed') expect(second, `${name} by another reviewer`).toBe('lease-held')
        const { reviewId } = state === 'claimed' ? asked : await putInto(state)
        const wanted = byHolder[state][name as keyof typeof verbs]
        expect(await codeOf(verb(programme.reviewer.principal, reviewId)), `${name} by the holder`).toBe(wanted)
      }
    })

    it('never lets a token or the tracker judge', async () => {
      const { reviewId } = await putInto('claimed')
      const { userId, name, held } = programme.reviewer.principal
      const token: Principal = { kind: 'token', tokenId: 'tok_1', userId, name, held, scopes: ['review.decide'] }
      for (const verb of Object.values(verbs)) {
        expect(await codeOf(verb(token, reviewId))).toBe('not-allowed')
        expect(await codeOf(verb({ kind: 'tracker', name: 'Sevenstep' }, reviewId))).toBe('not-allowed')
      }
    })
  })

  it('accepts the exact bytes when the whole is approved', async () => {
    const { reviewId, evidenceIds } = await ask()
    const { principal } = programme.reviewer
    await claim(principal, reviewId)
    await decide(principal, reviewId)
    const [first, second] = await Promise.all(judgedItems.map((id) => pieceOf(evidenceIds[id] ?? '')))
    expect([first?.state, second?.state]).toEqual(['accepted', 'accepted'])
    expect(first?.acceptedHash).toMatch(/^[0-9a-f]{64}$/)
    // The manifest counts for 180 days; the application's id never ages.
    expect(first?.validUntil?.getTime()).toBe(tracker.time.now.getTime() + 180 * 24 * hour)
    expect(second?.validUntil).toBeNull()
    expect((await wordsOf(reviewId)).map(({ decision }) => decision)).toEqual(['approved', 'approved'])
    expect(await rowOf(reviewId)).toMatchObject({ state: 'approved', claimedUntil: null, draft: null })
  })

  it('follows each word where the whole is sent back, and leaves what nothing was said of', async () => {
    const { reviewId, evidenceIds } = await ask()
    const { principal } = programme.reviewer
    await claim(principal, reviewId)
    const [refused, untouched] = judgedItems
    if (refused === undefined || untouched === undefined) throw new Error('The sample asks about two items.')
    const seen = await seenNow(reviewId)
    const items = { ...seen, [refused]: { ...seen[refused], decision: 'rejected', note: 'Another product.' } }
    await decide(principal, reviewId, { decision: 'rejected', note: 'See the first item.', items })
    expect((await pieceOf(evidenceIds[refused] ?? ''))?.state).toBe('rejected')
    expect((await pieceOf(evidenceIds[untouched] ?? ''))?.state).toBe('submitted')
    expect(await wordsOf(reviewId)).toMatchObject([{ itemId: refused, decision: 'rejected', note: 'Another product.' }])
  })

  it.each([
    [
      'changes without a note on the whole',
      { decision: 'changes-requested' },
      { decision: 'changes-requested', note: 'Mend.' },
    ],
    ['changes of no item', { decision: 'changes-requested', note: 'Do better.' }, {}],
    ['a rejection without its note', { decision: 'rejected', note: 'No.' }, { decision: 'rejected' }],
    ['approval against a word', { decision: 'approved' }, { decision: 'rejected', note: 'No.' }],
  ])('refuses %s', async (_, whole, word) => {
    const { reviewId } = await ask()
    const { principal } = programme.reviewer
    await claim(principal, reviewId)
    const seen = await seenNow(reviewId)
    const [first = '2.manifest-readable'] = judgedItems
    const items = { ...seen, [first]: { ...seen[first], ...word } }
    expect(await codeOf(decide(principal, reviewId, { ...whole, items }))).toBe('invalid-input')
    expect((await rowOf(reviewId)).state).toBe('claimed')
  })

  it('does not decide on what the reviewer has not seen', async () => {
    const { reviewId, evidenceIds, items } = await ask()
    const { principal } = programme.reviewer
    await claim(principal, reviewId)
    const seen = await seenNow(reviewId)
    const [itemId = '2.manifest-readable'] = items
    const evidenceId = evidenceIds[itemId] ?? ''
    await execute(tracker.services, addEvidenceVersion, {
      principal: programme.contoso.admin.principal,
      place: place(),
      input: {
        productId: programme.contoso.productId,
        itemId,
        evidenceId,
        version: (await pieceOf(evidenceId))?.version,
        content: { kind: 'statement', statement: 'Something else entirely is handed in now.' },
        submit: true,
      },
    })
    const refused = await decide(principal, reviewId, { items: seen }).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'version-conflict', current: { changedItems: [itemId] } })
    expect((await pieceOf(evidenceId))?.state).toBe('submitted')
  })

  it('refuses a stale version of the request', async () => {
    const { reviewId } = await ask()
    const { principal } = programme.reviewer
    const { version } = await rowOf(reviewId)
    await claim(principal, reviewId)
    expect(await codeOf(claim(principal, reviewId, version))).toBe('version-conflict')
    expect(await codeOf(decide(principal, reviewId, { version }))).toBe('version-conflict')
  })

  it('lets another reviewer take over once the time is over, and not before', async () => {
    const { reviewId } = await ask()
    const [first, second] = [programme.reviewer.principal, programme.secondReviewer.principal]
    await claim(first, reviewId)
    await draft(first, reviewId)
    const begun = tracker.time.now
    tracker.time.now = new Date(begun.getTime() + 4 * hour - 1)
    expect(await codeOf(claim(second, reviewId))).toBe('lease-held')
    tracker.time.now = new Date(begun.getTime() + 4 * hour)
    // Nobody took it over yet, so it is still theirs.
    await draft(first, reviewId, 'A later thought')
    await claim(second, reviewId)
    expect(await rowOf(reviewId)).toMatchObject({ claimedBy: second.userId, draft: null })
    expect(await codeOf(decide(first, reviewId))).toBe('lease-held')
    await decide(second, reviewId)
  })

  it('keeps a draft through releasing and taking up again', async () => {
    const { reviewId } = await ask()
    const { principal } = programme.reviewer
    await claim(principal, reviewId)
    await draft(principal, reviewId, 'Look at the second address')
    await release(principal, reviewId)
    await claim(principal, reviewId)
    expect((await rowOf(reviewId)).draft).toMatchObject({ note: 'Look at the second address' })
  })

  it('lets exactly one of two deciding at once win', async () => {
    const { reviewId } = await ask()
    const { principal } = programme.reviewer
    await claim(principal, reviewId)
    const outcomes = await Promise.all([
      codeOf(decide(principal, reviewId)),
      codeOf(decide(principal, reviewId)),
      codeOf(claim(programme.secondReviewer.principal, reviewId)),
    ])
    expect(outcomes.filter((outcome) => outcome === 'done')).toEqual(['done'])
    expect(await wordsOf(reviewId)).toHaveLength(judgedItems.length)
  })

  it('is judged by nobody who holds a role in the ISV', async () => {
    const { reviewId } = await ask()
    const { principal } = programme.reviewer
    const { organizationId, contoso, proseware } = programme
    const also = (isvId: string) => ({
      ...principal,
      held: [...principal.held, { role: 'isv-read-only' as const, organizationId, isvId }],
    })
    expect(await codeOf(claim(also(contoso.isvId), reviewId))).toBe('four-eyes')
    await claim(also(proseware.isvId), reviewId)
    // The role came after the claim.
    expect(await codeOf(decide(also(contoso.isvId), reviewId))).toBe('four-eyes')
    await decide(also(proseware.isvId), reviewId)
  })

  it('is approved by nobody who asked for it or brought what is judged', async () => {
    const people = [programme.reviewer.principal, programme.secondReviewer.principal]
    const who = fc.constantFrom(0, 1)
    await fc.assert(
      fc.asyncProperty(who, who, who, async (asks, brings, decides) => {
        const id = (index: number) => people[index]?.userId ?? ''
        // What earlier runs handed in would be judged as well.
        await within((transaction) => transaction.update(evidence).set({ state: 'withdrawn' }))
        const { reviewId } = await ask({ requestedBy: id(asks), uploadedBy: id(brings) })
        const judge = people[decides]
        if (judge === undefined) return
        // The claim is put in place, so that the decision itself has to refuse.
        await within((transaction) =>
          transaction
            .update(reviewRequests)
            .set({
              state: 'claimed',
              claimedBy: judge.userId,
              claimedUntil: new Date(tracker.time.now.getTime() + hour),
            })
            .where(eq(reviewRequests.id, reviewId)),
        )
        const outcome = await codeOf(decide(judge, reviewId))
        expect(outcome).toBe(decides === asks || decides === brings ? 'four-eyes' : 'done')
      }),
      { numRuns: kind === 'pglite' ? 16 : 8 },
    )
  })
})
