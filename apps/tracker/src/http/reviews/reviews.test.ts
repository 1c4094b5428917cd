import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { auditEvents, disputes, itemStates, reviewRequests, waivers } from '../../db/schema/index.ts'
import { newId } from '../../domain/ids.ts'
import { type AskedReview, askReview } from '../../testing/asked-review.ts'
import { describeOnEachDatabase } from '../../testing/databases.ts'
import { openTracker, type TestPerson, type TestProgramme, type TestTracker } from '../../testing/tracker.ts'

describeOnEachDatabase('pages of the reviewer', (open) => {
  let tracker: TestTracker
  let programme: TestProgramme

  beforeAll(async () => {
    tracker = await openTracker(open)
    programme = tracker.programme
  })

  const within = <Result>(work: Parameters<typeof tracker.database.within<Result>>[1]) =>
    tracker.database.within({ kind: 'programme', organizationId: programme.organizationId }, work)
  const textOf = async (person: TestPerson, path: string) => {
    const answer = await person.request(path)
    return { status: answer.status, html: await answer.text() }
  }
  /** The hidden fields of the form with the action given, as a browser would send them. */
  const hiddenOf = (html: string, action: string) => {
    const form = html.slice(html.indexOf(`action="${action}"`))
    const end = form.indexOf('</form>')
    const fields = form.slice(0, end).matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)
    return Object.fromEntries([...fields].map(([, name, value]) => [name ?? '', value ?? '']))
  }
  const post = async (person: TestPerson, page: string, action: string, fields: Readonly<Record<string, string>>) => {
    const { html } = await textOf(person, page)
    return person.post(action, { ...hiddenOf(html, action), ...fields })
  }
  const claimed = async (): Promise<AskedReview & { readonly page: string }> => {
    const asked = await askReview(tracker, programme.contoso, programme.organizationId)
    const page = `/reviews/${asked.reviewId}`
    const answer = await post(programme.reviewer, page, `${page}/claim`, {})
    expect(answer.status).toBe(303)
    return { ...asked, page }
  }

  describe('the queue', () => {
    it('teaches where nothing waits', async () => {
      const { html } = await textOf(tracker.other.reviewer, '/reviews')
      expect(html).toContain('<h1>No step waits for a review</h1>')
      expect(html).toContain('A request appears here when an ISV has handed in')
    })

    it('answers how many wait and since when, and names the target as ours', async () => {
      const before = tracker.time.now
      tracker.time.now = new Date(before.getTime() - 6 * 86_400_000)
      const asked = await askReview(tracker, programme.proseware, programme.organizationId)
      tracker.time.now = before
      const { html } = await textOf(programme.reviewer, '/reviews')
      expect(html).toMatch(/<h1>\d+ steps? waits? for a review, the oldest for 6 days<\/h1>/)
      expect(html).toContain('within 3 working days. This is our own target')
      expect(html).toContain(`href="/reviews/${asked.reviewId}"`)
      // Asked on a Saturday: three working days later is Wednesday, and that was two days ago.
      expect(html).toContain('Late: was due 18 Nov')
    })

    it('is for the programme only', async () => {
      expect((await textOf(programme.contoso.admin, '/reviews')).status).toBe(404)
      expect((await textOf(programme.administrator, '/reviews')).html).not.toContain('href="/reviews/rev_')
      expect((await tracker.anonymous('/reviews', { redirect: 'manual' })).status).toBe(303)
    })
  })

  it('shows a review to the programme, and to nobody else as if there were none', async () => {
    const { reviewId } = await askReview(tracker, programme.contoso, programme.organizationId)
    const page = `/reviews/${reviewId}`
    const missing = `/reviews/${newId('rev')}`
    for (const person of [programme.partnerManager, programme.auditor, programme.reader]) {
      const { status, html } = await textOf(person, page)
      expect(status).toBe(200)
      expect(html).not.toContain('/claim')
    }
    for (const person of [programme.contoso.admin, programme.administrator, tracker.other.reviewer]) {
      const [foreign, none] = [await textOf(person, page), await textOf(person, missing)]
      expect([foreign.status, none.status]).toEqual([404, 404])
    }
  })

  it('keeps a draft, with a sentence chosen, and shows it to its writer alone', async () => {
    const { page, items } = await claimed()
    const [first] = items
    const kept = await post(programme.reviewer, page, `${page}/decision`, {})
    expect(kept.status).toBe(422)
    const { html: form } = await textOf(programme.reviewer, page)
    const hidden = hiddenOf(form, `${page}/decision`)
    const words = { [`decision.${first}`]: 'rejected', [`note.${first}`]: '<b>mine</b>', [`template.${first}`]: '2' }
    const saved = await programme.reviewer.post(`${page}/draft`, { ...hidden, ...words })
    expect(saved.status).toBe(303)
    const mine = (await textOf(programme.reviewer, page)).html
    expect(mine).toContain('This is a draft; please hand in the version your customers will see.\n&lt;b&gt;mine')
    expect((await textOf(programme.secondReviewer, page)).html).not.toContain('mine&lt;')
    const silent = await programme.reviewer.request(`${page}/draft`, {
      method: 'POST',
      body: new URLSearchParams({ ...hidden, note: 'later' }),
      headers: { Accept: 'application/json' },
    })
    expect(await silent.json()).toEqual({ saved: true })
  })

  it('gives a refused decision back with every word in it', async () => {
    const { page, items } = await claimed()
    const [first] = items
    const answer = await post(programme.reviewer, page, `${page}/decision`, {
      decision: 'rejected',
      [`decision.${first}`]: 'rejected',
      note: 'A word on the whole',
    })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain(`href="#note.${first}"`)
    expect(html).toContain('A word on the whole')
  })

  it('warns before a decision on what changed, and takes it after another look', async () => {
    const { page, reviewId, items } = await claimed()
    const [first] = items
    const { html } = await textOf(programme.reviewer, page)
    const stale = { ...hiddenOf(html, `${page}/decision`), [`seen.${first}`]: '0'.repeat(64), note: 'Fine by me' }
    const warned = await programme.reviewer.post(`${page}/decision`, { ...stale, decision: 'approved' })
    const warning = await warned.text()
    expect(warned.status).toBe(412)
    expect(warning).toContain('1 item changed since you opened this')
    expect(warning).toContain('Fine by me')
    const again = { ...hiddenOf(warning, `${page}/decision`), decision: 'approved' }
    expect((await programme.reviewer.post(`${page}/decision`, again)).status).toBe(303)
    const [row] = await within((transaction) =>
      transaction.select().from(reviewRequests).where(eq(reviewRequests.id, reviewId)),
    )
    expect(row?.state).toBe('approved')
    expect((await textOf(programme.auditor, page)).html).toContain('2 Sign-in: approved')
    expect((await textOf(programme.auditor, '/reviews?show=decided')).html).toContain(`href="${page}"`)
    const sent = await programme.reviewer.post(`${page}/decision`, again)
    expect(sent.status, 'sent twice').toBe(303)
  })

  it('tells a second review what is new since the first', async () => {
    const { page } = await claimed()
    await post(programme.reviewer, page, `${page}/decision`, { decision: 'approved' })
    tracker.time.now = new Date(tracker.time.now.getTime() + 60_000)
    const next = await askReview(tracker, programme.contoso, programme.organizationId)
    const { html } = await textOf(programme.reviewer, `/reviews/${next.reviewId}`)
    expect(html).toContain('0 new, 2 changed, 0 the same.')
    expect(html).toContain('Changed since the last review')
    expect(html).toContain(`href="${page}"`)
  })

  describe('a waiver', () => {
    const asked = async (requestedBy: string, more: Partial<typeof waivers.$inferInsert> = {}) => {
      const id = newId('wvr')
      await within((transaction) =>
        transaction.insert(waivers).values({
          id,
          isvId: programme.contoso.isvId,
          organizationId: programme.organizationId,
          productId: programme.contoso.productId,
          itemId: '2.token-version',
          state: 'requested',
          reason: 'The identity team mends this in January.',
          requestedBy,
          requestedAt: tracker.time.now,
          ...more,
        }),
      )
      return `/waivers/${id}`
    }
    const verdictOf = async () => {
      const rows = await within((transaction) =>
        transaction.select().from(itemStates).where(eq(itemStates.productId, programme.contoso.productId)),
      )
      return rows.find(({ itemId }) => itemId === '2.token-version')?.verdict
    }

    it('lets the item pass until its last day, and no longer when revoked', async () => {
      const page = await asked(programme.contoso.admin.principal.userId)
      const endless = await post(programme.reviewer, page, `${page}/approve`, { expiresOn: '', approveNote: 'Good.' })
      expect(endless.status).toBe(422)
      expect(await endless.text()).toContain('a required item cannot be let pass for good')
      const approved = await post(programme.reviewer, page, `${page}/approve`, { expiresOn: '2026-12-01' })
      expect(approved.status).toBe(303)
      expect(await verdictOf()).toBe('waived')
      const running = (await textOf(programme.reader, '/waivers?show=running')).html
      expect(running).toContain('<h1>1 waiver runs, 1 ends within 30 days</h1>')
      expect(running).toContain('11 days left')
      const short = await post(programme.secondReviewer, page, `${page}/revoke`, { revokeReason: 'No.' })
      expect(short.status).toBe(422)
      await post(programme.secondReviewer, page, `${page}/revoke`, { revokeReason: 'The rule is mended by now.' })
      expect(await verdictOf()).not.toBe('waived')
      expect((await textOf(programme.reader, page)).html).toContain('The rule is mended by now.')
    })

    it('is not decided by who asked for it, nor by those who judge nobody', async () => {
      const page = await asked(programme.reviewer.principal.userId)
      const fields = { expiresOn: '2026-12-01', version: '1', decisionNote: 'Because we said so, plainly.' }
      for (const decision of ['approve', 'deny']) {
        expect((await programme.reviewer.post(`${page}/${decision}`, fields)).status).toBe(409)
        for (const person of [programme.partnerManager, programme.auditor]) {
          expect((await person.post(`${page}/${decision}`, fields)).status).toBe(403)
        }
        for (const person of [programme.administrator, programme.contoso.admin, tracker.other.reviewer]) {
          expect((await person.post(`${page}/${decision}`, fields)).status).toBe(404)
        }
      }
      expect((await textOf(programme.reviewer, page)).html).toContain('You asked for this waiver')
      expect((await post(programme.secondReviewer, page, `${page}/deny`, fields)).status).toBe(303)
      expect((await post(programme.secondReviewer, page, `${page}/approve`, fields)).status).toBe(409)
    })

    it('counts as run out from the moment itself', async () => {
      const over = new Date(tracker.time.now.getTime() - 1)
      const page = await asked(programme.contoso.admin.principal.userId, { state: 'approved', expiresAt: over })
      expect((await textOf(programme.reviewer, page)).html).toContain('The waiver ran out')
      expect((await textOf(programme.reviewer, '/waivers?show=expired')).html).toContain(`href="${page}"`)
      const revoked = await programme.reviewer.post(`${page}/revoke`, {
        version: '1',
        revokeReason: 'It is over anyhow, is it not?',
      })
      expect(revoked.status).toBe(409)
    })
  })

  describe('an objection', () => {
    const opened = async (openedBy: string) => {
      const id = newId('dsp')
      await within((transaction) =>
        transaction.insert(disputes).values({
          id,
          isvId: programme.contoso.isvId,
          organizationId: programme.organizationId,
          productId: programme.contoso.productId,
          itemId: '2.token-version',
          runId: newId('run'),
          rule: 'title-max-length',
          fingerprint: 'abc',
          reason: '<script>alert(1)</script> The title is a trade mark.',
          state: 'open',
          openedBy,
          openedAt: tracker.time.now,
        }),
      )
      return { id, page: `/disputes/${id}` }
    }

    it('that is upheld records an issue of the rule set, and does not let the item pass', async () => {
      const { id, page } = await opened(programme.contoso.admin.principal.userId)
      const list = (await textOf(programme.reviewer, '/disputes')).html
      expect(list).toContain(`href="${page}"`)
      const { html } = await textOf(programme.reviewer, page)
      expect(html).toContain('&lt;script&gt;alert(1)')
      const answer = 'You are right, trade marks are exempt.'
      const early = await post(programme.reviewer, page, `${page}/answer`, { answer })
      expect(early.status).toBe(422)
      expect((await post(programme.reviewer, page, `${page}/answer`, { outcome: 'upheld', answer })).status).toBe(303)
      const after = (await textOf(programme.reviewer, page)).html
      expect(after).toContain('an issue of the rule set is recorded')
      expect(after).toContain(`/items/2.token-version?do=waiver#waiver`)
      const events = await within((transaction) => transaction.select().from(auditEvents))
      const recorded = events.filter(({ detail, subjectId }) => detail.disputeId === id || subjectId === id)
      expect(recorded.map(({ action }) => action).sort()).toEqual(['dispute.upheld', 'rule-set.issue-recorded'])
    })

    it('is answered once, by a reviewer who did not make it', async () => {
      const { page } = await opened(programme.reviewer.principal.userId)
      const fields = { outcome: 'declined', answer: 'The rule is right in this case.', version: '1' }
      expect((await programme.reviewer.post(`${page}/answer`, fields)).status).toBe(409)
      expect((await programme.partnerManager.post(`${page}/answer`, fields)).status).toBe(403)
      expect((await tracker.other.reviewer.post(`${page}/answer`, fields)).status).toBe(404)
      const outcomes = await Promise.all([
        programme.secondReviewer.post(`${page}/answer`, fields),
        programme.secondReviewer.post(`${page}/answer`, { ...fields, outcome: 'upheld' }),
      ])
      expect(outcomes.map(({ status }) => status).sort()).toEqual([303, 409])
    })
  })
})
